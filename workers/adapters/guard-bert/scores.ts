import type { HeadScores, YesNoHead } from '../../../src/core/judgement.ts';
import type { Temperatures } from './config.ts';

export type HeadLogits = { risk: readonly [number, number, number] } & { [Head in YesNoHead]: number };

/** Probabilities, each head's logits divided by its temperature. */
export function calibrated(logits: HeadLogits, temperatures: Temperatures): HeadScores {
  const scaled = logits.risk.map((logit) => logit / temperatures.risk);
  const highest = Math.max(...scaled);
  const [low = 0, medium = 0, high = 0] = scaled.map((logit) => Math.exp(logit - highest));
  const sum = low + medium + high;
  const yes = (head: YesNoHead): number => 1 / (1 + Math.exp(-logits[head] / temperatures[head]));
  const scores = {
    risk: { Low: low / sum, Medium: medium / sum, High: high / sum },
    feasible: yes('feasible'),
    legal: yes('legal'),
    ethical: yes('ethical'),
    reversible: yes('reversible'),
    limited: yes('limited'),
  };
  const all = [...Object.values(scores.risk), scores.feasible, scores.legal, scores.ethical, scores.reversible];
  // A score that is no number must never pass for a harmless one.
  if (![...all, scores.limited].every(Number.isFinite)) throw new Error('The model gave no usable judgement');
  return scores;
}

/** Of a text judged in parts: each head as its most alarming part has it. */
export function strictest(parts: readonly HeadScores[]): HeadScores {
  const lowest = (head: YesNoHead): number => Math.min(...parts.map((part) => part[head]));
  const riskiest = parts.reduce((worst, part) => (danger(part) > danger(worst) ? part : worst));
  return {
    risk: riskiest.risk,
    feasible: lowest('feasible'),
    legal: lowest('legal'),
    ethical: lowest('ethical'),
    reversible: lowest('reversible'),
    limited: Math.max(...parts.map((part) => part.limited)),
  };
}

function danger({ risk }: HeadScores): number {
  return risk.High + risk.Medium / 2;
}
