import type { Priority } from '../core/task.ts';
import type { Token } from './tokens.ts';

export type TakenSpan = {
  kind: 'due' | 'repeat' | 'priority' | 'tag' | 'list';
  /** Offsets into the text as typed. */
  start: number;
  end: number;
  text: string;
};

export type Marks = {
  spans: readonly TakenSpan[];
  /** Quoted text and addresses: never read as anything. */
  quoted: readonly { start: number; end: number }[];
  tags: readonly string[];
  list?: string;
  priority?: Priority;
};

const quotes =
  /"[^"\n]{0,400}"|“[^”\n]{0,400}”|`[^`\n]{0,400}`|(?<![\p{L}\p{N}])'[^'\n]{1,400}'(?![\p{L}\p{N}])|(?:https?:\/\/|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/gu;
const tag = /(?<![^\s(])#(\p{L}[\p{L}\p{N}_-]{0,40})/gu;
const atList = /(?<![^\s(])@(\p{L}[\p{L}\p{N}_-]{0,40})/gu;
const namedList =
  /(?<![^\s])(?:to|on|onto|in|into) (?:my|the|our) ((?:[\p{L}\p{N}'’&-]{1,30} ){1,3})list(?![\p{L}\p{N}])/giu;
/** "add Se7en to Films": a capital names the list. */
const addTo =
  /(?<=^[Aa]dd .{1,200} )to ((?:the |my )?\p{Lu}[\p{L}\p{N}'’&-]{0,30}(?: [\p{L}\p{N}'’&-]{1,30})?)(?: list)?[.!]?$/gu;
const priorityMark = /(?<![^\s(])(?:!(high|medium|med|low|none|urgent|[1-4])|p([1-4])|(!{2,3}))(?![\p{L}\p{N}!])/giu;
const priorityWords =
  /(?<![\p{L}\p{N}])(?:(?:with |at )?(high|medium|low|top) priority|priority[: ] ?(high|medium|low))(?![\p{L}\p{N}])/giu;
/** "urgent" counts where it stands apart: before a colon, or at the very end; "urgent email" is an email. */
const urgent =
  /^ ?(?:urgent|important)(?:[:!,]| ?- )|(?<=[\s,])(?:urgent|urgently|(?:it['’]?s |this is )?(?:very )?(?:urgent|important))[!. ]{0,5}$/giu;

const priorityValues = new Map<string, Priority>([
  ['high', 'high'],
  ['top', 'high'],
  ['urgent', 'high'],
  ['1', 'high'],
  ['medium', 'medium'],
  ['med', 'medium'],
  ['2', 'medium'],
  ['low', 'low'],
  ['3', 'low'],
  ['none', 'none'],
  ['4', 'none'],
]);

export function readMarks(text: string, leftAlone: readonly string[] = []): Marks {
  const quoted = [...text.matchAll(quotes)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  quoted.push(...leftAlone.flatMap((words) => placesOf(words, text)));
  const spans: TakenSpan[] = [];
  const take = (pattern: RegExp, kind: TakenSpan['kind']): RegExpExecArray[] => {
    const free = [...text.matchAll(pattern)].filter(({ index, 0: whole }) => {
      const end = index + whole.length;
      return [...quoted, ...spans].every((other) => end <= other.start || index >= other.end);
    });
    for (const match of free)
      spans.push({ kind, start: match.index, end: match.index + match[0].trimEnd().length, text: match[0].trim() });
    return free;
  };
  const tags = take(tag, 'tag').map((match) => match[1] ?? '');
  const lists = [...take(atList, 'list'), ...take(namedList, 'list'), ...take(addTo, 'list')].map((match) =>
    (match[1] ?? '').trim(),
  );
  const marked = [...take(priorityMark, 'priority'), ...take(priorityWords, 'priority')].map((match) => {
    const word = match.slice(1).find((group) => group !== undefined) ?? '';
    return priorityValues.get(word.toLowerCase()) ?? (word.length === 3 ? 'high' : 'medium');
  });
  if (marked.length === 0 && take(urgent, 'priority').length > 0) marked.push('high');
  const marks: Marks = { spans, quoted, tags: [...new Set(tags)] };
  const [list, priority] = [lists.at(-1), marked.at(-1)];
  if (list !== undefined) marks.list = list;
  if (priority !== undefined) marks.priority = priority;
  return marks;
}

function placesOf(words: string, text: string): { start: number; end: number }[] {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

/** The tokens with those inside the given places emptied, so that no reader goes into or across them. */
export function blank(tokens: readonly Token[], places: readonly { start: number; end: number }[]): Token[] {
  return tokens.map((token) =>
    places.some(({ start, end }) => token.start >= start && token.start < end)
      ? { ...token, text: '', glued: false }
      : token,
  );
}
