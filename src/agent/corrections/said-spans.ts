/** Character offsets in a sentence, the end exclusive. */
export type Span = readonly [start: number, end: number];

type Word = { text: string; start: number; end: number };

const mostParts = 4;

/** The words of a text, each mark a word of its own, in one case. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Where a value stands in the sentence, as the pointer of the model would copy it: whole words, in at most four parts in the
 * order of the value. Null where some of it is not there.
 */
export function saidSpans(value: string, sentence: string): Span[] | null {
  const [wanted, said] = [wordsOf(value), wordsOf(sentence)];
  const spans: Span[] = [];
  for (let at = 0; at < wanted.length;) {
    const run = longestRun(wanted.slice(at), said);
    if (run.count === 0 || spans.length === mostParts) return null;
    spans.push([said[run.from]?.start ?? 0, said[run.from + run.count - 1]?.end ?? 0]);
    at += run.count;
  }
  return spans.length === 0 ? null : spans;
}

function longestRun(wanted: readonly Word[], said: readonly Word[]): { from: number; count: number } {
  let best = { from: 0, count: 0 };
  for (let from = 0; from < said.length; from++) {
    let count = 0;
    while (count < wanted.length && said[from + count]?.text === wanted[count]?.text) count++;
    if (count > best.count) best = { from, count };
  }
  return best;
}

/** The same sentence, whatever its case, spaces and last mark. */
export function sameSentence(one: string, other: string): boolean {
  const bare = (text: string): string =>
    wordsOf(text)
      .map((word) => word.text)
      .join(' ')
      .replace(/ [.!?]+$/u, '');
  return bare(one) === bare(other);
}
