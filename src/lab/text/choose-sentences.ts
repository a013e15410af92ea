/** How sentences are chosen. */
export type SummaryPlan = {
  /** `central`: near to many. `rank`: near to many that are near to many. `adds`: for what each adds to those before it. */
  by: 'central' | 'rank' | 'adds';
  /** What a sentence loses for being like one that is chosen already. */
  apart: number;
  /** Whether the first sentences of a paragraph count more. */
  position: boolean;
};

export type Weighed = { vectors: readonly Float32Array[]; places: readonly number[] };

export function cosine(a: Float32Array, b: Float32Array): number {
  let [dot, left, right] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    dot += x * y;
    left += x * x;
    right += y * y;
  }
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right);
}

/** Every sentence against every other; a sentence is not near itself. */
export function nearness({ vectors }: Weighed): number[][] {
  const near = vectors.map(() => vectors.map(() => 0));
  for (const [a, left] of vectors.entries()) {
    for (let b = a + 1; b < vectors.length; b += 1) {
      const value = Math.max(0, cosine(left, vectors[b] ?? left));
      near[a]?.splice(b, 1, value);
      near[b]?.splice(a, 1, value);
    }
  }
  return near;
}

/** What a paragraph opens with says more of it than what follows. */
export function weightOf(place: number): number {
  return 1 / (1 + 0.25 * place);
}

/** How near each sentence lies to the nearest one of the summary, 1 for those in it. */
export function coverages(near: readonly (readonly number[])[], chosen: readonly number[]): number[] {
  return near.map((row, at) => (chosen.includes(at) ? 1 : Math.max(0, ...chosen.map((other) => row[other] ?? 0))));
}

/** The mean of {@link coverages} over the sentences that were not chosen, the first ones of paragraphs counting more. */
export function coverage(
  near: readonly (readonly number[])[],
  places: readonly number[],
  chosen: readonly number[],
): number {
  const weights = places.map((place, at) => (chosen.includes(at) ? 0 : weightOf(place)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return coverages(near, chosen).reduce((sum, value, at) => sum + (value * (weights[at] ?? 0)) / total, 0);
}

/** `count` sentences in the order of the document. */
export function chooseSentences(
  near: readonly (readonly number[])[],
  places: readonly number[],
  count: number,
  plan: SummaryPlan,
): number[] {
  const chosen: number[] = [];
  const worth =
    plan.by === 'rank' ? ranks(near) : near.map((row) => row.reduce((sum, value) => sum + value, 0) / near.length);
  const prior = places.map((place) => (plan.position ? weightOf(place) : 1));
  while (chosen.length < Math.min(count, near.length)) {
    const before = plan.by === 'adds' ? coverages(near, chosen) : [];
    const scores = near.map((row, at) => {
      if (chosen.includes(at)) return -Infinity;
      const gain = (value: number, other: number) => Math.max(0, value - (before[other] ?? 0)) * (prior[other] ?? 1);
      const value =
        plan.by === 'adds'
          ? row.reduce((sum, one, other) => sum + gain(one, other), 0)
          : (worth[at] ?? 0) * (prior[at] ?? 1);
      const likest = Math.max(0, ...chosen.map((other) => row[other] ?? 0));
      return value * (1 - plan.apart * likest);
    });
    chosen.push(scores.indexOf(Math.max(...scores)));
  }
  return chosen.sort((a, b) => a - b);
}

/** LexRank: where a reader who goes on to a near sentence each time would be found most often. */
function ranks(near: readonly (readonly number[])[]): number[] {
  const size = near.length;
  const mean = near.flat().reduce((sum, value) => sum + value, 0) / Math.max(1, size * (size - 1));
  const links = near.map((row) => row.map((value) => (value > mean ? value : 0)));
  const sums = links.map((row) => row.reduce((sum, value) => sum + value, 0));
  let rank = near.map(() => 1 / size);
  for (let round = 0; round < 50; round += 1) {
    rank = rank.map((_, at) => {
      const arriving = links.reduce(
        (sum, row, from) => sum + ((row[at] ?? 0) / (sums[from] || 1)) * (rank[from] ?? 0),
        0,
      );
      return 0.15 / size + 0.85 * arriving;
    });
  }
  return rank;
}
