import type { HeadScores } from '../core/judgement.ts';
import type { Outcome } from '../core/outcome.ts';
import type { ModelFile } from './engine.ts';

export type GuardFailureCode =
  | 'model_missing'
  | 'model_corrupt'
  | 'no_runtime'
  | 'out_of_memory'
  | 'not_loaded'
  | 'timed_out'
  | 'worker_died'
  | 'guard_failed';

export type GuardLoadRequest = {
  modelId: string;
  files: readonly ModelFile[];
  /** Threads for WASM; 1 where the page is not cross-origin isolated. */
  threads: number;
};

export type GuardReady = { modelId: string; threads: number; loadMs: number };

export type GuardScores = {
  /** Calibrated: each head's logits are divided by its temperature. */
  heads: HeadScores;
  /** The mean of the encoder's last states: near vectors, near meanings. */
  vector: Float32Array;
  /** In the worker: word pieces, encoder and heads. */
  ms: number;
};

/** What the graph takes in a bench: nothing but the session, so that the rest of a judgement can be set against it. */
export type EncoderTimes = { pieces: number; encoderMs: readonly number[]; judgeMs: readonly number[] };

/** The contract of the guard worker. Expected failures are values; `onStarted` is a comlink proxy on the page's side. */
export interface GuardApi {
  load(request: GuardLoadRequest): Promise<Outcome<GuardReady, GuardFailureCode>>;
  /** `onStarted` is called when the worker takes the text up: a time-out counts from there. */
  judge(text: string, onStarted: () => void): Promise<Outcome<GuardScores, GuardFailureCode>>;
  /** Several at a time, for pages that look at many texts; a text that comes through `judge` meanwhile goes between. */
  judgeMany(texts: readonly string[]): Promise<Outcome<readonly GuardScores[], GuardFailureCode>>;
  /** For `npm run bench`: each text through the encoder alone and through a whole judgement, in turns. */
  measure(texts: readonly string[]): Promise<Outcome<readonly EncoderTimes[], GuardFailureCode>>;
}
