import type { ArgumentSpec, Call } from '../../core/call.ts';
import { findTool } from '../../tools/registry.ts';
import { saidSpans, wordsOf, type Span } from './said-spans.ts';

/** What stands for a title and for a time: words that the encoder knows, and that say little. */
const placeholders: { readonly [Kind in ArgumentSpec['kind']]?: string } = {
  text: 'something',
  task: 'something',
  when: 'monday',
};

const littleWords = new Set(
  'a an the my our your his her its their to for of in on at by from with and or is are was be been do did does done have has had i me we you it that this these those please can could would should will not no so some all just get got give go goes let s up out off what when which show tell like new want also too now then again still till until'.split(
    ' ',
  ),
);

const stemLength = 4;

/** What a word begins with: "promoted" and "promotion" say the same here. */
export function stemOf(word: string): string {
  return word.slice(0, stemLength);
}

/** The stems of the words that say something. */
export function contentStems(words: readonly string[]): string[] {
  return words.filter((word) => !littleWords.has(word) && /^[\p{L}\p{N}]/u.test(word)).map(stemOf);
}

/**
 * The sentence with a placeholder for what its calls took from it and for words of tasks' titles. Words whose stem is in
 * `kept` stay: the model may have taken "code red" for part of a title. `words` are what is left of it.
 */
export function frameOf(
  text: string,
  calls: readonly Call[],
  titles: readonly string[] = [],
  kept: readonly string[] = [],
): { text: string; words: string[] } {
  const words = wordsOf(text);
  const spans = [...calls.flatMap((call) => callSpans(call, text)), ...titleSpans(text, titles)];
  const stays = keptPlaces(
    words.map((word) => word.text),
    kept,
  );
  const labels = words.map(({ start, end }, place) =>
    stays.has(place) ? null : (spans.find(({ span }) => span[0] <= start && end <= span[1])?.placeholder ?? null),
  );
  const shown = words.flatMap(({ text: word }, place) => {
    const label = labels[place] ?? null;
    if (label === null) return [word];
    return label === labels[place - 1] ? [] : [label];
  });
  const left = words.filter((_, place) => labels[place] === null).map(({ text: word }) => word);
  return { text: shown.join(' '), words: left };
}

/** Where words of the kept stems stand, and the little words and marks that lead to them: "… on the pile". */
function keptPlaces(words: readonly string[], kept: readonly string[]): Set<number> {
  const places = new Set<number>();
  const isLittle = (place: number): boolean => place >= 0 && contentStems(words.slice(place, place + 1)).length === 0;
  for (const [place, word] of words.entries()) {
    if (!kept.includes(stemOf(word))) continue;
    places.add(place);
    for (let before = place - 1; isLittle(before); before--) places.add(before);
  }
  return places;
}

/** The parts of a sentence that a correction's own frame accounts for: no title or time is copied from them. */
export function frameSpans(text: string, kept: readonly string[]): Span[] {
  const words = wordsOf(text);
  const places = keptPlaces(
    words.map((word) => word.text),
    kept,
  );
  return words.filter((_, place) => places.has(place)).map(({ start, end }) => [start, end]);
}

type Marked = { span: Span; placeholder: string };

function callSpans({ tool, args }: Call, text: string): Marked[] {
  return (findTool(tool)?.args ?? []).flatMap(({ name, kind }) => {
    const [value, placeholder] = [args[name], placeholders[kind]];
    if (typeof value !== 'string' || placeholder === undefined) return [];
    return (saidSpans(value, text) ?? []).map((span) => ({ span, placeholder }));
  });
}

function titleSpans(text: string, titles: readonly string[]): Marked[] {
  const stems = new Set(titles.flatMap((title) => contentStems(wordsOf(title).map((word) => word.text))));
  return wordsOf(text)
    .filter(({ text: word }) => contentStems([word]).some((stem) => stems.has(stem)))
    .map(({ start, end }) => ({ span: [start, end], placeholder: 'something' }));
}
