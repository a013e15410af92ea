export type NearPair = { one: number; other: number; similarity: number };

/** Rows compared before the page may draw again. */
const stretch = 32;

/**
 * Pairs of vectors whose cosine is at least `least`, the nearest first; by their places in the list. Every pair is
 * looked at, so 2,000 vectors take about a second; `rest` is awaited between stretches and stops the search with false.
 */
export async function nearPairs(
  vectors: readonly Float32Array[],
  least: number,
  rest: () => Promise<boolean>,
): Promise<readonly NearPair[]> {
  const units = vectors.map(unit);
  const pairs: NearPair[] = [];
  for (let one = 0; one < units.length; one++) {
    if (one % stretch === stretch - 1 && !(await rest())) break;
    for (let other = one + 1; other < units.length; other++) {
      const similarity = dot(units[one], units[other]);
      if (similarity >= least) pairs.push({ one, other, similarity });
    }
  }
  return pairs.sort((a, b) => b.similarity - a.similarity);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  // A vector of nothing is near to nothing.
  return length === 0 ? vector : vector.map((value) => value / length);
}

function dot(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (one === undefined || other === undefined) return 0;
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
