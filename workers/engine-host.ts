import { failure, type Outcome } from '../src/core/outcome.ts';
import type { RunId } from '../src/core/plan.ts';
import type {
  AdapterId,
  EngineApi,
  EngineCapabilities,
  EngineFailureCode,
  EngineReady,
  GenerateRequest,
  Generation,
  LoadProgress,
  LoadRequest,
} from '../src/protocol/engine.ts';
import type { Adapter, LoadedModel } from './adapters/adapter.ts';

export type Adapters = { readonly [Id in AdapterId]?: Adapter };

/** Holds one loaded model and runs one request at a time; the page's client does the queueing. */
export class EngineHost implements EngineApi {
  readonly #adapters: Adapters;
  readonly #capabilities: () => Promise<EngineCapabilities>;
  #loaded: LoadedModel | null = null;
  #running: { runId: RunId; controller: AbortController; ended: Promise<unknown> } | null = null;

  constructor(adapters: Adapters, capabilities: () => Promise<EngineCapabilities>) {
    this.#adapters = adapters;
    this.#capabilities = capabilities;
  }

  capabilities(): Promise<EngineCapabilities> {
    return this.#capabilities();
  }

  async load(
    request: LoadRequest,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Outcome<EngineReady, EngineFailureCode>> {
    await this.unload();
    const open = this.#adapters[request.adapter];
    if (open === undefined) return failure('no_runtime', `This app has no adapter “${request.adapter}”.`);
    const opened = await open(request, onProgress);
    if (!opened.ok) return opened;
    this.#loaded = opened.value;
    return { ok: true, value: opened.value.ready };
  }

  async generate(
    request: GenerateRequest,
    onText: (textSoFar: string) => void,
  ): Promise<Outcome<Generation, EngineFailureCode>> {
    const loaded = this.#loaded;
    if (loaded === null) return failure('not_loaded', 'The model is not loaded yet.');
    const { modelId } = loaded.ready;
    if (modelId !== request.modelId) {
      return failure('wrong_model', `“${request.modelId}” was asked for, but “${modelId}” is loaded.`);
    }
    if (this.#running !== null) return failure('engine_failed', 'The engine is busy with another request.');
    const controller = new AbortController();
    const answer = loaded.generate(request, onText, controller.signal).finally(() => (this.#running = null));
    this.#running = { runId: request.runId, controller, ended: answer };
    return answer;
  }

  interrupt(runId: RunId): Promise<void> {
    if (this.#running?.runId === runId) this.#running.controller.abort();
    return Promise.resolve();
  }

  async unload(): Promise<void> {
    const loaded = this.#loaded;
    this.#loaded = null;
    const running = this.#running;
    running?.controller.abort();
    // A graph must not be closed under a run.
    await running?.ended.catch(() => undefined);
    await loaded?.close();
  }
}
