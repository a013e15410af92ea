import { Chance } from '../core/chance.ts';

/** As many rows as asked for, or all there are; the same seed draws the same ones in the same order. */
export function drawSample<Row>(rows: readonly Row[], size: number, seed: number): Row[] {
  return new Chance(seed).shuffle(rows).slice(0, size);
}

/** The 95 % interval of a share of `of` trials (Wilson 1927): how little a small sample says. */
export function shareInterval(share: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const middle = share + (z * z) / (2 * of);
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** The value below which the share `at` of the values lies, by the nearest rank; null of nothing. */
export function percentile(values: readonly number[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)] ?? null;
}
