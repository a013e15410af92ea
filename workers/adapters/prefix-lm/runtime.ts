import type { Env, InferenceSession, InferenceSessionFactory, TensorConstructor } from 'onnxruntime-common';
import jspiGlueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url';
import jspiWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import plainGlueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/** ONNX Runtime, of which a worker can hold one build only. */
export type Runtime = { env: Env; InferenceSession: InferenceSessionFactory; Tensor: TensorConstructor };

/** `plain` runs on the processor only and is the smaller; `jspi` can use WebGPU, in browsers that can suspend WASM. */
export type RuntimeBuild = 'plain' | 'jspi';

export function hasJspi(): boolean {
  return 'Suspending' in WebAssembly;
}

/** Fetches and compiles the runtime, which takes about as long as the model's download and can go on beside it. */
export async function openRuntime(build: RuntimeBuild, threads: number): Promise<Runtime> {
  const runtime: Runtime =
    build === 'jspi' ? await import('onnxruntime-web/jspi') : await import('onnxruntime-web/wasm');
  // Everything from our own origin: its threads then start from the glue's own URL, with no blob.
  const [mjs, wasm] = build === 'jspi' ? [jspiGlueUrl, jspiWasmUrl] : [plainGlueUrl, plainWasmUrl];
  runtime.env.wasm.wasmPaths = { mjs: absolute(mjs), wasm: absolute(wasm) };
  runtime.env.wasm.numThreads = usableThreads(threads);
  runtime.env.wasm.proxy = false;
  runtime.env.logLevel = 'error';
  // The runtime starts with its first session only, so it is given one that holds a single Identity node.
  const session = await runtime.InferenceSession.create(identityGraph());
  await session.release();
  return runtime;
}

/** Threads share memory, which only an isolated page may do. */
export function usableThreads(wanted: number): number {
  return self.crossOriginIsolated ? wanted : 1;
}

function identityGraph(): Uint8Array {
  const onnx = 'CAg6NwoQCgF4EgF5IghJZGVudGl0eRIBZ1oPCgF4EgoKCAgBEgQKAggBYg8KAXkSCgoICAESBAoCCAFCAhAN';
  return Uint8Array.from(atob(onnx), (character) => character.charCodeAt(0));
}

function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}

export function openSession(runtime: Runtime, graph: Uint8Array, device: 'wasm' | 'webgpu'): Promise<InferenceSession> {
  return runtime.InferenceSession.create(graph, {
    executionProviders: [device],
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // Keys and values go from one run to the next without leaving the GPU; the scores are read from it.
    ...(device === 'webgpu' ? { preferredOutputLocation: 'gpu-buffer' } : {}),
  });
}
