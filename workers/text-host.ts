import { Chance } from '../src/core/chance.ts';
import { failure, success } from '../src/core/outcome.ts';
import type { ModelFile } from '../src/protocol/engine.ts';
import type { LearnRequest, TaggerFiles, TaggerPlan, TextApi, TextOutcome } from '../src/protocol/text-api.ts';
import type { Encoder } from './adapters/encoder.ts';
import { yieldToMessages } from './adapters/prefix-lm/yield-to-messages.ts';
import { Crf } from './adapters/tagger/crf.ts';
import { featuresOf } from './adapters/tagger/token-features.ts';

type OpenEncoder = (files: readonly ModelFile[], threads: number) => Promise<TextOutcome<Encoder>>;
type Sentences = { tokens: readonly (readonly string[])[]; vectors: (Int8Array | null)[] };
type Spread = { mean: Float32Array; deviation: Float32Array };
type Learned = { crf: Crf; plan: TaggerPlan };

const stopped = failure('stopped', 'It was stopped.');
const rate = 0.05;
/** A vector's units are kept as 32nds of their spread, so that tens of thousands of tokens fit into a tab. */
const steps = 32;
/** How many sentences the spread of the vectors is taken from. */
const spreadRows = 200;

/** Holds the encoder, the sentences with their vectors, and the tagger that was learned last. */
export class TextHost implements TextApi {
  readonly #open: OpenEncoder;
  #files: readonly ModelFile[] | null = null;
  #threads = 1;
  #encoder: Promise<TextOutcome<Encoder>> | null = null;
  #sets = new Map<string, Sentences>();
  #spread: Spread | null = null;
  #learned: Learned | null = null;
  #isStopped = false;

  constructor(open: OpenEncoder) {
    this.#open = open;
  }

  prepare(files: readonly ModelFile[], threads: number): Promise<void> {
    this.#files = files;
    this.#threads = threads;
    return Promise.resolve();
  }

  put(set: string, sentences: readonly (readonly string[])[]): Promise<void> {
    this.#sets.set(set, { tokens: sentences, vectors: sentences.map(() => null) });
    return Promise.resolve();
  }

  sentenceVectors(texts: readonly string[]): Promise<TextOutcome<readonly Float32Array[]>> {
    return this.#guarded(async () => {
      const encoder = await this.#ready();
      if (!encoder.ok) return encoder;
      const made: Float32Array[] = [];
      for (const text of texts) {
        made.push(await encoder.value.sentenceVector(text));
        if ((await this.#rest()) === 'stop') return stopped;
      }
      return success(made);
    });
  }

  learn(request: LearnRequest): Promise<TextOutcome<null>> {
    return this.#guarded(async () => {
      const { labels, plan, rows, set } = request;
      const read = await this.#read(set, rows, plan.vectors);
      if (!read.ok) return read;
      const crf = new Crf(labels, plan.vectors ? (this.#spread?.mean.length ?? 0) : 0);
      const sentences = this.#sets.get(set);
      const examples = rows.map((row, index) => ({
        features: featuresOf(sentences?.tokens[row] ?? [], plan.groups),
        vectors: read.value[index] ?? null,
        tags: request.tags[index] ?? new Int32Array(),
      }));
      const chance = new Chance(request.seed);
      const random = () => chance.next();
      const settings = { epochs: plan.epochs, rate, dropout: plan.dropout, decay: 0, random };
      if (!(await crf.learn(examples, settings, () => this.#rest()))) return stopped;
      this.#learned = { crf, plan };
      return success(null);
    });
  }

  tag(
    set: string,
    rows: readonly number[],
    eagerness: readonly number[],
  ): Promise<TextOutcome<readonly (readonly Int32Array[])[]>> {
    return this.#guarded(async () => {
      const learned = this.#learned;
      if (learned === null) return failure('not_loaded', 'No tagger has been learned yet.');
      const read = await this.#read(set, rows, learned.plan.vectors);
      if (!read.ok) return read;
      const tokens = this.#sets.get(set)?.tokens ?? [];
      const features = rows.map((row) => featuresOf(tokens[row] ?? [], learned.plan.groups));
      return success(
        eagerness.map((outside) =>
          features.map((each, index) => learned.crf.tag(each, read.value[index] ?? null, outside)),
        ),
      );
    });
  }

  takeHome(): Promise<TextOutcome<TaggerFiles>> {
    if (this.#learned === null) return Promise.resolve(failure('not_loaded', 'No tagger has been learned yet.'));
    const { crf, plan } = this.#learned;
    const spread = plan.vectors ? this.#spread : null;
    return Promise.resolve(success({ labels: crf.labels, plan, ...crf.weights, spread }));
  }

  stop(): Promise<void> {
    this.#isStopped = true;
    return Promise.resolve();
  }

  async #rest(): Promise<'go on' | 'stop'> {
    await yieldToMessages();
    return this.#isStopped ? 'stop' : 'go on';
  }

  async #guarded<Value>(work: () => Promise<TextOutcome<Value>>): Promise<TextOutcome<Value>> {
    this.#isStopped = false;
    try {
      return await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return failure('text_failed', `The reader of texts met an error: ${message}`);
    }
  }

