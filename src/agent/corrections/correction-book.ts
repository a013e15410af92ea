import * as v from 'valibot';
import type { Call } from '../../core/call.ts';
import type { Correction } from '../../core/correction.ts';
import { nearestCorrection, type Encode, type Heard, type NearCorrection } from './nearest-correction.ts';
import { contentStems, frameOf } from './sentence-frame.ts';

/** What the book is kept in: one value, read and written whole. */
export type CorrectionShelf = { read: () => Promise<unknown>; write: (corrections: unknown) => Promise<void> };

export type CorrectionPair = { text: string; at: string; understood: readonly Call[]; meant: readonly Call[] };

/** More than that would be slow to compare; the oldest go first. */
const mostKept = 200;

const strings = v.array(v.string());
const argumentSchema = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  strings,
  v.record(v.string(), v.union([v.string(), strings])),
]);
const callsSchema = v.array(v.object({ tool: v.string(), args: v.record(v.string(), argumentSchema) }));
const vectorSchema = v.array(v.number());
const correctionSchema = v.object({
  id: v.string(),
  at: v.string(),
  text: v.string(),
  understood: callsSchema,
  meant: v.pipe(callsSchema, v.minLength(1)),
  vector: vectorSchema,
  frame: v.nullable(v.object({ words: strings, text: v.string(), vector: vectorSchema })),
  vectorOf: v.string(),
});

/** A person's corrections, the oldest first. */
export class CorrectionBook {
  readonly #shelf: CorrectionShelf;
  readonly #encode: Encode;
  readonly #vectorOf: string;
  #kept: readonly Correction[] = [];

  /** `vectorOf` names the model behind `encode`, version included. */
  constructor(shelf: CorrectionShelf, encode: Encode, vectorOf: string) {
    this.#shelf = shelf;
    this.#encode = encode;
    this.#vectorOf = vectorOf;
  }

  /** Reads again what is kept; another tab may have changed it. What does not read is left out. */
  async open(): Promise<void> {
    const kept = await this.#shelf.read();
    this.#kept = Array.isArray(kept)
      ? kept.flatMap((one: unknown): Correction[] => {
          const read = v.safeParse(correctionSchema, one);
          return read.success ? [read.output] : [];
        })
      : [];
  }

  list(): readonly Correction[] {
    return this.#kept;
  }

  async find(heard: Heard): Promise<NearCorrection | null> {
    return this.#kept.length === 0 ? null : nearestCorrection(heard, this.#kept, this.#encode, this.#vectorOf);
  }

  /** Without vectors, where no model can make them now, it applies to the very sentence only. */
  async add(id: string, pair: CorrectionPair): Promise<Correction> {
    const { text, words } = frameOf(pair.text, pair.meant);
    const vector = await this.#vectorOfText(pair.text);
    const frameVector = contentStems(words).length === 0 ? [] : await this.#vectorOfText(text);
    const correction = {
      ...pair,
      id,
      vector,
      frame: frameVector.length === 0 ? null : { words, text, vector: frameVector },
      vectorOf: vector.length === 0 ? '' : this.#vectorOf,
    };
    await this.open();
    await this.#keep([...this.#kept, correction].slice(-mostKept));
    return correction;
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.open();
    await this.#keep(this.#kept.filter(({ id }) => !ids.includes(id)));
  }

  async #keep(corrections: readonly Correction[]): Promise<void> {
    this.#kept = corrections;
    await this.#shelf.write(corrections);
  }

  /** Four decimals are as good as all of them, and a quarter of the room. */
  async #vectorOfText(text: string): Promise<number[]> {
    const vector = await this.#encode(text);
    return vector === null ? [] : Array.from(vector, (value) => Math.round(value * 10_000) / 10_000);
  }
}
