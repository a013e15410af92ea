import type { Outcome } from '../../src/core/outcome.ts';
import type {
  EngineFailureCode,
  EngineReady,
  GenerateRequest,
  Generation,
  LoadProgress,
  LoadRequest,
} from '../../src/protocol/engine.ts';

/** A model that is loaded and warm. What runs inside is the adapter's own matter: a graph, web-llm, the browser's model. */
export interface LoadedModel {
  readonly ready: EngineReady;
  /** `signal` aborts within one token; an aborted request gives `interrupted`. */
  generate(
    request: GenerateRequest,
    onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<Generation, EngineFailureCode>>;
  close(): Promise<void>;
}

/** One way to run models. Expected failures are values with the engine's closed set of codes. */
export type Adapter = (
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
) => Promise<Outcome<LoadedModel, EngineFailureCode>>;
