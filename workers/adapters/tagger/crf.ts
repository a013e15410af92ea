import { featureRows } from './token-features.ts';

/** Vectors of a sentence's tokens, one after the other, in 32nds of their spread; null where none are used. */
export type TokenVectors = Int8Array | null;
export type Example = { features: readonly Int32Array[]; vectors: TokenVectors; tags: Int32Array };
export type CrfSettings = {
  epochs: number;
  rate: number;
  /** The share of the hashed features that is left out of each token while learning, so that no word is all that counts. */
  dropout: number;
  decay: number;
  random: () => number;
};

/** What a whole number in {@link TokenVectors} counts. */
const unit = 1 / 32;

/**
 * A linear-chain conditional random field over hashed features and token vectors, learned by AdaGrad a sentence at a
 * time. The tags must follow each other as BIO tags do; others have no probability.
 */
export class Crf {
  readonly labels: readonly string[];
  readonly width: number;
  readonly #size: number;
  readonly #sparse: Float32Array;
  readonly #dense: Float32Array;
  /** From each tag (the last row: from the sentence's start) to each tag. */
  readonly #steps: Float32Array;
  readonly #allowed: Uint8Array;

  constructor(labels: readonly string[], width: number) {
    this.labels = labels;
    this.width = width;
    this.#size = labels.length;
    this.#sparse = new Float32Array(featureRows * this.#size);
    this.#dense = new Float32Array(width * this.#size);
    this.#steps = new Float32Array((this.#size + 1) * this.#size);
    this.#allowed = allowedSteps(labels);
  }

