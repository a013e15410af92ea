import type { MLCEngine } from '@mlc-ai/web-llm';
import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type { EngineFailureCode, LoadRequest, ModelFile } from '../../src/protocol/engine.ts';
import type { Adapter, LoadedModel } from './adapter.ts';
import { readLanguage } from './prefix-lm/read-language.ts';
import { answerTurn, type LanguageModel } from './prefix-lm/turn.ts';
import { warmUp } from './prefix-lm/warm-up.ts';
import { loadStored } from './stored-files.ts';
import { ScoreTap, WebLlmGraph } from './webllm/prefix-graph.ts';

const libraryFile = 'library.wasm';
/** The one that computes in 16 bits; its weights are the same. */
const halfLibraryFile = 'library-f16.wasm';
const configFile = 'mlc-chat-config.json';

/** The embedded agent compiled for web-llm (training/webllm): the same weights in 4 bits, the same loop, on WebGPU. */
export const openWebLlm: Adapter = async (request, onProgress) => {
  const startedMs = performance.now();
  const opened = await openStoredAgent(request, onProgress);
  if (!opened.ok) return opened;
  const { language, graph } = opened.value;
  const turnMs = { wasm: null, webgpu: null };
  const loadMs = performance.now() - startedMs;
  const ready = { modelId: request.modelId, device: 'webgpu' as const, threads: 1, loadMs, turnMs };
  return success(loadedModel(language, graph, ready));
};

/** Its two parts, warm: what the bench measures one by one. */
export async function openStoredAgent(
  request: LoadRequest,
  onProgress: Parameters<Adapter>[1],
): Promise<Outcome<{ language: LanguageModel; graph: WebLlmGraph }, EngineFailureCode>> {
  if (request.device === 'wasm') return failure('no_runtime', 'This model runs on WebGPU only.');
  const obstacle = await obstacleTo(request);
  if (obstacle !== null) return failure('no_runtime', obstacle);
  // web-llm reads its files from these stores, so what it loads is what was checked.
  const files = await loadStored(request.files, cacheOf, onProgress);
  if (!files.ok) return files;
  const totalBytes = request.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  onProgress({ phase: 'start', loadedBytes: totalBytes, totalBytes });
  const language = readLanguage(request, files.value);
  if (!language.ok) return language;
  const graph = await openGraph(request, language.value);
  return graph.ok ? success({ language: language.value, graph: graph.value }) : graph;
}

function loadedModel(language: LanguageModel, graph: WebLlmGraph, ready: LoadedModel['ready']): LoadedModel {
  return {
    ready,
    generate: (request, onText, signal) => answerTurn(language, graph, request, onText, signal),
    close: () => graph.close(),
  };
}

/** Why this machine cannot run it, in words, or null. */
async function obstacleTo(request: LoadRequest): Promise<string | null> {
  const { gpu } = navigator as { gpu?: GPU };
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (adapter == null) return 'This browser offers no WebGPU here.';
  const needsHalf = libraryOf(request)?.path === halfLibraryFile;
  return needsHalf && !adapter.features.has('shader-f16')
    ? 'This graphics card lacks half precision (shader-f16).'
    : null;
}

function libraryOf({ files }: LoadRequest): ModelFile | undefined {
  return files.find(isLibrary);
}

function isLibrary({ path }: ModelFile): boolean {
  return path === libraryFile || path === halfLibraryFile;
}

/** web-llm's own names for its stores. */
function cacheOf(file: ModelFile): string {
  if (isLibrary(file)) return 'webllm/wasm';
  return file.path === configFile ? 'webllm/config' : 'webllm/model';
}

async function openGraph(
  request: LoadRequest,
  language: LanguageModel,
): Promise<Outcome<WebLlmGraph, EngineFailureCode>> {
  const library = libraryOf(request);
  if (library === undefined) return failure('model_corrupt', `The model's manifest lacks ${libraryFile}.`);
  try {
    const tap = new ScoreTap();
    const engine = await openEngine(request.modelId, library, tap);
    const graph = new WebLlmGraph(engine, tap, language.table);
    await warmUp(language, graph);
    return success(graph);
  } catch (error) {
    return startFailure(error);
  }
}

async function openEngine(modelId: string, library: ModelFile, tap: ScoreTap): Promise<MLCEngine> {
  const { MLCEngine } = await import('./webllm/web-llm-package.ts');
  const model = new URL('.', library.url).href;
  const engine = new MLCEngine({
    appConfig: { cacheBackend: 'cache', model_list: [{ model, model_id: modelId, model_lib: library.url }] },
    logitProcessorRegistry: new Map([[modelId, tap]]),
    logLevel: 'WARN',
  });
  await engine.reload(modelId);
  return engine;
}

function startFailure(error: unknown): Outcome<never, EngineFailureCode> {
  const message = error instanceof Error ? error.message : String(error);
  if (/device.*lost|out of memory|allocation failed/i.test(message)) {
    return failure(
      'out_of_memory',
      'The graphics card has no room for the model, or gave up. Close some tabs and try again.',
    );
  }
  return failure('engine_failed', `The model could not be started: ${message}`);
}
