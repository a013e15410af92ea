import { risks, yesNoHeads, type HeadCuts, type HeadScores, type Risk, type YesNoHead } from '../../core/judgement.ts';
import type { Label } from './training-rows.ts';

/** What a label or the model answers on a head. */
export type Answer = Risk | 'yes' | 'no';

export type Disagreement = {
  head: YesNoHead | 'risk';
  /** What the label says: yes, no, or the levels that it lets stand. */
  said: readonly Answer[];
  /** What the model says, and how far it is from agreeing: 0 at the edge, 1 where it is sure. */
  found: Answer;
  distance: number;
};

const letters: { [Level in Risk]: string } = { Low: 'L', Medium: 'M', High: 'H' };

/** Where the model's answer is not the label's; the surest first. A head that the label leaves open is not judged. */
export function disagreements(label: Label, scores: HeadScores, cuts: HeadCuts): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const likeliest = risks.reduce((most, level) => (scores.risk[level] > scores.risk[most] ? level : most));
  if (label.risk !== '' && !label.risk.includes(letters[likeliest])) {
    const left = risks.filter((level) => label.risk.includes(letters[level]));
    const share = left.reduce((sum, level) => sum + scores.risk[level], 0);
    found.push({ head: 'risk', said: left, found: likeliest, distance: scores.risk[likeliest] - share });
  }
  for (const head of yesNoHeads) {
    const said = label.heads[head];
    const says = scores[head] >= cuts[head];
    if (said === null || said === says) continue;
    const room = says ? 1 - cuts[head] : cuts[head];
    const distance = Math.abs(scores[head] - cuts[head]) / room;
    found.push({ head, said: [said ? 'yes' : 'no'], found: says ? 'yes' : 'no', distance });
  }
  return found.sort((one, other) => other.distance - one.distance);
}
