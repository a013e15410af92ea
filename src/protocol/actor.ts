import type { Outcome } from '../core/outcome.ts';
import type { EngineFailureCode, LoadProgress, ModelFile } from './engine.ts';

/**
 * How an argument is said: in words copied from the instruction or from the latest observation, in number words that
 * are added up, or with a closed word. `divide` is arithmetic that Python does: in half, or among all and oneself.
 */
export type StepValue =
  | { kind: 'copy'; text: string; from: 'instruction' | 'observation'; divide?: Division }
  | { kind: 'number'; parts: readonly number[]; divide?: Division }
  | { kind: 'word'; word: string };
export type Division = 'half' | 'share';

export type StepArgument = { name: string; value: StepValue };

/** One step of the embedded actor: what its critic sees, what its actor thinks, and one call. */
export type ActorStep = {
  seen: string;
  /** False where the observation holds words that ask for something the instruction does not. */
  safe: boolean;
  thought: string;
  call: string;
  args: readonly StepArgument[];
};

/** A step that was taken, as the next one's source names it: its call and the words of its first copied argument. */
export type PastStep = { call: string; said: string };

export type StepRequest = { instruction: string; observation: string; past: readonly PastStep[] };

export type StepAnswer = { step: ActorStep; confidence: number; ms: number };

/** An argument of the embedded actor's vocabulary, and how it can be said. */
export type VocabularyArgument = {
  name: string;
  kind: 'text' | 'id' | 'amount' | 'flag' | 'choice' | 'page' | 'word';
  required: boolean;
  values?: readonly string[];
};
export type VocabularyCall = { name: string; args: readonly VocabularyArgument[] };

export type ActorLoadRequest = {
  files: readonly ModelFile[];
  /** The calls that it can write; a model's tokens that are none of these stay unused. */
  vocabulary: readonly VocabularyCall[];
  /** For WASM; 1 where the page is not cross-origin isolated. */
  threads: number;
  /** The same graph with its output heads and the rows of its tokens drawn at random: what training is measured against. */
  untrainedSeed: number | null;
};

/** The contract of the actor's worker. Expected failures are values; only bugs throw. */
export interface ActorApi {
  load(
    request: ActorLoadRequest,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Outcome<null, EngineFailureCode>>;
  next(request: StepRequest): Promise<Outcome<StepAnswer, EngineFailureCode>>;
}
