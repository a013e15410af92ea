import type { PyodideAPI } from 'pyodide';
import { failure, success } from '../../src/core/outcome.ts';
import type {
  PythonApi,
  PythonError,
  PythonFile,
  PythonOutcome,
  PythonOutput,
  PythonReady,
  PythonRequest,
  PythonRun,
  PythonStart,
} from '../../src/protocol/python-api.ts';
import { capMemory } from './python/cap-memory.ts';
import { openForests } from './python/forests.ts';
import forestsModule from './python/ydf.py?raw';
import { HostLine } from './python/host-line.ts';
import hostModule from './python/host.py?raw';
import { filesFolder, openPyodide, type PyodideSource } from './python/open-pyodide.ts';
import { OutputLog } from './python/output.ts';
import runnerModule from './python/runner.py?raw';

export type PythonHostOptions = {
  /** Shuts the worker off from everything outside it; runs after Python is there and before any code of a person's. */
  lock: () => Promise<PythonOutcome<null>>;
  /** Where Python's own files are, if they are not handed over by the page (Node, for tests). */
  folder?: string;
};

type RunPython = (code: string, name: string, fresh: boolean) => string;
type Opened = { pyodide: PyodideAPI; run: RunPython; host: HostLine };

/** Python in this worker: one interpreter, one run at a time. */
export class PythonHost implements PythonApi {
  readonly #options: PythonHostOptions;
  #opened: Opened | null = null;
  #log: OutputLog | null = null;

  constructor(options: PythonHostOptions) {
    this.#options = options;
  }

  async start({ parts, shared, memoryLimitBytes }: PythonStart): Promise<PythonOutcome<PythonReady>> {
    const startedAt = performance.now();
    capMemory(memoryLimitBytes);
    const { folder } = this.#options;
    const source: PyodideSource = folder === undefined ? { parts } : { folder };
    const pyodide = await openPyodide(source);
    const forests = parts.forestsWasm === null ? null : await openForests(parts.forestsWasm, pyodide.FS);
    const host = new HostLine(shared?.host ?? null);
    pyodide.registerJsModule('_errand_host', bare({ call: (name: string, json: string) => host.call(name, json) }));
    if (forests !== null) pyodide.registerJsModule('_errand_forests', bare(forests));
    unpackWheels(pyodide, parts.wheels);
    this.#installModules(pyodide, forests !== null);
    this.#connectStreams(pyodide);
    if (shared !== null) pyodide.setInterruptBuffer(new Uint8Array(shared.interrupt));
    const run = pyodide.pyimport('_errand_runner').run as RunPython;
    const locked = await this.#options.lock();
    if (!locked.ok) return locked;
    this.#opened = { pyodide, run, host };
    return success({
      startMs: performance.now() - startedAt,
      version: pyodide.runPython('__import__("sys").version.split()[0]') as string,
    });
  }

