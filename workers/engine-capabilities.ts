import type { EngineCapabilities } from '../src/protocol/engine.ts';

/** What this browser offers a model, asked for inside the worker where the model runs. */
export async function readCapabilities(): Promise<EngineCapabilities> {
  const { gpu } = navigator as { gpu?: GPU };
  const adapter = await gpu?.requestAdapter().catch(() => null);
  return {
    wasm: typeof WebAssembly === 'object',
    threads: self.crossOriginIsolated,
    webgpu: adapter != null,
    jspi: 'Suspending' in WebAssembly,
  };
}
