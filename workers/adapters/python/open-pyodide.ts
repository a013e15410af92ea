import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import lockfile from 'pyodide/pyodide-lock.json';
import type { PythonParts } from '../../../src/protocol/python-api.ts';

/** The folder that scripts run in. */
export const filesFolder = '/files';

/** Where Pyodide believes that its files are. Nothing is asked for there. */
const noAddress = 'https://python.invalid/';

/** In a browser the parts come from the page; Node, for unit tests, has a folder. */
export type PyodideSource = { parts: Pick<PythonParts, 'pythonWasm' | 'standardLibrary'> } | { folder: string };

/** Pyodide's core, with an empty object of no prototype where Python expects the page's globals. */
export async function openPyodide(source: PyodideSource): Promise<PyodideAPI> {
  const restore = 'parts' in source ? answerFromParts(source.parts) : () => undefined;
  try {
    const pyodide = await loadPyodide({
      indexURL: 'parts' in source ? noAddress : source.folder,
      packageBaseUrl: noAddress,
      createPyodideModule,
      // Nothing can be installed: the list of packages is empty.
      lockFileContents: { ...lockfile, packages: {} } as never,
      jsglobals: Object.create(null) as object,
      env: { HOME: filesFolder, PYTHONHASHSEED: '0' },
    });
    pyodide.FS.mkdirTree(filesFolder);
    pyodide.FS.chdir(filesFolder);
    return pyodide;
  } finally {
    restore();
  }
}

/** Pyodide's loader fetches its files. For that moment `fetch` is a function that hands over what the page sent. */
function answerFromParts({
  pythonWasm,
  standardLibrary,
}: Pick<PythonParts, 'pythonWasm' | 'standardLibrary'>): () => void {
  const { fetch: realFetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith('.wasm')) return Promise.resolve(new Response());
    if (pathname.endsWith('.zip')) return Promise.resolve(new Response(standardLibrary.slice()));
    return Promise.reject(new TypeError(`Python asked for ${pathname}`));
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module: pythonWasm,
    instance: await WebAssembly.instantiate(pythonWasm, imports),
  });
  return () => {
    globalThis.fetch = realFetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}
