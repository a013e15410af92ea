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
  #renewing: Promise<void> | null = null;

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
    if (this.#kept.length === 0) return null;
    const near = await nearestCorrection(heard, this.#kept, this.#encode, this.#vectorOf);
    if (this.#kept.some(({ vectorOf }) => vectorOf !== this.#vectorOf)) this.#renewing ??= this.#renew();
    return near;
  }

  /** Where no model can make vectors now, it applies to the very sentence until one can. */
  async add(id: string, pair: CorrectionPair): Promise<Correction> {
    const correction = { ...pair, id, ...(await this.#vectors(pair)) };
    await this.open();
    await this.#keep([...this.#kept, correction].slice(-mostKept));
    return correction;
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.open();
    await this.#keep(this.#kept.filter(({ id }) => !ids.includes(id)));
  }

  /** After a new version of the model, or where none was ready, the vectors are made again; not waited for. */
  async #renew(): Promise<void> {
    const renewed = new Map<string, Partial<Correction>>();
    for (const correction of this.#kept) {
      if (correction.vectorOf !== this.#vectorOf) renewed.set(correction.id, await this.#vectors(correction));
    }
    await this.open();
    await this.#keep(this.#kept.map((correction) => ({ ...correction, ...renewed.get(correction.id) })));
    this.#renewing = null;
  }

  async #vectors({
    text,
    meant,
  }: Pick<CorrectionPair, 'text' | 'meant'>): Promise<Pick<Correction, 'vector' | 'frame' | 'vectorOf'>> {
    const frame = frameOf(text, meant);
    const vector = await this.#vectorOfText(text);
    const frameVector = contentStems(frame.words).length === 0 ? [] : await this.#vectorOfText(frame.text);
    return {
      vector,
      frame: frameVector.length === 0 ? null : { ...frame, vector: frameVector },
      vectorOf: vector.length === 0 ? '' : this.#vectorOf,
    };
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
