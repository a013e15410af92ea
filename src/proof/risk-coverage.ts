import type { TurnScore } from './score-agent.ts';

export type RiskPoint = {
  threshold: number;
  /** Turns acted on or answered, among all that the model gave a confidence for. */
  coverage: number;
  /** Wrong turns among those. */
  risk: number;
  /** The same two where a turn in which the app asked back counts as held back: nothing was done in it. */
  acted: { coverage: number; risk: number };
};

/** The curve of selective prediction (El-Yaniv and Wiener 2010): what abstaining below a confidence costs and saves. */
export function riskCoverage(scores: readonly TurnScore[], thresholds: readonly number[]): RiskPoint[] {
  const judged = scores.filter((score) => score.confidence !== null);
  return thresholds.map((threshold) => {
    const kept = judged.filter((score) => (score.confidence ?? 0) >= threshold);
    const acted = kept.filter((score) => !score.askedBack);
    return { threshold, ...sharesOf(kept, judged.length), acted: sharesOf(acted, judged.length) };
  });
}

function sharesOf(kept: readonly TurnScore[], of: number): { coverage: number; risk: number } {
  const wrong = kept.filter((score) => !score.exact).length;
  return { coverage: of === 0 ? 0 : kept.length / of, risk: kept.length === 0 ? 0 : wrong / kept.length };
}

/** The lowest confidence that keeps the risk at or below the given share, or null where none does. */
export function thresholdFor(scores: readonly TurnScore[], maxRisk: number): number | null {
  const candidates = [...new Set(scores.map((score) => score.confidence ?? 0))].sort((a, b) => a - b);
  return riskCoverage(scores, candidates).find((point) => point.risk <= maxRisk)?.threshold ?? null;
}
