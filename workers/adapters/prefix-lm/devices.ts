import type { InferenceSession } from 'onnxruntime-common';
import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { EngineFailureCode, EngineReady, LoadRequest, ModelFile } from '../../../src/protocol/engine.ts';
import type { VerifiedFiles } from '../verified-files.ts';
import { Graph } from './graph.ts';
import { hasJspi, openSession, type Runtime } from './runtime.ts';
import type { LanguageModel } from './turn.ts';
import { measureTurn, warmUp } from './warm-up.ts';

const graphFile = 'model.onnx';
/** A second graph of the same model, in operators that WebGPU has. */
const webgpuGraphFile = 'model-webgpu.onnx';

export type GraphDevice = keyof EngineReady['turnMs'];
export type OpenedGraph = { device: GraphDevice; graph: Graph; turnMs: EngineReady['turnMs'] };

/** WASM alone, unless WebGPU is asked for or the model has a graph for it and the browser an adapter. */
export async function chooseDevices(request: LoadRequest): Promise<Outcome<readonly GraphDevice[], EngineFailureCode>> {
  if (request.device === 'wasm') return success(['wasm']);
  const suited = request.files.some(({ path }) => path === webgpuGraphFile);
  if (request.device === 'auto' && !suited) return success(['wasm']);
  const possible = hasJspi() && (await hasGpu());
  if (request.device === 'auto') return success(possible ? ['wasm', 'webgpu'] : ['wasm']);
  if (possible) return success(['webgpu']);
  return failure('no_runtime', 'This browser offers no WebGPU here. Choose the processor instead.');
}

async function hasGpu(): Promise<boolean> {
  // The type says that it is always there; older browsers say otherwise.
  const { gpu } = navigator as { gpu?: GPU };
  try {
    return (await gpu?.requestAdapter()) != null;
  } catch {
    return false;
  }
}

/** No device needs the other's graph. */
export function filesFor(files: readonly ModelFile[], devices: readonly GraphDevice[]): readonly ModelFile[] {
  const hasOwn = files.some(({ path }) => path === webgpuGraphFile);
  const needed = new Set<string>(
    devices.map((device) => (device === 'webgpu' && hasOwn ? webgpuGraphFile : graphFile)),
  );
  return files.filter(({ path }) => !path.endsWith('.onnx') || needed.has(path));
}

/** Opens the graph on each device. Where there are two, one turn on each says which to keep. */
export async function openFastest(
  devices: readonly GraphDevice[],
  runtime: Runtime,
  files: VerifiedFiles,
  language: LanguageModel,
): Promise<Outcome<OpenedGraph, EngineFailureCode>> {
  const turnMs: EngineReady['turnMs'] = { wasm: null, webgpu: null };
  const opened: { device: GraphDevice; graph: Graph }[] = [];
  let error: unknown = null;
  for (const device of devices) {
    try {
      const graph = new Graph(await openGraph(runtime, files, device), runtime.Tensor);
      await warmUp(language, graph);
      if (devices.length > 1) turnMs[device] = await measureTurn(language, graph);
      opened.push({ device, graph });
    } catch (caught) {
      // A GPU that fails its warm-up leaves the processor's graph in place.
      error = caught;
    }
  }
  const [fastest, ...others] = opened.sort((a, b) => (turnMs[a.device] ?? 0) - (turnMs[b.device] ?? 0));
  if (fastest === undefined) return startFailure(error);
  await Promise.all(others.map(({ graph }) => graph.close()));
  return success({ ...fastest, turnMs });
}

function openGraph(runtime: Runtime, files: VerifiedFiles, device: GraphDevice): Promise<InferenceSession> {
  const bytes = (device === 'webgpu' ? files.get(webgpuGraphFile) : undefined) ?? files.get(graphFile);
  if (bytes === undefined) throw new Error(`the manifest lacks ${graphFile}`);
  return openSession(runtime, bytes, device);
}

function startFailure(error: unknown): Outcome<never, EngineFailureCode> {
  const message = error instanceof Error ? error.message : String(error);
  if (/out of memory|bad_alloc|allocation failed/i.test(message)) {
    return failure('out_of_memory', 'There is not enough memory for the model. Close some tabs and reload.');
  }
  return failure('engine_failed', `The model could not be started: ${message}`);
}
