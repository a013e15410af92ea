import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type {
  EncoderTimes,
  GuardFailureCode,
  GuardLoadRequest,
  GuardReady,
  GuardScores,
} from '../../src/protocol/guard-api.ts';
import { readGuardConfig, type GuardConfig } from './guard-bert/config.ts';
import { calibrated, strictest, type HeadLogits } from './guard-bert/scores.ts';
import { readPieces, type Pieces } from './prefix-lm/pieces.ts';
import { openRuntime, openSession, usableThreads, type Runtime } from './prefix-lm/runtime.ts';
import { fetchVerified, type VerifiedFiles } from './verified-files.ts';

/** A guard that is loaded and warm. */
export interface LoadedGuard {
  readonly ready: GuardReady;
  judge(text: string): Promise<GuardScores>;
  judgeMany(texts: readonly string[]): Promise<readonly GuardScores[]>;
  measure(texts: readonly string[]): Promise<readonly EncoderTimes[]>;
}

export type OpenGuard = (request: GuardLoadRequest) => Promise<Outcome<LoadedGuard, GuardFailureCode>>;

/** The guard's adapter: MiniLM with six heads, on the same runtime and word pieces as the agent's. */
export const openGuardBert: OpenGuard = async (request) => {
  const startedMs = performance.now();
  const files = await fetchVerified(request.files, () => undefined);
  if (!files.ok) return files;
  let model: { pieces: Pieces; config: GuardConfig };
  try {
    model = readModel(files.value);
  } catch (error) {
    return failure('model_corrupt', `The guard's files do not fit this app: ${messageOf(error)}`);
  }
  try {
    const runtime = await openRuntime('plain', request.threads);
    const session = await openSession(runtime, bytesOf(files.value, 'model.onnx'), 'wasm');
    const guard = new GuardBert(model.pieces, model.config, session, runtime.Tensor);
    await guard.judge('water the plants on friday');
    const loadMs = performance.now() - startedMs;
    const ready = { modelId: request.modelId, threads: usableThreads(request.threads), loadMs };
    return success({
      ready,
      judge: (text) => guard.judge(text),
      judgeMany: (texts) => guard.judgeMany(texts),
      measure: (texts) => guard.measure(texts),
    });
  } catch (error) {
    return startFailure(messageOf(error));
  }
};

function readModel(files: VerifiedFiles): { pieces: Pieces; config: GuardConfig } {
  const json = (path: string): object => JSON.parse(new TextDecoder().decode(bytesOf(files, path))) as object;
  return {
    pieces: readPieces(json('tokenizer.json'), json('tokenizer_config.json')),
    config: readGuardConfig(json('config.json')),
  };
}

function bytesOf(files: VerifiedFiles, path: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`the manifest lacks ${path}`);
  return bytes;
}

function startFailure(message: string): Outcome<never, GuardFailureCode> {
  if (/out of memory|bad_alloc|allocation failed/i.test(message)) {
    return failure('out_of_memory', 'There is not enough memory for the guard. Close some tabs and reload.');
  }
  return failure('no_runtime', `The guard could not be started: ${message}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Encoded = { logits: HeadLogits; vector: Float32Array };

class GuardBert {
  readonly #pieces: Pieces;
  readonly #config: GuardConfig;
  readonly #session: InferenceSession;
  readonly #tensor: Runtime['Tensor'];

  constructor(pieces: Pieces, config: GuardConfig, session: InferenceSession, tensor: Runtime['Tensor']) {
    this.#pieces = pieces;
    this.#config = config;
    this.#session = session;
    this.#tensor = tensor;
  }

  async judge(text: string): Promise<GuardScores> {
    const startedMs = performance.now();
    const judged: Encoded[] = [];
    for (const ids of this.#windows(text)) judged.push(...(await this.#encode([ids])));
    return this.#scoresOf(judged, performance.now() - startedMs);
  }

  /** All windows of all texts in one run. A batch shares its int8 scales, so scores differ from `judge`'s by rounding. */
  async judgeMany(texts: readonly string[]): Promise<readonly GuardScores[]> {
    const startedMs = performance.now();
    const windows = texts.map((text) => this.#windows(text));
    const encoded = await this.#encode(windows.flat());
    const ms = (performance.now() - startedMs) / texts.length;
    let at = 0;
    return windows.map(({ length }) => this.#scoresOf(encoded.slice(at, (at += length)), ms));
  }

  #scoresOf(judged: readonly Encoded[], ms: number): GuardScores {
    const heads = strictest(judged.map(({ logits }) => calibrated(logits, this.#config.temperatures)));
    return { heads, vector: meanOf(judged.map(({ vector }) => vector)), ms };
  }

  /** Whole judgements and the encoder alone take turns, so that both meet the same machine. */
  async measure(texts: readonly string[]): Promise<readonly EncoderTimes[]> {
    const times: EncoderTimes[] = [];
    for (const text of texts) {
      const inputs = this.#windows(text).map((ids) => this.#inputs([ids]));
      const encoderMs: number[] = [];
      const judgeMs: number[] = [];
      for (let round = 0; round < 3; round++) {
        const startedMs = performance.now();
        for (const input of inputs) await this.#session.run(input);
        encoderMs.push(performance.now() - startedMs);
        judgeMs.push((await this.judge(text)).ms);
      }
      times.push({ pieces: this.#pieces.ofText(text).length, encoderMs, judgeMs });
    }
    return times;
  }

  /** The model reads so many word pieces; a longer text is judged in parts, so that nothing hides behind its beginning. */
  #windows(text: string): number[][] {
    const { start, end, ofText } = this.#pieces;
    const all = ofText(text);
    const size = this.#config.maxPieces - 2;
    const windows: number[][] = [];
    for (let at = 0; at < Math.max(1, all.length); at += size) windows.push([start, ...all.slice(at, at + size), end]);
    return windows;
  }

  /** Shorter rows are filled up with pieces that the mask hides. */
  #inputs(rows: readonly (readonly number[])[]): { [name: string]: Tensor } {
    const length = Math.max(...rows.map((row) => row.length));
    const tensor = (value: (id: number) => number): Tensor => {
      const data = new BigInt64Array(rows.length * length);
      rows.forEach((row, r) => {
        row.forEach((id, place) => (data[r * length + place] = BigInt(value(id))));
      });
      return new this.#tensor('int64', data, [rows.length, length]);
    };
    return { input_ids: tensor((id) => id), attention_mask: tensor(() => 1), token_type_ids: tensor(() => 0) };
  }

  async #encode(rows: readonly (readonly number[])[]): Promise<Encoded[]> {
    const outputs = await this.#session.run(this.#inputs(rows));
    const values = (name: string): Float32Array => {
      const data = outputs[name]?.data;
      if (!(data instanceof Float32Array)) throw new Error(`The graph has no output ${name}`);
      return data;
    };
    const risk = values('risk');
    const vectors = values('sentence_vector');
    const width = vectors.length / rows.length;
    return rows.map((_, row) => {
      const one = (name: string): number => values(name)[row] ?? NaN;
      const level = (place: number): number => risk[row * 3 + place] ?? NaN;
      return {
        logits: {
          risk: [level(0), level(1), level(2)],
          feasible: one('feasible'),
          legal: one('legal'),
          ethical: one('ethical'),
          reversible: one('reversible'),
          limited: one('limited'),
        },
        vector: vectors.slice(row * width, (row + 1) * width),
      };
    });
  }
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, place) => (mean[place] = (mean[place] ?? 0) + value));
  return mean.map((sum) => sum / vectors.length);
}
