import pythonWasmUrl from 'pyodide/pyodide.asm.wasm?url';
import standardLibraryUrl from 'pyodide/python_stdlib.zip?url';
import forestsWasmUrl from 'ydf-training/dist/training.wasm?url';
import { failure, success } from '../core/outcome.ts';
import type { PythonOutcome, PythonParts } from '../protocol/python-api.ts';

/** Addresses of the runtime's files, all of the app's own origin. */
export type PythonAssets = { pythonWasm: string; standardLibrary: string; forestsWasm: string };

const ownAssets: PythonAssets = {
  pythonWasm: pythonWasmUrl,
  standardLibrary: standardLibraryUrl,
  forestsWasm: forestsWasmUrl,
};

/** Hands over the wheels of packages that lie in the browser; nothing is fetched for it. */
export type ReadWheels = () => Promise<PythonOutcome<readonly Uint8Array[]>>;

const noWheels: ReadWheels = () => Promise.resolve(success([]));

/** Compiled once a page: a new worker then starts without compiling again. */
const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** Fetches what Python is made of. Nobody who does not run Python ever loads it. */
export async function fetchPythonParts(
  withForests: boolean,
  readWheels: ReadWheels = noWheels,
  assets: PythonAssets = ownAssets,
): Promise<PythonOutcome<PythonParts>> {
  try {
    const [pythonWasm, standardLibrary, forestsWasm] = await Promise.all([
      compile(assets.pythonWasm),
      fetchBytes(assets.standardLibrary),
      withForests ? compile(assets.forestsWasm) : null,
    ]);
    const wheels = await readWheels();
    return wheels.ok ? success({ pythonWasm, standardLibrary, forestsWasm, wheels: wheels.value }) : wheels;
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem);
    return failure('python_missing', `Python could not be fetched: ${detail}. Check the connection and try again.`);
  }
}

function compile(url: string): Promise<WebAssembly.Module> {
  const known = compiled.get(url);
  if (known !== undefined) return known;
  const fresh = fetchBytes(url).then((bytes) => WebAssembly.compile(bytes));
  compiled.set(url, fresh);
  fresh.catch(() => compiled.delete(url));
  return fresh;
}

async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}
