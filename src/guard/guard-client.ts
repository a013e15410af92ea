import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { failure, type Outcome } from '../core/outcome.ts';
import type {
  EncoderTimes,
  GuardApi,
  GuardFailureCode,
  GuardLoadRequest,
  GuardReady,
  GuardScores,
} from '../protocol/guard-api.ts';
import { onWorkerDeath } from '../protocol/worker-death.ts';

export type GuardOutcome<Value> = Outcome<Value, GuardFailureCode>;

/** How long whoever needs a judgement waits for it; infinite where nobody is there to ask. */
export type GuardPatience = {
  /** For a guard that is still loading. */
  loadingMs: number;
  /** After the worker has taken the text up. */
  judgingMs: number;
};

export const interactivePatience: GuardPatience = { loadingMs: 2000, judgingMs: 300 };
export const endlessPatience: GuardPatience = { loadingMs: Infinity, judgingMs: Infinity };

/** The guard as the page sees it. A worker that dies is replaced, with the same model, for the next text. */
export interface GuardClient {
  load(request: GuardLoadRequest): Promise<GuardOutcome<GuardReady>>;
  /** Begins at once; `answer` waits, with the patience given, from when it is called. */
  judge(text: string, patience: GuardPatience): { answer: () => Promise<GuardOutcome<GuardScores>> };
  /** In the order given; waits for a guard that is still loading. */
  judgeMany(texts: readonly string[]): Promise<GuardOutcome<readonly GuardScores[]>>;
  measure(texts: readonly string[]): Promise<GuardOutcome<readonly EncoderTimes[]>>;
  close(): void;
}

function spawnWorker(): Worker {
  return new Worker(new URL('../../workers/guard.worker.ts', import.meta.url), { type: 'module' });
}

export function connectGuard(spawn: () => Worker = spawnWorker): GuardClient {
  return new RespawningGuard(spawn);
}

/** A worker, its load, and a promise that settles only if it dies. */
type Line = {
  worker: Worker;
  api: Remote<GuardApi>;
  ready: Promise<GuardOutcome<GuardReady>>;
  death: Promise<GuardOutcome<never>>;
};

const notLoaded = failure('not_loaded', 'The guard is not loaded yet.');

class RespawningGuard implements GuardClient {
  readonly #spawn: () => Worker;
  #line: Line | null = null;
  #request: GuardLoadRequest | null = null;
  /** Settles when somebody asks for the first load: until then a text can only wait. */
  readonly #asked = signal();

  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
  }

  load(request: GuardLoadRequest): Promise<GuardOutcome<GuardReady>> {
    this.close();
    this.#request = request;
    const { ready } = this.#openLine(request);
    this.#asked.give();
    return ready;
  }

  judge(text: string, patience: GuardPatience): { answer: () => Promise<GuardOutcome<GuardScores>> } {
    const loaded = signal();
    const started = signal();
    const judged = this.#judgeWhenLoaded(text, loaded.give, started.give);
    return {
      answer: () => {
        const late = async (): Promise<GuardOutcome<never>> => {
          const inTime = await settlesWithin(loaded.given, patience.loadingMs);
          if (!inTime) return notLoaded;
          await started.given;
          await after(patience.judgingMs);
          return failure('timed_out', 'The guard took too long.');
        };
        return Promise.race([judged, late()]);
      },
    };
  }

  async judgeMany(texts: readonly string[]): Promise<GuardOutcome<readonly GuardScores[]>> {
    await this.#asked.given;
    return this.#ask((api) => api.judgeMany(texts));
  }

  async measure(texts: readonly string[]): Promise<GuardOutcome<readonly EncoderTimes[]>> {
    return this.#ask((api) => api.measure(texts));
  }

  close(): void {
    this.#line?.api[releaseProxy]();
    this.#line?.worker.terminate();
    this.#line = null;
  }

  async #judgeWhenLoaded(
    text: string,
    onLoaded: () => void,
    onStarted: () => void,
  ): Promise<GuardOutcome<GuardScores>> {
    await this.#asked.given;
    return this.#ask((api) => {
      onLoaded();
      return api.judge(
        text,
        proxy(() => {
          onStarted();
        }),
      );
    });
  }

  async #ask<Value>(question: (api: Remote<GuardApi>) => Promise<GuardOutcome<Value>>): Promise<GuardOutcome<Value>> {
    if (this.#request === null) return notLoaded;
    const { api, ready, death } = this.#openLine(this.#request);
    try {
      const loaded = await ready;
      if (!loaded.ok) return loaded;
      return await Promise.race([question(api), death]);
    } catch (error) {
      return failure('guard_failed', `The guard met an error of its own: ${String(error)}`);
    }
  }

  #openLine(request: GuardLoadRequest): Line {
    if (this.#line !== null) return this.#line;
    const worker = this.#spawn();
    const death = new Promise<GuardOutcome<never>>((resolve) => {
      onWorkerDeath(worker, () => {
        if (this.#line?.worker === worker) this.close();
        resolve(
          failure('worker_died', 'The guard’s worker stopped unexpectedly. It is started anew for the next request.'),
        );
      });
    });
    const api = wrap<GuardApi>(worker);
    const loading = api.load(request).catch((error: unknown) => failure('guard_failed', String(error)));
    this.#line = { worker, api, death, ready: Promise.race([loading, death]) };
    return this.#line;
  }
}

type Signal = { given: Promise<void>; give: () => void };

function signal(): Signal {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    given,
    give: () => {
      give();
    },
  };
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    // A timer of infinite length would fire at once.
    if (ms !== Infinity) setTimeout(resolve, ms, undefined);
  });
}

async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  return Promise.race([promise.then(() => true), after(ms).then(() => false)]);
}
