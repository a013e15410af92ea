import type { HeadCuts, HeadScores, VerdictReason } from '../../core/judgement.ts';
import { yesNoHeads } from '../../core/judgement.ts';
import type { HeadName, WeighedWord } from './guard-door.ts';

/** A word that moves a probability by less, in percentage points, is not worth a mark. */
export const leastPoints = 2;

/** A stretch of the text, with the points its word adds (above 0) or takes; null between words. */
export type Stretch = { text: string; points: number | null };

/** The whole text, cut at its weighed words. */
export function stretchesOf(text: string, words: readonly WeighedWord[], head: HeadName): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, shift } of words) {
    if (start > at) stretches.push({ text: text.slice(at, start), points: null });
    stretches.push({ text: text.slice(start, end), points: pointsOf(shift[head]) });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), points: null });
  return stretches;
}

export function pointsOf(shift: number): number {
  const points = Math.round(100 * shift);
  // No minus in front of a zero.
  return points === 0 ? 0 : points;
}

/** The words worth naming, those that move most first. */
export function mattered(text: string, words: readonly WeighedWord[], head: HeadName) {
  return words
    .map(({ start, end, shift }) => ({ start, word: text.slice(start, end), points: pointsOf(shift[head]) }))
    .filter(({ points }) => Math.abs(points) >= leastPoints)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
}

/** The head whose words a person wants to see first: the one that decided, else the yes/no head nearest its cut. */
export function headToShow(reason: VerdictReason, heads: HeadScores, cuts: HeadCuts): HeadName {
  switch (reason) {
    case 'not-legal':
      return 'legal';
    case 'not-ethical':
      return 'ethical';
    case 'not-reversible':
      return 'reversible';
    case 'high-risk':
      return 'High';
    default: {
      const distance = (head: (typeof yesNoHeads)[number]): number => Math.abs(heads[head] - cuts[head]);
      return yesNoHeads.reduce((nearest, head) => (distance(head) < distance(nearest) ? head : nearest));
    }
  }
}
