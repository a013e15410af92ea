/** One thing that was measured: a name, a unit, and the spread of its samples. */
export type BenchRow = { what: string; unit: string; n: number; min: number; p50: number; p95: number; max: number };
export type BenchRatio = { what: string; value: number };
export type BenchFigures = { rows: readonly BenchRow[]; ratios: readonly BenchRatio[] };

/** Samples under their names, in the order in which the names first came. */
export class Samples {
  readonly #byName = new Map<string, { unit: string; values: number[] }>();

  add(what: string, unit: string, ...values: readonly number[]): void {
    const known = this.#byName.get(what) ?? { unit, values: [] };
    known.values.push(...values);
    this.#byName.set(what, known);
  }

  of(what: string): readonly number[] {
    return this.#byName.get(what)?.values ?? [];
  }

  rows(): BenchRow[] {
    return [...this.#byName].map(([what, { unit, values }]) => rowOf(what, unit, values));
  }

  /**
   * Sample by sample where both were taken in turns, and the median of that: a machine that slows down for a while slows
   * both, and their quotient stays. Throws where the two do not pair.
   */
  ratio(what: string, above: string, below: string): BenchRatio {
    const [over, under] = [this.of(above), this.of(below)];
    if (over.length === 0 || over.length !== under.length) throw new Error(`“${above}” and “${below}” do not pair`);
    return { what, value: quantile(inOrder(over.map((value, place) => value / (under[place] ?? NaN))), 0.5) };
  }
}

export function rowOf(what: string, unit: string, values: readonly number[]): BenchRow {
  if (values.length === 0) throw new Error(`Nothing was measured for “${what}”`);
  const sorted = inOrder(values);
  const at = (share: number): number => quantile(sorted, share);
  return { what, unit, n: values.length, min: at(0), p50: at(0.5), p95: at(0.95), max: at(1) };
}

function inOrder(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

/** The sample at that share of the way, so that every figure is one that was measured. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}