  run(
    request: PythonRequest,
    onOutput: (output: PythonOutput) => void,
    onHostCall: ((name: string, json: string) => void) | null,
  ): Promise<PythonOutcome<PythonRun>> {
    if (this.#opened === null) return Promise.resolve(notStarted());
    const { run, host } = this.#opened;
    const log = new OutputLog(request.outputLimit, onOutput);
    this.#log = log;
    host.listen(onHostCall);
    const startedAt = performance.now();
    try {
      const { value, error } = JSON.parse(run(request.code, request.name, request.fresh)) as {
        value: string | null;
        error: PythonError | null;
      };
      const ms = performance.now() - startedAt;
      if (error?.type === 'KeyboardInterrupt') return Promise.resolve(failure('interrupted', 'Stopped.'));
      if (error?.type === 'MemoryError') return Promise.resolve(outOfMemory());
      const { stdout, stderr, truncated } = log;
      return Promise.resolve(success({ stdout, stderr, truncated, value, error, ms }));
    } catch (problem) {
      return Promise.resolve(interpreterFailure(problem));
    } finally {
      this.#log = null;
      host.listen(null);
    }
  }

  writeFiles(files: readonly PythonFile[]): Promise<PythonOutcome<null>> {
    if (this.#opened === null) return Promise.resolve(notStarted());
    const { FS } = this.#opened.pyodide;
    try {
      for (const { path, bytes } of files) {
        const at = placeOf(path);
        FS.mkdirTree(at.slice(0, at.lastIndexOf('/')));
        FS.writeFile(at, bytes);
      }
      return Promise.resolve(success(null));
    } catch {
      return Promise.resolve(failure('file_too_large', 'The files do not fit into the memory that Python may use.'));
    }
  }

  readFile(path: string): Promise<PythonOutcome<Uint8Array>> {
    if (this.#opened === null) return Promise.resolve(notStarted());
    try {
      return Promise.resolve(success(this.#opened.pyodide.FS.readFile(placeOf(path)) as Uint8Array));
    } catch {
      return Promise.resolve(failure('file_missing', `There is no file ${path}.`));
    }
  }

  listFiles(): Promise<PythonOutcome<{ path: string; sizeBytes: number }[]>> {
    if (this.#opened === null) return Promise.resolve(notStarted());
    const { FS } = this.#opened.pyodide;
    const found: { path: string; sizeBytes: number }[] = [];
    const visit = (folder: string): void => {
      for (const name of FS.readdir(folder) as string[]) {
        if (name === '.' || name === '..') continue;
        const path = `${folder}/${name}`;
        const { mode, size } = FS.lstat(path) as { mode: number; size: number };
        if (FS.isDir(mode)) visit(path);
        else if (FS.isFile(mode)) found.push({ path: path.slice(filesFolder.length + 1), sizeBytes: size });
      }
    };
    visit(filesFolder);
    return Promise.resolve(success(found));
  }

  #installModules(pyodide: PyodideAPI, withForests: boolean): void {
    const { FS } = pyodide;
    const folder = '/modules';
    FS.mkdirTree(folder);
    FS.writeFile(`${folder}/_errand_runner.py`, runnerModule);
    FS.writeFile(`${folder}/host.py`, hostModule);
    if (withForests) FS.writeFile(`${folder}/ydf.py`, forestsModule);
    pyodide.runPython(`import sys; sys.path.append(${JSON.stringify(folder)})`);
  }

  #connectStreams(pyodide: PyodideAPI): void {
    const write = (stream: PythonOutput['stream']) => (bytes: Uint8Array) => {
      this.#log?.write(stream, bytes);
      return bytes.length;
    };
    pyodide.setStdout({ write: write('stdout') });
    pyodide.setStderr({ write: write('stderr') });
    pyodide.setStdin({ error: true });
    pyodide.runPython('import sys; sys.stdout.reconfigure(line_buffering=True)');
  }
}

/**
 * Puts packages where Python looks for them. Their compiled modules are opened from there when they are imported; the
 * loader finds what these link to by the paths that are written in them, so nothing is loaded beforehand.
 */
function unpackWheels(pyodide: PyodideAPI, wheels: readonly Uint8Array[]): void {
  if (wheels.length === 0) return;
  const extractDir = pyodide.runPython('__import__("site").getsitepackages()[0]') as string;
  for (const wheel of wheels) pyodide.unpackArchive(wheel, 'wheel', { extractDir });
  pyodide.runPython('__import__("importlib").invalidate_caches()');
}

/** Without a prototype, so that Python finds no constructor on it. */
function bare<Members extends object>(members: Members): Members {
  return Object.assign(Object.create(null) as Members, members);
}

function placeOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return `${filesFolder}/${parts.join('/')}`;
}

function notStarted() {
  return failure('not_started', 'Python is not there yet.');
}

function outOfMemory() {
  return failure('memory_limit', 'The code needed more memory than Python may use here.');
}

/** What reaches JavaScript is not an exception of the code's but the interpreter's end, or a stop at a bad moment. */
function interpreterFailure(problem: unknown) {
  const message = problem instanceof Error ? problem.message : String(problem);
  if (message.includes('KeyboardInterrupt')) return failure('interrupted', 'Stopped.');
  if (message.includes('MemoryError')) return outOfMemory();
  return failure('python_failed', `Python itself stopped: ${message.slice(0, 300)}`);
}
