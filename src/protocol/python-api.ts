import type { Outcome } from '../core/outcome.ts';

export type PythonRunId = string;

export type PythonFailureCode =
  /** A file of the runtime could not be fetched. */
  | 'python_missing'
  /** The worker's script came without its policy, so nothing is run in it. */
  | 'not_locked'
  /** Without cross-origin isolation there is no shared memory, and Python cannot wait for an answer of the page's. */
  | 'not_isolated'
  | 'not_started'
  | 'interrupted'
  | 'time_limit'
  | 'memory_limit'
  | 'file_missing'
  | 'file_too_large'
  | 'worker_died'
  | 'python_failed';

export type PythonOutcome<Value> = Outcome<Value, PythonFailureCode>;

/** What the page fetched for the worker, which can fetch nothing by itself. */
export type PythonParts = {
  pythonWasm: WebAssembly.Module;
  standardLibrary: Uint8Array;
  /** Yggdrasil Decision Forests, for the module `ydf`; null where nobody will import it. */
  forestsWasm: WebAssembly.Module | null;
  /** Packages that the code may import, each as its checked wheel; mostly none. */
  wheels: readonly Uint8Array[];
};

/**
 * Memory that both sides see, where the page is cross-origin isolated: `interrupt` is Python's signal buffer, `host`
 * is one mailbox for the answers to `host.call`.
 */
export type PythonShared = { interrupt: SharedArrayBuffer; host: SharedArrayBuffer };

export type PythonStart = {
  parts: PythonParts;
  shared: PythonShared | null;
  memoryLimitBytes: number;
};

export type PythonReady = { startMs: number; version: string };

export type PythonFile = { path: string; bytes: Uint8Array };

export type PythonRequest = {
  runId: PythonRunId;
  code: string;
  /** What a traceback calls this code, such as `<round 2>`. */
  name: string;
  /** Characters of output that are kept; what comes after them is dropped, and said so. */
  outputLimit: number;
  /** True keeps nothing of the runs before: the code starts from an empty namespace. */
  fresh: boolean;
};

export type PythonError = {
  /** The exception's class, such as `ZeroDivisionError`. */
  type: string;
  message: string;
  /** Only the person's own frames. */
  traceback: string;
  /** The line of the code that was being run, where it is known. */
  line: number | null;
};

/** A run that ended by itself; an exception in it is a value like any other. */
export type PythonRun = {
  stdout: string;
  stderr: string;
  truncated: boolean;
  /** `repr()` of the last expression, or null where it is None or there is none. */
  value: string | null;
  error: PythonError | null;
  ms: number;
};

export type PythonOutput = { stream: 'stdout' | 'stderr'; text: string };

/** States of the mailbox, in the first number of `PythonShared.host`; the second is the answer's length in bytes. */
export const mailbox = { waiting: 0, answered: 1, refused: 2, stopped: 3, headerBytes: 8, sizeBytes: 4 * 1024 * 1024 };

/**
 * The contract of the Python worker. Expected failures are values. `onOutput` and `onHostCall` are comlink proxies on
 * the page's side; the page answers a host call by writing into the mailbox, since the worker does not listen meanwhile.
 */
export interface PythonApi {
  start(request: PythonStart): Promise<PythonOutcome<PythonReady>>;
  run(
    request: PythonRequest,
    onOutput: (output: PythonOutput) => void,
    onHostCall: ((name: string, json: string) => void) | null,
  ): Promise<PythonOutcome<PythonRun>>;
  /** Paths are relative to the folder that scripts run in. */
  writeFiles(files: readonly PythonFile[]): Promise<PythonOutcome<null>>;
  readFile(path: string): Promise<PythonOutcome<Uint8Array>>;
  listFiles(): Promise<PythonOutcome<{ path: string; sizeBytes: number }[]>>;
}
