/**
 * The Content-Security-Policy of the Python worker's own script. It is what keeps Python from every network: neither
 * the page's tag nor anything inside the worker can say it, only the response that carries the script.
 */
export const pythonWorkerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'";

/** True for the address of the Python worker's script in a build. */
export function isPythonWorkerPath(pathname: string): boolean {
  return /(?:^|\/)assets\/python\.worker-[^/]+\.js$/.test(pathname);
}
