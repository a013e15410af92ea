import { failure, success, type Outcome } from '../src/core/outcome.ts';
import type { ActorApi, ActorLoadRequest, StepAnswer, StepRequest } from '../src/protocol/actor.ts';
import type { EngineFailureCode, LoadProgress } from '../src/protocol/engine.ts';
import type { LoadedActor, OpenActor } from './adapters/actor/open-actor.ts';

/** Holds the actor's model and decides one step at a time. */
export class ActorHost implements ActorApi {
  readonly #open: OpenActor;
  #loaded: LoadedActor | null = null;

  constructor(open: OpenActor) {
    this.#open = open;
  }

  async load(
    request: ActorLoadRequest,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Outcome<null, EngineFailureCode>> {
    await this.#loaded?.close();
    this.#loaded = null;
    const opened = await this.#open(request, onProgress);
    if (!opened.ok) return opened;
    this.#loaded = opened.value;
    return success(null);
  }

  async next(request: StepRequest): Promise<Outcome<StepAnswer, EngineFailureCode>> {
    if (this.#loaded === null) return failure('not_loaded', 'The actor is not loaded yet.');
    try {
      return await this.#loaded.next(request);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return failure('engine_failed', `The actor stopped with an error: ${message}`);
    }
  }
}
