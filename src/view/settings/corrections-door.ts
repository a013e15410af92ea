import type { Correction } from '../../core/correction.ts';

/** What the settings may do with a person's corrections. */
export type CorrectionsDoor = {
  /** The newest first. */
  list(): Promise<readonly Correction[]>;
  forget(ids: readonly string[]): Promise<void>;
  /** All of them in the trainer's format, one JSON a line. */
  rows(): string;
};
