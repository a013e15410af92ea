import type { Call } from './call.ts';

/** A sentence without its own titles and times, and its vector: sentences of the same kind are near by these. */
export type SentenceFrame = { words: readonly string[]; text: string; vector: readonly number[] };

/** What a person said, what was made of it, and what they meant by it. Kept on this device only. */
export type Correction = {
  id: string;
  /** Local time. */
  at: string;
  text: string;
  understood: readonly Call[];
  meant: readonly Call[];
  vector: readonly number[];
  /** Null where nothing is left of the sentence but what it is about. */
  frame: SentenceFrame | null;
  /** The model that made the vectors: those of different models do not compare. */
  vectorOf: string;
};

/** A correction that a new sentence was near enough to; 1 is the very sentence. */
export type UsedCorrection = { id: string; text: string; similarity: number };
