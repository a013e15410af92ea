import { failure, success } from '../../../src/core/outcome.ts';
import type { PythonOutcome } from '../../../src/protocol/python-api.ts';

/** What the language itself and Pyodide's scheduler need, and nothing that reaches out of the worker. */
const kept = new Set(
  [
    'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp',
    'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError JSON Math',
    'Intl ArrayBuffer SharedArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array',
    'Float16Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set',
    'Iterator WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry DisposableStack AsyncDisposableStack Temporal',
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape globalThis isFinite isNaN console',
    'WebAssembly TextDecoder TextEncoder setTimeout clearTimeout queueMicrotask performance crypto DOMException',
    'AbortController AbortSignal constructor',
  ].flatMap((line) => line.split(' ')),
);

/** Whether the policy that came with the script holds: code from strings and every request must be refused. */
async function isPolicyInForce(): Promise<boolean> {
  try {
    // The one purpose of this line is to be refused.
    new Function('return 1');
    return false;
  } catch {
    // As it should be.
  }
  return fetch(self.location.href, { method: 'HEAD' }).then(
    () => false,
    () => true,
  );
}

/**
 * Takes from the worker's scope everything that is not in the list above. Only where the script's own policy is in
 * force; a development server cannot send it, so there nothing is locked.
 */
export async function lockGlobals(): Promise<PythonOutcome<null>> {
  if (import.meta.env.DEV) return success(null);
  if (!(await isPolicyInForce())) {
    return failure(
      'not_locked',
      'Python would not be shut off from the network here, so it is not started. Reload the page once: the app then serves its own files.',
    );
  }
  const scope: object = globalThis;
  // The line to the page listens through the prototype of all event targets, which stays as it is.
  const last: object = EventTarget.prototype;
  for (let target = scope; target !== last; target = Object.getPrototypeOf(target) as object) {
    for (const name of Reflect.ownKeys(target)) {
      if (typeof name === 'string' && !kept.has(name)) Reflect.deleteProperty(target, name);
    }
  }
  const left = Reflect.ownKeys(scope).filter((name) => typeof name === 'string' && !kept.has(name));
  return left.length === 0
    ? success(null)
    : failure(
        'not_locked',
        `This browser does not let go of ${left.map(String).join(', ')}, so Python is not started.`,
      );
}
