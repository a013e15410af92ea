import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { failure, type Outcome } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';
import type {
  EngineApi,
  EngineCapabilities,
  EngineFailureCode,
  EngineReady,
  GenerateRequest,
  Generation,
  LoadProgress,
  LoadRequest,
} from '../protocol/engine.ts';
import { onWorkerDeath } from '../protocol/worker-death.ts';

export type EngineOutcome<Value> = Outcome<Value, EngineFailureCode>;

/** The engine as the page sees it: one request at a time, and a worker that is replaced when it dies. */
export interface EngineClient {
  capabilities(): Promise<EngineCapabilities>;
  load(request: LoadRequest, onProgress?: (progress: LoadProgress) => void): Promise<EngineOutcome<EngineReady>>;
  /** Waits for a load that is under way and for the requests before it. */
  generate(request: GenerateRequest, onText?: (textSoFar: string) => void): Promise<EngineOutcome<Generation>>;
  /** Stops the request of this run, whether it is running or still waiting. */
  interrupt(runId: RunId): void;
  unload(): Promise<void>;
  /** Ends the worker for good. */
  close(): void;
}

function spawnWorker(): Worker {
  return new Worker(new URL('../../workers/agent-engine.worker.ts', import.meta.url), { type: 'module' });
}

export function connectEngine(spawn: () => Worker = spawnWorker): EngineClient {
  return new QueuedEngine(spawn);
}

/** The registry's tools carry what they do, and functions cannot cross to a worker. */
export function plainData(request: LoadRequest): LoadRequest {
  const tools = request.vocabulary.tools.map(({ name, effect, summary, noun, args }) => ({
    name,
    effect,
    summary,
    noun,
    args,
  }));
  return { ...request, vocabulary: { ...request.vocabulary, tools } };
}

/** A worker, and a promise that settles only if it dies. */
type Line = { worker: Worker; api: Remote<EngineApi>; death: Promise<EngineOutcome<never>> };

class QueuedEngine implements EngineClient {
  readonly #spawn: () => Worker;
  #line: Line | null = null;
  #hasLoaded = false;
  /** What is to be loaded again in a new worker. */
  #lastLoad: LoadRequest | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Set<RunId>();
  readonly #stopped = new Set<RunId>();

  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
  }

  capabilities(): Promise<EngineCapabilities> {
    return this.#openLine().api.capabilities();
  }

  load(
    request: LoadRequest,
    onProgress: (progress: LoadProgress) => void = () => undefined,
  ): Promise<EngineOutcome<EngineReady>> {
    return this.#enqueue(async () => {
      // A runtime keeps its threads and its memory for as long as its worker lives, so each model gets a new one.
      if (this.#hasLoaded) this.#drop();
      this.#hasLoaded = true;
      const sent = plainData(request);
      let ended = false;
      // Progress has a port of its own, so a last word of it may arrive after the outcome, and must not follow it.
      const onProgressUntilEnd = (progress: LoadProgress): void => {
        if (!ended) onProgress(progress);
      };
      const loaded = await this.#call((api) => api.load(sent, proxy(onProgressUntilEnd)));
      ended = true;
      this.#lastLoad = loaded.ok ? sent : null;
      return loaded;
    });
  }

  async generate(
    request: GenerateRequest,
    onText: (textSoFar: string) => void = () => undefined,
  ): Promise<EngineOutcome<Generation>> {
    this.#waiting.add(request.runId);
    try {
      return await this.#enqueue(() => this.#generateNow(request, onText));
    } finally {
      this.#waiting.delete(request.runId);
      this.#stopped.delete(request.runId);
    }
  }

  interrupt(runId: RunId): void {
    if (!this.#waiting.has(runId)) return;
    this.#stopped.add(runId);
    void this.#line?.api.interrupt(runId);
  }

  unload(): Promise<void> {
    return this.#enqueue(async () => {
      this.#lastLoad = null;
      await this.#line?.api.unload();
    });
  }

  close(): void {
    this.#lastLoad = null;
    this.#drop();
  }

  async #generateNow(
    request: GenerateRequest,
    onText: (textSoFar: string) => void,
  ): Promise<EngineOutcome<Generation>> {
    if (this.#stopped.has(request.runId)) return failure('interrupted', 'Stopped.');
    if (this.#line === null && this.#lastLoad !== null) {
      const { modelId } = this.#lastLoad;
      const again = await this.#reload(this.#lastLoad);
      if (!again.ok) return again;
      if (this.#stopped.has(request.runId)) return failure('interrupted', `Stopped while ${modelId} was loading.`);
    }
    let ended = false;
    let lastText = '';
    // Text has a port of its own, so it may arrive after the stop or after the answer, and must not follow either.
    const onTextUntilEnd = (textSoFar: string): void => {
      if (ended || this.#stopped.has(request.runId)) return;
      lastText = textSoFar;
      onText(textSoFar);
    };
    const answer = await this.#call((api) => api.generate(request, proxy(onTextUntilEnd)));
    if (answer.ok && lastText !== answer.value.text) onTextUntilEnd(answer.value.text);
    ended = true;
    return answer;
  }

  /** After a death: the same model again, so that one crash costs one answer. */
  #reload(request: LoadRequest): Promise<EngineOutcome<EngineReady>> {
    return this.#call((api) =>
      api.load(
        request,
        proxy(() => undefined),
      ),
    );
  }

  #enqueue<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  /** The worker's answer, or `worker_died` where it dies first. */
  async #call<Value>(ask: (api: Remote<EngineApi>) => Promise<EngineOutcome<Value>>): Promise<EngineOutcome<Value>> {
    const { api, death } = this.#openLine();
    try {
      return await Promise.race([ask(api), death]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return failure('engine_failed', `The engine met an error of its own: ${message}`);
    }
  }

  #openLine(): Line {
    if (this.#line !== null) return this.#line;
    const worker = this.#spawn();
    const death = new Promise<EngineOutcome<never>>((resolve) => {
      onWorkerDeath(worker, (reason) => {
        if (this.#line?.worker === worker) this.#drop();
        const said = reason === null ? '' : ` (${reason})`;
        resolve(
          failure(
            'worker_died',
            `The model's worker stopped unexpectedly${said}. It is started anew for the next request.`,
          ),
        );
      });
    });
    this.#line = { worker, api: wrap<EngineApi>(worker), death };
    return this.#line;
  }

  #drop(): void {
    this.#line?.api[releaseProxy]();
    this.#line?.worker.terminate();
    this.#line = null;
    this.#hasLoaded = false;
  }
}