  /** Rests now and then, so that the worker hears whether to stop. Returns whether it came to its end. */
  async learn(
    examples: readonly Example[],
    settings: CrfSettings,
    rest: () => Promise<'go on' | 'stop'>,
  ): Promise<boolean> {
    const squares = {
      sparse: new Float32Array(this.#sparse.length).fill(1e-2),
      dense: new Float32Array(this.#dense.length).fill(1e-1),
      steps: new Float32Array(this.#steps.length).fill(1e-2),
    };
    const order = examples.map((_, index) => index);
    for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = Math.floor(settings.random() * (last + 1));
        const [a, b] = [order[last] ?? 0, order[other] ?? 0];
        order[last] = b;
        order[other] = a;
      }
      for (const [count, index] of order.entries()) {
        const example = examples[index];
        if (example !== undefined && example.tags.length > 0) this.#step(example, settings, squares);
        if (count % 50 === 0 && (await rest()) === 'stop') return false;
      }
    }
    return true;
  }

  get weights(): { sparse: Float32Array; dense: Float32Array; steps: Float32Array } {
    return { sparse: this.#sparse, dense: this.#dense, steps: this.#steps };
  }

  /** The likeliest tags. `outside` is taken off the score of the first tag ("O"): more is found, and more of it wrongly. */
  tag(features: readonly Int32Array[], vectors: TokenVectors, outside: number): Int32Array {
    const size = this.#size;
    const length = features.length;
    const scores = this.#scores(features, vectors);
    const best = new Float64Array(length * size);
    const from = new Int32Array(length * size);
    for (let t = 0; t < length; t += 1) {
      for (let to = 0; to < size; to += 1) {
        let top = -Infinity;
        let chosen = 0;
        const first = t === 0 ? size : 0;
        const last = t === 0 ? size + 1 : size;
        for (let tag = first; tag < last; tag += 1) {
          if (this.#allowed[tag * size + to] === 0) continue;
          const score = (t === 0 ? 0 : (best[(t - 1) * size + tag] ?? 0)) + (this.#steps[tag * size + to] ?? 0);
          if (score > top) {
            top = score;
            chosen = tag;
          }
        }
        best[t * size + to] = top + (scores[t * size + to] ?? 0) - (to === 0 ? outside : 0);
        from[t * size + to] = chosen;
      }
    }
    const tags = new Int32Array(length);
    let tag = 0;
    for (let other = 1; other < size; other += 1) {
      if ((best[(length - 1) * size + other] ?? 0) > (best[(length - 1) * size + tag] ?? 0)) tag = other;
    }
    for (let t = length - 1; t >= 0; t -= 1) {
      tags[t] = tag;
      tag = from[t * size + tag] ?? 0;
    }
    return tags;
  }

  /** The score of each tag for each token, row by row. */
  #scores(features: readonly Int32Array[], vectors: TokenVectors): Float64Array {
    const size = this.#size;
    const scores = new Float64Array(features.length * size);
    const [sparse, dense, width] = [this.#sparse, this.#dense, this.width];
    for (let t = 0; t < features.length; t += 1) {
      const base = t * size;
      for (const row of features[t] ?? []) {
        for (let tag = 0; tag < size; tag += 1)
          scores[base + tag] = (scores[base + tag] ?? 0) + (sparse[row * size + tag] ?? 0);
      }
      if (vectors === null) continue;
      for (let d = 0; d < width; d += 1) {
        const value = (vectors[t * width + d] ?? 0) * unit;
        if (value === 0) continue;
        for (let tag = 0; tag < size; tag += 1)
          scores[base + tag] = (scores[base + tag] ?? 0) + value * (dense[d * size + tag] ?? 0);
      }
    }
    return scores;
  }

  #step(
    example: Example,
    settings: CrfSettings,
    squares: { [Part in 'sparse' | 'dense' | 'steps']: Float32Array },
  ): void {
    const size = this.#size;
    const features =
      settings.dropout === 0
        ? example.features
        : example.features.map((rows) =>
            rows.filter((_, index) => index === 0 || settings.random() >= settings.dropout),
          );
    const scores = this.#scores(features, example.vectors);
    const { slopes, stepSlopes } = this.#slopes(scores, example.tags);
    const { rate, decay } = settings;
    const move = (weights: Float32Array, sums: Float32Array, at: number, slope: number): void => {
      const whole = slope + decay * (weights[at] ?? 0);
      sums[at] = (sums[at] ?? 0) + whole * whole;
      weights[at] = (weights[at] ?? 0) - (rate * whole) / Math.sqrt(sums[at] ?? 0);
    };
    for (let t = 0; t < features.length; t += 1) {
      for (const row of features[t] ?? []) {
        for (let tag = 0; tag < size; tag += 1) {
          const slope = slopes[t * size + tag] ?? 0;
          if (slope > 1e-4 || slope < -1e-4) move(this.#sparse, squares.sparse, row * size + tag, slope);
        }
      }
    }
    for (let at = 0; at < stepSlopes.length; at += 1) {
      if (this.#allowed[at] === 1) move(this.#steps, squares.steps, at, stepSlopes[at] ?? 0);
    }
    if (example.vectors === null) return;
    const { width } = this;
    const whole = new Float32Array(width * size);
    for (let t = 0; t < features.length; t += 1) {
      for (let tag = 0; tag < size; tag += 1) {
        const slope = (slopes[t * size + tag] ?? 0) * unit;
        if (slope < 3e-6 && slope > -3e-6) continue;
        for (let d = 0; d < width; d += 1)
          whole[d * size + tag] = (whole[d * size + tag] ?? 0) + slope * (example.vectors[t * width + d] ?? 0);
      }
    }
    for (let at = 0; at < whole.length; at += 1) move(this.#dense, squares.dense, at, whole[at] ?? 0);
  }

  /** Forward and backward, each token scaled to a sum of 1: what the model expects less what is so. */
  #slopes(scores: Float64Array, tags: Int32Array): { slopes: Float64Array; stepSlopes: Float64Array } {
    const size = this.#size;
    const length = tags.length;
    const steps = Float64Array.from(this.#steps, (weight, at) => (this.#allowed[at] === 1 ? Math.exp(weight) : 0));
    const emitted = new Float64Array(scores.length);
    for (let t = 0; t < length; t += 1) {
      let top = -Infinity;
      for (let tag = 0; tag < size; tag += 1) top = Math.max(top, scores[t * size + tag] ?? 0);
      for (let tag = 0; tag < size; tag += 1) emitted[t * size + tag] = Math.exp((scores[t * size + tag] ?? 0) - top);
    }
    const forward = new Float64Array(length * size);
    const scale = new Float64Array(length);
    for (let t = 0; t < length; t += 1) {
      for (let to = 0; to < size; to += 1) {
        let sum = 0;
        if (t === 0) sum = steps[size * size + to] ?? 0;
        else
          for (let tag = 0; tag < size; tag += 1)
            sum += (forward[(t - 1) * size + tag] ?? 0) * (steps[tag * size + to] ?? 0);
        forward[t * size + to] = sum * (emitted[t * size + to] ?? 0);
        scale[t] = (scale[t] ?? 0) + (forward[t * size + to] ?? 0);
      }
      for (let to = 0; to < size; to += 1) forward[t * size + to] = (forward[t * size + to] ?? 0) / (scale[t] ?? 0);
    }
    const slopes = new Float64Array(length * size);
    const stepSlopes = new Float64Array(steps.length);
    let backward = new Float64Array(size).fill(1);
    for (let t = length - 1; t >= 0; t -= 1) {
      for (let tag = 0; tag < size; tag += 1)
        slopes[t * size + tag] = (forward[t * size + tag] ?? 0) * (backward[tag] ?? 0);
      const before = new Float64Array(size);
      for (let to = 0; to < size; to += 1) {
        const onward = ((emitted[t * size + to] ?? 0) * (backward[to] ?? 0)) / (scale[t] ?? 0);
        if (t === 0) {
          stepSlopes[size * size + to] = (stepSlopes[size * size + to] ?? 0) + (steps[size * size + to] ?? 0) * onward;
          continue;
        }
        for (let tag = 0; tag < size; tag += 1) {
          const through = (steps[tag * size + to] ?? 0) * onward;
          before[tag] = (before[tag] ?? 0) + through;
          stepSlopes[tag * size + to] =
            (stepSlopes[tag * size + to] ?? 0) + (forward[(t - 1) * size + tag] ?? 0) * through;
        }
      }
      const tag = tags[t] ?? 0;
      slopes[t * size + tag] = (slopes[t * size + tag] ?? 0) - 1;
      stepSlopes[(t === 0 ? size : (tags[t - 1] ?? 0)) * size + tag] =
        (stepSlopes[(t === 0 ? size : (tags[t - 1] ?? 0)) * size + tag] ?? 0) - 1;
      backward = before;
    }
    return { slopes, stepSlopes };
  }
}

/** An entity goes on only after its own beginning: no I-x but after B-x or I-x. The last row is the sentence's start. */
function allowedSteps(labels: readonly string[]): Uint8Array {
  const from = [...labels, 'O'];
  return Uint8Array.from(
    from.flatMap((before) =>
      labels.map((label) => (label.startsWith('I-') && before.slice(1) !== label.slice(1) ? 0 : 1)),
    ),
  );
}
