import type { PythonFile, PythonOutcome, PythonReady, PythonRun } from '../../src/protocol/python-api.ts';
import { connectPython, type PythonClient, type RunOptions } from '../../src/python/python-client.ts';

/** A page that holds Python's client and nothing else, for the browser tests. */
export type PythonHarness = {
  isolated: boolean;
  start(): Promise<PythonOutcome<PythonReady>>;
  run(code: string, options?: Partial<RunOptions>): Promise<PythonOutcome<PythonRun>>;
  /** Answers `host.call` with the sum of the numbers it is given, and counts the calls. */
  runWithHost(code: string): Promise<{ outcome: PythonOutcome<PythonRun>; calls: number }>;
  runAndInterrupt(code: string, afterMs: number, withHost?: boolean): Promise<PythonOutcome<PythonRun>>;
  writeFiles(files: PythonFile[]): Promise<PythonOutcome<null>>;
  generation(): number;
};

declare global {
  interface Window {
    python: PythonHarness;
  }
}

const python: PythonClient = connectPython({ memoryLimitBytes: 512 * 1024 * 1024 });
let count = 0;
const nextRunId = () => `run-${String(++count)}`;

window.python = {
  isolated: crossOriginIsolated,
  start: () => python.start(),
  run: (code, options) => python.run(code, { runId: nextRunId(), ...options }),
  runWithHost: async (code) => {
    let calls = 0;
    const host = (name: string, argument: unknown): unknown => {
      calls += 1;
      if (name !== 'sum' || !Array.isArray(argument)) throw new Error(`There is no ${name}.`);
      return { total: argument.reduce((sum: number, item) => sum + Number(item), 0) };
    };
    const outcome = await python.run(code, { runId: nextRunId(), host });
    return { outcome, calls };
  },
  runAndInterrupt: async (code, afterMs, withHost = false) => {
    const runId = nextRunId();
    const host = () => new Promise(() => undefined);
    const run = python.run(code, { runId, ...(withHost ? { host } : {}) });
    setTimeout(() => {
      python.interrupt(runId);
    }, afterMs);
    return run;
  },
  writeFiles: (files) => python.writeFiles(files),
  generation: () => python.generation,
};
