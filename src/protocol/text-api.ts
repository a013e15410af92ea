import type { Outcome } from '../core/outcome.ts';
import type { ModelFile } from './engine.ts';

export type TextFailureCode =
  | 'model_missing'
  | 'model_corrupt'
  | 'no_runtime'
  | 'out_of_memory'
  | 'not_loaded'
  | 'stopped'
  | 'worker_died'
  | 'text_failed';
export type TextOutcome<Value> = Outcome<Value, TextFailureCode>;

/** Groups of features that a tagger takes or leaves. */
export type FeatureGroup = 'words' | 'shapes' | 'affixes' | 'neighbours' | 'sentence';

export type TaggerPlan = {
  groups: readonly FeatureGroup[];
  /** Whether a token's vector, from the middle of the embedded encoder, is a feature too. */
  vectors: boolean;
  epochs: number;
  /** The share of the named features that is left out at random while learning. */
  dropout: number;
};

export type LearnRequest = {
  /** The name under which the sentences were handed over, and which of them are learned from. */
  set: string;
  rows: readonly number[];
  /** For each of the rows its tags, as places in `labels`. The first label is "O". */
  tags: readonly Int32Array[];
  labels: readonly string[];
  plan: TaggerPlan;
  seed: number;
};

/** A tagger to take home. Weights are rows of `labels.length` numbers. */
export type TaggerFiles = {
  labels: readonly string[];
  plan: TaggerPlan;
  /** Of the hashed features. */
  sparse: Float32Array;
  /** Of the vector's units; empty where there are none. */
  dense: Float32Array;
  /** From each tag, and in the last row from the start of a sentence, to each tag. */
  steps: Float32Array;
  /** What is taken off a vector, and what it is divided by; null where there are none. */
  spread: { mean: Float32Array; deviation: Float32Array } | null;
};

/** The contract of the worker that reads texts for the Lab: vectors of the embedded encoder, and a tagger that learns. */
export interface TextApi {
  /** Says where the encoder lies. It is fetched when the first vector is asked for. */
  prepare(files: readonly ModelFile[], threads: number): Promise<void>;
  /** One vector a text: the mean of the encoder's last states. */
  sentenceVectors(texts: readonly string[]): Promise<TextOutcome<readonly Float32Array[]>>;
  /** Keeps tokenised sentences under a name. */
  put(set: string, sentences: readonly (readonly string[])[]): Promise<void>;
  /** Learns a tagger, which takes the place of the one before. */
  learn(request: LearnRequest): Promise<TextOutcome<null>>;
  /** For each value of `eagerness` the tags of each row; the higher, the more is taken for an entity. */
  tag(
    set: string,
    rows: readonly number[],
    eagerness: readonly number[],
  ): Promise<TextOutcome<readonly (readonly Int32Array[])[]>>;
  takeHome(): Promise<TextOutcome<TaggerFiles>>;
  /** Ends what is being learned or read, which then fails with `stopped`. */
  stop(): Promise<void>;
}
