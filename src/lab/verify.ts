import { higherIsBetter } from './plan.ts';
import type { Leak } from './find-leaks.ts';
import type { Check, LabResult } from './lab-event.ts';
import type { Split } from './split.ts';
import { formatScore } from './sentences.ts';

/** The Verifier's checks, each against the run itself and not against what was said about it. */
export async function verify(
  result: LabResult,
  leaks: readonly Leak[],
  split: Split,
  repeat: () => Promise<{ before: number; after: number | null }>,
): Promise<Check[]> {
  const given = leaks.filter(({ kind }) => kind === 'target_again');
  const used = given.filter(({ column }) => result.plan.inputs.includes(column));
  const again = await repeat();
  const apart = new Set(split.holdout);
  const shared = split.train.filter((row) => apart.has(row)).length;
  const gap = higherIsBetter(result.metric) ? result.cv - result.holdout : result.holdout - result.cv;
  const noise = 2 * Math.hypot(result.cvError, result.holdoutError);
  const better = higherIsBetter(result.metric) ? result.holdout > result.baseline : result.holdout < result.baseline;
  return [
    {
      claim: 'No column gives the answer away',
      holds: used.length === 0,
      detail:
        given.length === 0
          ? 'none was found'
          : `left out: ${given.map(({ column, reason }) => `"${column}" (${reason})`).join(', ')}`,
    },
    {
      claim: 'The hold-out was used once',
      holds: shared === 0,
      detail: `${String(split.holdout.length)} rows were cut before anything else and reached Python after the last round, without their answers`,
    },
    {
      claim: 'The score repeats',
      holds: again.after !== null && Math.abs(again.after - again.before) <= Math.max(1e-9, result.cvError * 0.1),
      detail: `${formatScore(again.before)}, and once more ${again.after === null ? 'nothing' : formatScore(again.after)}`,
    },
    {
      claim: 'The hold-out confirms the cross-validation',
      holds: gap <= noise,
      detail: `${formatScore(result.holdout)} on rows never seen, ${formatScore(result.cv)} in cross-validation, noise ${formatScore(noise)}`,
    },
    {
      claim: 'The model knows more than a guess',
      holds: better,
      detail: `${formatScore(result.holdout)} against ${formatScore(result.baseline)}`,
    },
  ];
}
