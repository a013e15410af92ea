import * as v from 'valibot';
import type { Doubt } from '../protocol/engine.ts';

const finite = v.pipe(v.number(), v.finite());

/**
 * A logistic regression over an answer's doubt, fitted by training/agent/confidence.py on measured rows: the share of
 * answers like this one that are right as a whole.
 */
export const calibrationSchema = v.strictObject({
  bias: finite,
  /** Log odds of the lowest and of the second lowest probability. */
  lowest: finite,
  second: finite,
  /** The sum of log probabilities, and its mean over the chosen tokens. */
  sum: finite,
  mean: finite,
  /** The logarithm of the largest share that illegal tokens had. */
  illegal: finite,
  /** The logarithm of one more than the number of chosen tokens. */
  chosen: finite,
  /** An answer without calls. */
  final: finite,
  /** The logarithm of the number of calls. */
  calls: finite,
});
export type Calibration = v.InferOutput<typeof calibrationSchema>;
type Feature = Exclude<keyof Calibration, 'bias'>;

const leastShare = 1e-6;
const leastSum = -20;

/** Equal to `features` of training/agent/confidence.py; a fixture holds the two to it. */
export function doubtFeatures({ lowest, second, sumLog, chosen, legal, calls }: Doubt): Record<Feature, number> {
  const sum = Math.max(leastSum, sumLog);
  return {
    lowest: logOdds(lowest),
    second: logOdds(second),
    sum,
    mean: sum / Math.max(1, chosen),
    illegal: Math.log(Math.max(leastShare, 1 - legal)),
    chosen: Math.log(1 + chosen),
    final: calls === 0 ? 1 : 0,
    calls: Math.log(Math.max(1, calls)),
  };
}

/** How likely the answer is right as a whole, 0 to 1. */
export function calibrated(doubt: Doubt, calibration: Calibration): number {
  const features = Object.entries(doubtFeatures(doubt)) as [Feature, number][];
  const odds = features.reduce((total, [name, value]) => total + calibration[name] * value, calibration.bias);
  return 1 / (1 + Math.exp(-odds));
}

function logOdds(share: number): number {
  const kept = Math.min(1 - leastShare, Math.max(leastShare, share));
  return Math.log(kept / (1 - kept));
}
