import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { failure } from '../core/outcome.ts';
import type {
  PythonApi,
  PythonFile,
  PythonOutcome,
  PythonOutput,
  PythonReady,
  PythonRun,
  PythonRunId,
  PythonShared,
} from '../protocol/python-api.ts';
import { answerInto, makeShared, stopWaiting, type HostBridge } from './host-bridge.ts';
import { fetchPythonParts, type PythonAssets, type ReadWheels } from './python-parts.ts';
import { parsePythonRun } from './parse-python-run.ts';
import { onWorkerDeath } from '../protocol/worker-death.ts';

export type RunOptions = {
  runId: PythonRunId;
  /** What a traceback calls the code. */
  name?: string;
  /** After this the run is stopped, and after a moment of grace the worker with it. */
  timeLimitMs?: number;
  outputLimit?: number;
  /** Forgets the variables of the runs before. */
  fresh?: boolean;
  onOutput?: (output: PythonOutput) => void;
  /** Who answers `host.call(name, argument)`; needs cross-origin isolation. */
  host?: HostBridge;
};

/** Python as the page sees it: one run at a time, in a worker that is replaced when it does not stop or dies. */
export interface PythonClient {
  /** Fetches what is needed and starts Python; the same promise for all who ask. */
  start(): Promise<PythonOutcome<PythonReady>>;
  /** Starts Python where it is not there yet, and waits for the runs before. */
  run(code: string, options: RunOptions): Promise<PythonOutcome<PythonRun>>;
  /** Stops this run, whether it is running or waiting. */
  interrupt(runId: PythonRunId): void;
  /** Written again into each new worker, until `forgetFiles`. */
  writeFiles(files: readonly PythonFile[]): Promise<PythonOutcome<null>>;
  readFile(path: string): Promise<PythonOutcome<Uint8Array>>;
  listFiles(): Promise<PythonOutcome<{ path: string; sizeBytes: number }[]>>;
  /** How many workers have been started: it grows by one when variables and files of runs are lost. */
  readonly generation: number;
  close(): void;
}

export type PythonClientOptions = {
  spawn?: () => Worker;
  assets?: PythonAssets;
  memoryLimitBytes?: number;
  /** False leaves the forests, and the module `ydf`, out. */
  withForests?: boolean;
  /** Read for each new worker, which unpacks them before it is locked. */
  readWheels?: ReadWheels | undefined;
};

const defaultTimeLimitMs = 60_000;
const defaultOutputLimit = 64 * 1024;
const defaultMemoryLimitBytes = 1024 * 1024 * 1024;
/** Between the polite signal and the end of the worker. */
const graceMs = 2_000;
/** Python's SIGINT. */
const interruptSignal = 2;

function spawnWorker(): Worker {
  return new Worker(new URL('../../workers/python.worker.ts', import.meta.url), { type: 'module' });
}

export function connectPython(options: PythonClientOptions = {}): PythonClient {
  return new WatchedPython(options);
}

type Line = {
  worker: Worker;
  api: Remote<PythonApi>;
  shared: PythonShared | null;
  /** Settles when the worker is given up, with the reason. */
  end: Promise<PythonOutcome<never>>;
  giveUp: (reason: PythonOutcome<never>) => void;
  ready: Promise<PythonOutcome<PythonReady>>;
};

class WatchedPython implements PythonClient {
  readonly #options: PythonClientOptions;
  #line: Line | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #running: { runId: PythonRunId; stop: () => void } | null = null;
  readonly #waiting = new Set<PythonRunId>();
  readonly #stopped = new Set<PythonRunId>();
  generation = 0;

  constructor(options: PythonClientOptions) {
    this.#options = options;
  }

  start(): Promise<PythonOutcome<PythonReady>> {
    return this.#openLine().ready;
  }

  async run(code: string, options: RunOptions): Promise<PythonOutcome<PythonRun>> {
    this.#waiting.add(options.runId);
    try {
      return await this.#enqueue(() => this.#runNow(code, options));
    } finally {
      this.#waiting.delete(options.runId);
      this.#stopped.delete(options.runId);
    }
  }