  #ready(): Promise<TextOutcome<Encoder>> {
    if (this.#files === null) return Promise.resolve(failure('not_loaded', 'Nobody said where the encoder lies.'));
    this.#encoder ??= this.#open(this.#files, this.#threads).then((opened) => {
      // The next who asks may have more luck.
      if (!opened.ok) this.#encoder = null;
      return opened;
    });
    return this.#encoder;
  }

  /** The vectors of these sentences; each is encoded once. Without `wanted` there are none. */
  async #read(set: string, rows: readonly number[], wanted: boolean): Promise<TextOutcome<(Int8Array | null)[]>> {
    const sentences = this.#sets.get(set);
    if (sentences === undefined) return failure('text_failed', `There are no sentences called ${set}.`);
    if (!wanted) return success(rows.map(() => null));
    const encoder = await this.#ready();
    if (!encoder.ok) return encoder;
    if (this.#spread === null) {
      const first: Float32Array[] = [];
      for (const row of rows.slice(0, spreadRows))
        first.push(await encoder.value.tokenVectors(sentences.tokens[row] ?? []));
      this.#spread = spreadOf(first, encoder.value.width);
    }
    const made: Int8Array[] = [];
    for (const row of rows) {
      const known = sentences.vectors[row];
      const vectors = known ?? pack(await encoder.value.tokenVectors(sentences.tokens[row] ?? []), this.#spread);
      sentences.vectors[row] = vectors;
      made.push(vectors);
      if (known === null && (await this.#rest()) === 'stop') return stopped;
    }
    return success(made);
  }
}

/** Mean and standard deviation of each unit over all tokens. */
function spreadOf(vectors: readonly Float32Array[], width: number): Spread {
  const count = Math.max(
    1,
    vectors.reduce((sum, each) => sum + each.length / width, 0),
  );
  const mean = new Float32Array(width);
  for (const each of vectors) each.forEach((value, at) => (mean[at % width] = (mean[at % width] ?? 0) + value / count));
  const deviation = new Float32Array(width);
  for (const each of vectors) {
    each.forEach((value, at) => {
      const unit = at % width;
      deviation[unit] = (deviation[unit] ?? 0) + (value - (mean[unit] ?? 0)) ** 2 / count;
    });
  }
  return { mean, deviation: deviation.map((sum) => Math.sqrt(sum) || 1) };
}

function pack(vectors: Float32Array, { mean, deviation }: Spread): Int8Array {
  const width = mean.length;
  return Int8Array.from(vectors, (value, at) => {
    const scaled = Math.round(((value - (mean[at % width] ?? 0)) / (deviation[at % width] ?? 1)) * steps);
    return Math.max(-127, Math.min(127, scaled));
  });
}
