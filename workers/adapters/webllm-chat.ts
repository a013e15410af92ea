import type { MLCEngine } from '@mlc-ai/web-llm';
import type { ChatAnswer, ChatModel, ChatRequest } from '../../src/chat/chat-model.ts';
import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type { EngineFailureCode, LoadRequest } from '../../src/protocol/engine.ts';
import { folderOf, indexFiles, listModelFiles, type FileSource } from '../../src/protocol/model-files.ts';
import type { Adapter } from './adapter.ts';
import { loadedChat } from './chat/load-chat.ts';
import { watchDevices, type DeviceWatch } from './chat/watch-device.ts';

type MlcSource = Extract<FileSource, { kind: 'mlc' }>;

/** Any model in web-llm's layout: asked in the contract, and held to it by web-llm's own grammar engine. */
export const openWebLlmChat: Adapter = async (request, onProgress) => {
  const startedMs = performance.now();
  const { source } = request;
  if (source?.kind !== 'mlc') return failure('model_corrupt', 'This model’s manifest does not say where it lies.');
  const { gpu } = navigator as { gpu?: GPU };
  if ((await gpu?.requestAdapter().catch(() => null)) == null) {
    return failure('no_runtime', 'This browser offers no WebGPU here.');
  }
  const missing = await firstMissing(source);
  if (missing !== null) {
    return failure('model_missing', `${missing} is not stored here. Fetch the model on the Models page.`);
  }
  const watch = watchDevices();
  try {
    const engine = await openEngine(request, source, (share) => {
      onProgress({ phase: 'start', loadedBytes: Math.round(share * 100), totalBytes: 100 });
    });
    return success(loadedChat(new WebLlmChat(engine, watch), request, 'webgpu', startedMs));
  } catch (error) {
    watch.end();
    return startFailure(error);
  }
};

/** Nothing is ever fetched from here: a file that is not in the caches is missing. */
async function firstMissing(source: MlcSource): Promise<string | null> {
  const { config, tensors } = indexFiles(source);
  const contents: unknown[] = [];
  for (const { url, cache } of [config, tensors]) {
    const kept = await (await caches.open(cache)).match(url);
    if (kept === undefined) return url;
    contents.push(await kept.json().catch(() => null));
  }
  const listed = listModelFiles(source, contents[0], contents[1]);
  if (!listed.ok) return config.url;
  for (const { url, cache } of listed.value) {
    if ((await (await caches.open(cache)).match(url)) === undefined) return url;
  }
  return null;
}

async function openEngine(
  { modelId, context }: LoadRequest,
  source: MlcSource,
  onShare: (share: number) => void,
): Promise<MLCEngine> {
  const { MLCEngine } = await import('./webllm/web-llm-package.ts');
  const overrides = context === undefined ? {} : { overrides: { context_window_size: context } };
  const engine = new MLCEngine({
    appConfig: {
      cacheBackend: 'cache',
      model_list: [{ model: folderOf(source), model_id: modelId, model_lib: source.library, ...overrides }],
    },
    initProgressCallback: ({ progress }) => {
      onShare(progress);
    },
    logLevel: 'WARN',
  });
  await engine.reload(modelId);
  return engine;
}

/** What web-llm is asked for; `MLCEngine` without the rest of it. */
export type ChatEngine = Pick<MLCEngine, 'interruptGenerate' | 'resetChat' | 'unload'> & {
  chat: { completions: { create: (request: object) => Promise<AsyncIterable<ChatChunk>> } };
};
type ChatChunk = {
  choices: readonly { delta: { content?: string | null } }[];
  usage?: { completion_tokens: number } | null;
};

export class WebLlmChat implements ChatModel {
  readonly form = 'contract';
  readonly #engine: ChatEngine;
  readonly #watch: DeviceWatch;

  constructor(engine: MLCEngine | ChatEngine, watch: DeviceWatch) {
    this.#engine = engine as ChatEngine;
    this.#watch = watch;
  }

  complete(
    request: ChatRequest,
    onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>> {
    const lost = this.#watch.lost.then((reason) =>
      failure('device_lost', `The graphics card gave up (${reason === '' ? 'no reason given' : reason}).`),
    );
    return Promise.race([this.#answer(request, onText, signal), lost]);
  }

  async #answer(
    { messages, grammar, schema, maxTokens }: ChatRequest,
    onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>> {
    const stop = () => {
      void this.#engine.interruptGenerate();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      const chunks = await this.#engine.chat.completions.create({
        messages,
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0,
        max_tokens: maxTokens,
        response_format:
          grammar === null ? { type: 'json_object', schema: JSON.stringify(schema) } : { type: 'grammar', grammar },
        // Of models that think aloud: the contract has no room for it.
        extra_body: { enable_thinking: false },
      });
      let text = '';
      let tokens = 0;
      for await (const { choices, usage } of chunks) {
        const piece = choices[0]?.delta.content ?? '';
        tokens = usage?.completion_tokens ?? tokens;
        if (piece === '') continue;
        text += piece;
        onText(text);
      }
      return success({ text, tokens });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    this.#watch.end();
    await this.#engine.unload();
  }
}

function startFailure(error: unknown): Outcome<never, EngineFailureCode> {
  const message = error instanceof Error ? error.message : String(error);
  if (/device.*lost|out of memory|allocation failed/iu.test(message)) {
    return failure('out_of_memory', 'The graphics card has no room for this model, or gave up. Take a smaller one.');
  }
  if (/shader-f16|feature/iu.test(message))
    return failure('no_runtime', `This graphics card lacks a feature: ${message}`);
  return failure('engine_failed', `The model could not be started: ${message}`);
}