  interrupt(runId: PythonRunId): void {
    if (!this.#waiting.has(runId)) return;
    this.#stopped.add(runId);
    if (this.#running?.runId === runId) this.#running.stop();
  }

  writeFiles(files: readonly PythonFile[]): Promise<PythonOutcome<null>> {
    return this.#ask((api) => api.writeFiles(files));
  }

  readFile(path: string): Promise<PythonOutcome<Uint8Array>> {
    return this.#ask((api) => api.readFile(path));
  }

  listFiles(): Promise<PythonOutcome<{ path: string; sizeBytes: number }[]>> {
    return this.#ask((api) => api.listFiles());
  }

  close(): void {
    this.#line?.giveUp(failure('worker_died', 'Python was closed.'));
  }

  async #runNow(code: string, options: RunOptions): Promise<PythonOutcome<PythonRun>> {
    const { runId, timeLimitMs = defaultTimeLimitMs, outputLimit = defaultOutputLimit, host } = options;
    if (this.#stopped.has(runId)) return stoppedByHand();
    const line = this.#openLine();
    const ready = await line.ready;
    if (!ready.ok) return ready;
    if (this.#stopped.has(runId)) return stoppedByHand();
    if (host !== undefined && line.shared === null) {
      return failure(
        'not_isolated',
        'Python cannot ask the page here: the page is not cross-origin isolated. Reload it once.',
      );
    }

    // A signal left over from the run before would stop this one. Cleared on this side: a worker that came late to its
    // request would wipe away the signal that is meant for it.
    if (line.shared !== null) new Uint8Array(line.shared.interrupt).fill(0);
    let reason: PythonOutcome<never> | null = null;
    const timers: ReturnType<typeof setTimeout>[] = [];
    const stop = (why: PythonOutcome<never>): void => {
      if (reason !== null) return;
      reason = why;
      if (line.shared === null) {
        line.giveUp(why);
        return;
      }
      new Uint8Array(line.shared.interrupt).fill(interruptSignal, 0, 1);
      stopWaiting(line.shared);
      timers.push(
        setTimeout(() => {
          line.giveUp(why);
        }, graceMs),
      );
    };
    timers.push(
      setTimeout(() => {
        stop(timeIsUp(timeLimitMs));
      }, timeLimitMs),
    );
    this.#running = {
      runId,
      stop: () => {
        stop(stoppedByHand());
      },
    };
    try {
      const request = { runId, code, name: options.name ?? '<code>', outputLimit, fresh: options.fresh ?? false };
      const onOutput = proxy((output: PythonOutput) => {
        if (reason === null) options.onOutput?.(output);
      });
      const onHostCall = host === undefined || line.shared === null ? null : proxy(answerInto(line.shared, host));
      const outcome = await this.#race(line, (api) => api.run(request, onOutput, onHostCall));
      if (reason !== null) return reason;
      if (!outcome.ok && (outcome.code === 'memory_limit' || outcome.code === 'python_failed')) line.giveUp(outcome);
      return outcome.ok ? parsePythonRun(outcome.value) : outcome;
    } finally {
      timers.forEach(clearTimeout);
      this.#running = null;
    }
  }

  #ask<Value>(work: (api: Remote<PythonApi>) => Promise<PythonOutcome<Value>>): Promise<PythonOutcome<Value>> {
    return this.#enqueue(async () => {
      const line = this.#openLine();
      const ready = await line.ready;
      return ready.ok ? this.#race(line, work) : ready;
    });
  }

  async #race<Value>(
    { api, end }: Line,
    work: (api: Remote<PythonApi>) => Promise<PythonOutcome<Value>>,
  ): Promise<PythonOutcome<Value>> {
    try {
      return await Promise.race([work(api), end]);
    } catch (error) {
      return failure('python_failed', error instanceof Error ? error.message : String(error));
    }
  }

  #enqueue<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  #openLine(): Line {
    if (this.#line !== null) return this.#line;
    this.generation += 1;
    const worker = (this.#options.spawn ?? spawnWorker)();
    const api = wrap<PythonApi>(worker);
    const shared = makeShared();
    let giveUp: Line['giveUp'] = () => undefined;
    const end = new Promise<PythonOutcome<never>>((resolve) => {
      giveUp = (reason) => {
        if (this.#line?.worker === worker) this.#line = null;
        api[releaseProxy]();
        worker.terminate();
        resolve(reason);
      };
    });
    onWorkerDeath(worker, () => {
      giveUp(failure('worker_died', 'Python stopped unexpectedly. It is started anew for the next run.'));
    });
    const line: Line = { worker, api, shared, end, giveUp, ready: Promise.resolve(notReady()) };
    line.ready = this.#startIn(line);
    this.#line = line;
    return line;
  }

  async #startIn(line: Line): Promise<PythonOutcome<PythonReady>> {
    const { assets, withForests = true, readWheels, memoryLimitBytes = defaultMemoryLimitBytes } = this.#options;
    const parts = await fetchPythonParts(withForests, readWheels, assets);
    const request = (found: typeof parts & { ok: true }) => ({
      parts: found.value,
      shared: line.shared,
      memoryLimitBytes,
    });
    const ready = parts.ok ? await this.#race(line, (api) => api.start(request(parts))) : parts;
    if (!ready.ok) line.giveUp(ready);
    return ready;
  }
}

function notReady(): PythonOutcome<never> {
  return failure('not_started', 'Python is not there yet.');
}

function stoppedByHand(): PythonOutcome<never> {
  return failure('interrupted', 'Stopped.');
}

function timeIsUp(timeLimitMs: number): PythonOutcome<never> {
  return failure('time_limit', `The code did not end within ${String(Math.round(timeLimitMs / 100) / 10)} seconds.`);
}
