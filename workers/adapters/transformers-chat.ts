import { isSoftwareAdapter } from '../../src/core/graphics-adapter.ts';
import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type { EngineFailureCode, LoadRequest } from '../../src/protocol/engine.ts';
import { plainFiles } from '../../src/protocol/model-files.ts';
import type { Adapter } from './adapter.ts';
import { loadedChat } from './chat/load-chat.ts';
import { watchDevices } from './chat/watch-device.ts';
import { hasJspi } from './prefix-lm/runtime.ts';
import { graphFileOf } from '../../src/protocol/graph-file.ts';
import { openTokenModel, type PlainSource } from './transformers/open-token-model.ts';
import { TransformersChat } from './transformers/transformers-chat-model.ts';

/** Where a manifest does not say how much the model can hold. */
const usualContext = 4096;

/** Any decoder that transformers.js runs: FunctionGemma by its own way of calling, others by their template and the contract. */
export const openTransformersChat: Adapter = async (request, onProgress) => {
  const startedMs = performance.now();
  const { source } = request;
  const graph = source?.kind === 'files' ? graphFileOf(source.paths) : null;
  if (source?.kind !== 'files' || graph === null) {
    return failure('model_corrupt', 'This model’s manifest does not name an ONNX graph that can be run.');
  }
  const missing = await firstMissing(source);
  if (missing !== null) {
    return failure('model_missing', `${missing} is not stored here. Fetch the model on the Models page.`);
  }
  const device = await chooseDevice(request.device);
  if (!device.ok) return device;
  onProgress({ phase: 'start', loadedBytes: 0, totalBytes: 0 });
  const watch = device.value === 'webgpu' ? watchDevices() : null;
  try {
    const { modelId, threads, context = usualContext } = request;
    const model = await openTokenModel({ modelId, source, graph, device: device.value, threads });
    return success(loadedChat(new TransformersChat(model, context, watch), request, device.value, startedMs));
  } catch (error) {
    watch?.end();
    return startFailure(error);
  }
};

/** Nothing is ever fetched from here: a file that is not in the cache is missing. */
async function firstMissing(source: PlainSource): Promise<string | null> {
  for (const { url, cache } of plainFiles(source)) {
    if ((await (await caches.open(cache)).match(url)) === undefined) return url;
  }
  return null;
}

/** The graphics card where the runtime can use a real one; software that plays one is slower than the processor by itself. */
async function chooseDevice(wanted: LoadRequest['device']): Promise<Outcome<'wasm' | 'webgpu', EngineFailureCode>> {
  if (wanted === 'wasm') return success('wasm');
  const { gpu } = navigator as { gpu?: GPU };
  const adapter = hasJspi() ? await gpu?.requestAdapter().catch(() => null) : null;
  if (wanted === 'auto') return success(adapter == null || isSoftwareAdapter(adapter.info) ? 'wasm' : 'webgpu');
  if (adapter != null) return success('webgpu');
  return failure('no_runtime', 'This browser offers no WebGPU here. Choose the processor instead.');
}

function startFailure(error: unknown): Outcome<never, EngineFailureCode> {
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory|bad_alloc|allocation|device.*lost/iu.test(message)) {
    return failure(
      'out_of_memory',
      'There is not enough memory for this model. Close some tabs, or take a smaller one.',
    );
  }
  if (/protobuf|JSON|Unexpected token|Unsupported model type|Missing the following inputs/iu.test(message)) {
    return failure('model_corrupt', `The model’s files are not what they should be: ${message}`);
  }
  return failure('engine_failed', `The model could not be started: ${message}`);
}
