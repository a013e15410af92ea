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
  if (!(await hasAdapter())) return failure('no_runtime', 'This browser offers no WebGPU here.');
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

async function hasAdapter(): Promise<boolean> {
  const { gpu } = navigator as { gpu?: GPU };
  return (await gpu?.requestAdapter().catch(() => null)) != null;
}

/** web-llm's own names for its stores. */
function cacheOf({ path }: ModelFile): string {
  if (path === libraryFile) return 'webllm/wasm';
  return path === configFile ? 'webllm/config' : 'webllm/model';
}

async function openGraph(
  request: LoadRequest,
  language: LanguageModel,
): Promise<Outcome<WebLlmGraph, EngineFailureCode>> {
  const library = request.files.find(({ path }) => path === libraryFile);
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
