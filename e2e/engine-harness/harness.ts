import { connectEngine, type EngineClient, type EngineOutcome } from '../../src/engine/engine-client.ts';
import { findManifest, resolveFiles } from '../../src/engine/manifests.ts';
import type {
  Device,
  EngineCapabilities,
  EngineReady,
  GenerateRequest,
  Generation,
  LoadProgress,
  ModelFile,
} from '../../src/protocol/engine.ts';
import { filterSpec, registry } from '../../src/tools/registry.ts';

/**
 * A page that holds the engine's client and nothing else, for the browser tests. It is built by the tests, beside the
 * app and never with it.
 */
export type EngineHarness = {
  capabilities(): Promise<EngineCapabilities>;
  load(options: { device: Device; threads: number; files?: ModelFile[]; modelId?: string }): Promise<{
    outcome: EngineOutcome<EngineReady>;
    progress: LoadProgress[];
  }>;
  files(modelId?: string): ModelFile[];
  generate(request: GenerateRequest): Promise<{ outcome: EngineOutcome<Generation>; texts: string[] }>;
  /** Interrupts after so many texts have come. */
  generateUntil(
    request: GenerateRequest,
    textCount: number,
  ): Promise<{ outcome: EngineOutcome<Generation>; texts: string[] }>;
  /** Breaks the worker from inside while a request is under way. */
  generateAndKill(request: GenerateRequest): Promise<EngineOutcome<Generation>>;
};

declare global {
  interface Window {
    engine: EngineHarness;
  }
}

let worker: Worker | null = null;
const client: EngineClient = connectEngine(() => {
  worker = new Worker(new URL('../../workers/agent-engine.worker.ts', import.meta.url), { type: 'module' });
  return worker;
});

function files(modelId = 'errand-agent'): ModelFile[] {
  const manifest = findManifest(modelId);
  if (!manifest.ok) throw new Error(manifest.message);
  return resolveFiles(manifest.value);
}

window.engine = {
  capabilities: () => client.capabilities(),
  files,
  load: async ({ device, threads, files: given, modelId = 'errand-agent' }) => {
    const progress: LoadProgress[] = [];
    const vocabulary = { tools: registry, filter: filterSpec };
    const adapter = modelId === 'errand-agent' ? ('prefix-lm' as const) : ('webllm' as const);
    const request = { modelId, adapter, vocabulary, device, threads };
    const outcome = await client.load({ ...request, files: given ?? files(modelId) }, (step) => progress.push(step));
    return { outcome, progress };
  },
  generate: async (request) => {
    const texts: string[] = [];
    const outcome = await client.generate(request, (text) => texts.push(text));
    return { outcome, texts };
  },
  generateUntil: async (request, textCount) => {
    const texts: string[] = [];
    const onText = (text: string): void => {
      texts.push(text);
      if (texts.length === textCount) client.interrupt(request.runId);
    };
    if (textCount === 0)
      queueMicrotask(() => {
        client.interrupt(request.runId);
      });
    const outcome = await client.generate(request, onText);
    return { outcome, texts };
  },
  generateAndKill: async (request) => {
    const answer = client.generate(request);
    await new Promise((resolve) => setTimeout(resolve, 5));
    worker?.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
    return answer;
  },
};
