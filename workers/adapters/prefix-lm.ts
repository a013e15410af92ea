import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type { EngineFailureCode, EngineReady } from '../../src/protocol/engine.ts';
import type { Adapter, LoadedModel } from './adapter.ts';
import { chooseDevices, filesFor, openFastest } from './prefix-lm/devices.ts';
import type { Graph } from './prefix-lm/graph.ts';
import { readLanguage } from './prefix-lm/read-language.ts';
import { openRuntime, usableThreads, type Runtime, type RuntimeBuild } from './prefix-lm/runtime.ts';
import { answerTurn, type LanguageModel } from './prefix-lm/turn.ts';
import { fetchVerified } from './verified-files.ts';

/** The embedded agent's adapter: a prefix language model with a pointer head (docs/agent-model.md) on ONNX Runtime. */
export const openPrefixLm: Adapter = async (request, onProgress) => {
  const startedMs = performance.now();
  const devices = await chooseDevices(request);
  if (!devices.ok) return devices;
  const starting = startRuntime(devices.value.includes('webgpu') ? 'jspi' : 'plain', request.threads);
  const files = await fetchVerified(filesFor(request.files, devices.value), onProgress);
  if (!files.ok) return files;
  const totalBytes = [...files.value.values()].reduce((sum, { length }) => sum + length, 0);
  onProgress({ phase: 'start', loadedBytes: totalBytes, totalBytes });
  const language = readLanguage(request, files.value);
  if (!language.ok) return language;
  const runtime = await starting;
  if (!runtime.ok) return runtime;
  const opened = await openFastest(devices.value, runtime.value, files.value, language.value);
  if (!opened.ok) return opened;
  const { device, graph, turnMs } = opened.value;
  const threads = usableThreads(request.threads);
  const loadMs = performance.now() - startedMs;
  return success(loadedModel(language.value, graph, { modelId: request.modelId, device, threads, loadMs, turnMs }));
};

async function startRuntime(build: RuntimeBuild, threads: number): Promise<Outcome<Runtime, EngineFailureCode>> {
  try {
    return success(await openRuntime(build, threads));
  } catch (error) {
    return failure('no_runtime', `This browser could not start the model's runtime: ${messageOf(error)}`);
  }
}

function loadedModel(language: LanguageModel, graph: Graph, ready: EngineReady): LoadedModel {
  return {
    ready,
    generate: (request, onText, signal) => answerTurn(language, graph, request, onText, signal),
    close: () => graph.close(),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
