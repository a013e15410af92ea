import { failure, success } from '../../core/outcome.ts';
import type { LabOutcome } from '../table.ts';
import type { TextClient } from './text-client.ts';

/** So many numbers stand for a text: trees find little in each of 384 units, and the first directions hold most. */
export const textVectorSize = 16;
/** More distinct texts would take the encoder longer than the idea is worth. */
const mostTexts = 12_000;
const basisTexts = 400;
const turns = 8;

/** Texts as a few numbers each: the embedded encoder's vectors along the directions in which the first texts differ most. */
export class TextColumns {
  readonly #client: TextClient;
  readonly #known = new Map<string, number[]>();
  #basis: { mean: Float32Array; directions: Float32Array[] } | null = null;

  constructor(client: TextClient) {
    this.#client = client;
  }

  /** `vectors.json` of the scripts: for each text its numbers. The directions are fixed by the first texts ever given. */
  async tableOf(texts: readonly string[]): Promise<LabOutcome<string>> {
    const wanted = [...new Set(texts)].filter((text) => text !== '' && !this.#known.has(text));
    if (wanted.length + this.#known.size > mostTexts) {
      return failure('lab_failed', `There are more than ${String(mostTexts)} different texts.`);
    }
    if (wanted.length > 0) {
      const read = await this.#client.sentenceVectors(wanted);
      if (!read.ok) return failure(read.code === 'stopped' ? 'stopped' : 'lab_failed', read.message);
      this.#basis ??= directionsOf(read.value.slice(0, basisTexts));
      for (const [at, text] of wanted.entries()) {
        const vector = read.value[at];
        if (vector !== undefined) this.#known.set(text, along(vector, this.#basis));
      }
    }
    return success(JSON.stringify(Object.fromEntries(this.#known)));
  }
}

/** Principal directions by power iteration, the strongest first; each is taken out before the next is looked for. */
export function directionsOf(vectors: readonly Float32Array[]): { mean: Float32Array; directions: Float32Array[] } {
  const width = vectors[0]?.length ?? 0;
  const mean = new Float32Array(width);
  for (const vector of vectors) vector.forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value / vectors.length));
  const rows = vectors.map((vector) => vector.map((value, at) => value - (mean[at] ?? 0)));
  const directions: Float32Array[] = [];
  for (let count = 0; count < Math.min(textVectorSize, width); count += 1) {
    let direction = unit(Float32Array.from({ length: width }, (_, at) => Math.sin(1 + at * (count + 1))));
    for (let turn = 0; turn < turns; turn += 1) {
      const next = new Float32Array(width);
      for (const row of rows) {
        const share = dot(row, direction);
        row.forEach((value, at) => (next[at] = (next[at] ?? 0) + share * value));
      }
      direction = unit(next);
    }
    for (const row of rows) {
      const share = dot(row, direction);
      direction.forEach((value, at) => (row[at] = (row[at] ?? 0) - share * value));
    }
    directions.push(direction);
  }
  return { mean, directions };
}

function along(
  vector: Float32Array,
  { mean, directions }: { mean: Float32Array; directions: Float32Array[] },
): number[] {
  const centred = vector.map((value, at) => value - (mean[at] ?? 0));
  return directions.map((direction) => Number(dot(centred, direction).toFixed(4)));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}
