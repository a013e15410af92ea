import { higherIsBetter, type Metric, type Prediction } from './plan.ts';

/** Answers and predictions of the same rows. */
export type Scored = { answers: readonly string[]; predictions: readonly Prediction[]; classes: readonly string[] };

/** Scores are computed here, outside the worker in which the code ran. */
export function scoreOf(metric: Metric, scored: Scored): number {
  if (metric === 'auc') return auc(scored);
  if (metric === 'f1') return macroF1(scored);
  const losses = rowLosses(metric, scored);
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  if (metric === 'accuracy') return 1 - mean;
  if (metric === 'mae') return mean;
  if (metric === 'r2') return 1 - (mean * losses.length) / (variance(scored.answers.map(Number)) * (losses.length - 1));
  return Math.sqrt(mean);
}

/** One loss a row, whose mean the metric is made of; what two plans are compared by, row for row. */
export function rowLosses(metric: Metric, { answers, predictions, classes }: Scored): number[] {
  return answers.map((answer, row) => {
    const prediction = predictions[row] ?? 0;
    if (typeof prediction !== 'number') {
      if (metric === 'accuracy') return classes[largest(prediction)] === answer ? 0 : 1;
      return -Math.log(Math.max(1e-6, prediction[classes.indexOf(answer)] ?? 0));
    }
    const truth = Number(answer);
    if (metric === 'mae') return Math.abs(prediction - truth);
    if (metric === 'log-rmse') return (Math.log1p(Math.max(0, prediction)) - Math.log1p(Math.max(0, truth))) ** 2;
    return (prediction - truth) ** 2;
  });
}

export type Comparison = { gain: number; error: number; wins: boolean };

/**
 * Whether a plan beats the one before it by more than the noise of the difference between paired rows. Right or wrong is
 * a coarse measure of a few hundred rows, so a plan that is right as often also wins if its probabilities are better by
 * twice their noise.
 */
export function compare(metric: Metric, before: Scored, after: Scored): Comparison {
  const moved = (scoreOf(metric, after) - scoreOf(metric, before)) * (higherIsBetter(metric) ? 1 : -1);
  const plain = pairedGain(metric, before, after);
  if (moved > 0 && plain.gain > plain.error) return { ...plain, wins: true };
  if (metric === 'accuracy' && moved >= 0) {
    const finer = pairedGain('auc', before, after);
    if (finer.gain > 2 * finer.error) return { ...finer, wins: true };
  }
  return { ...plain, wins: false };
}

function pairedGain(metric: Metric, before: Scored, after: Scored): { gain: number; error: number } {
  const old = rowLosses(metric, before);
  const gains = rowLosses(metric, after).map((loss, row) => (old[row] ?? loss) - loss);
  const gain = gains.reduce((sum, value) => sum + value, 0) / gains.length;
  return { gain, error: Math.sqrt(variance(gains) / gains.length) };
}

/** The score of a fair sample of these rows would lie this near in two of three cases (200 resamples, seeded). */
export function standardError(metric: Metric, scored: Scored): number {
  let state = 12345;
  const random = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
  const size = scored.answers.length;
  const scores = Array.from({ length: size > 5_000 ? 40 : 200 }, () => {
    const rows = Array.from({ length: size }, () => Math.floor(random() * size));
    return scoreOf(metric, {
      classes: scored.classes,
      answers: rows.map((row) => scored.answers[row] ?? ''),
      predictions: rows.map((row) => scored.predictions[row] ?? 0),
    });
  });
  return Math.sqrt(variance(scores));
}

export function largest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}

/** By ranks, ties sharing theirs; the mean over the classes where there are more than two. */
function auc({ answers, predictions, classes }: Scored): number {
  const shown = classes.length === 2 ? [1] : classes.map((_, index) => index);
  const each = shown.map((index) => {
    const rows = answers.map((answer, row) => {
      const prediction = predictions[row] ?? 0;
      return {
        isHit: answer === classes[index],
        p: typeof prediction === 'number' ? prediction : (prediction[index] ?? 0),
      };
    });
    rows.sort((a, b) => a.p - b.p);
    let rankSum = 0;
    for (let from = 0; from < rows.length;) {
      let to = from;
      while (to < rows.length && rows[to]?.p === rows[from]?.p) to += 1;
      const rank = (from + 1 + to) / 2;
      for (let at = from; at < to; at += 1) if (rows[at]?.isHit === true) rankSum += rank;
      from = to;
    }
    const hits = rows.filter(({ isHit }) => isHit).length;
    const others = rows.length - hits;
    return hits === 0 || others === 0 ? 0.5 : (rankSum - (hits * (hits + 1)) / 2) / (hits * others);
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

function macroF1({ answers, predictions, classes }: Scored): number {
  const said = predictions.map((p) => (typeof p === 'number' ? '' : (classes[largest(p)] ?? '')));
  // Of two classes the second is the one that is looked for.
  const shown = classes.length === 2 ? classes.slice(1) : classes;
  const each = shown.map((name) => {
    const right = answers.filter((answer, row) => answer === name && said[row] === name).length;
    const total = answers.filter((answer) => answer === name).length + said.filter((answer) => answer === name).length;
    return total === 0 ? 1 : (2 * right) / total;
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}
