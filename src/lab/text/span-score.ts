import { seededRandom } from '../split.ts';

/** Of one sentence: entities found rightly, said at all, and really there. Right is the same span and the same type. */
export type SpanCount = { right: number; said: number; so: number };

export type Span = { start: number; end: number; type: string };

/** The entities of BIO tags; `end` is exclusive. */
export function spansOf(tags: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const [at, tag] of tags.entries()) {
    const open = spans.at(-1);
    if (tag.startsWith('B-')) spans.push({ start: at, end: at + 1, type: tag.slice(2) });
    else if (tag.startsWith('I-') && open?.end === at && open.type === tag.slice(2)) open.end = at + 1;
  }
  return spans;
}

export function countSpans(truth: readonly string[], made: readonly string[]): SpanCount {
  const key = ({ start, end, type }: Span) => `${String(start)} ${String(end)} ${type}`;
  const so = new Set(spansOf(truth).map(key));
  const said = spansOf(made).map(key);
  return { right: said.filter((one) => so.has(one)).length, said: said.length, so: so.size };
}

/** Over all sentences together (micro): 2 right / (said + so). */
export function spanF1(counts: readonly SpanCount[]): number {
  let [right, all] = [0, 0];
  for (const count of counts) {
    right += count.right;
    all += count.said + count.so;
  }
  return all === 0 ? 0 : (2 * right) / all;
}

const resamples = 200;

/** What a fair sample of the same sentences would make of the gain of one tagger over another: its mean and its noise. */
export function compareSpans(
  before: readonly SpanCount[],
  after: readonly SpanCount[],
): { gain: number; error: number; wins: boolean } {
  const gain = spanF1(after) - spanF1(before);
  const error = deviation(sampled(before.length, (rows) => f1At(after, rows) - f1At(before, rows)));
  return { gain, error, wins: gain > 0 && gain > error };
}

export function spanError(counts: readonly SpanCount[]): number {
  return deviation(sampled(counts.length, (rows) => f1At(counts, rows)));
}

function f1At(counts: readonly SpanCount[], rows: readonly number[]): number {
  return spanF1(rows.map((row) => counts[row] ?? { right: 0, said: 0, so: 0 }));
}

function sampled(size: number, measure: (rows: readonly number[]) => number): number[] {
  const random = seededRandom(12345);
  return Array.from({ length: resamples }, () =>
    measure(Array.from({ length: size }, () => Math.floor(random() * size))),
  );
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
