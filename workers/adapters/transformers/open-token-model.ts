import type { InferenceSession } from 'onnxruntime-common';
import type { ChatMessage } from '../../../src/chat/chat-model.ts';
import { plainFilesCache } from '../../../src/protocol/model-files.ts';
import type { ModelSource } from '../../../src/protocol/engine.ts';
import { hasJspi, openRuntime } from '../prefix-lm/runtime.ts';
import { yieldToMessages } from '../prefix-lm/yield-to-messages.ts';
import type { GraphFile } from '../../../src/protocol/graph-file.ts';
import type { TokenModel, TokenRequest } from './token-model.ts';
import type * as Package from './transformers-package.ts';
import type { PreTrainedModel, PreTrainedTokenizer } from './transformers-package.ts';

export type PlainSource = Extract<ModelSource, { kind: 'files' }>;
type OpenRequest = {
  modelId: string;
  source: PlainSource;
  graph: GraphFile;
  device: 'wasm' | 'webgpu';
  threads: number;
};

/** Where transformers.js looks for a runtime that somebody else has opened. */
const runtimeSymbol = Symbol.for('onnxruntime');
const templateFile = 'chat_template.jinja';

/** Loads a model from the browser's cache, and from nowhere else. Throws what the package or the runtime throws. */
export async function openTokenModel({ modelId, source, graph, device, threads }: OpenRequest): Promise<TokenModel> {
  const kept = globalThis as { [runtimeSymbol]?: unknown };
  // The app's own build of the runtime, from the app's own address: the package's would come from a CDN.
  kept[runtimeSymbol] ??= await openRuntime(hasJspi() ? 'jspi' : 'plain', threads);
  const transformers = await import('./transformers-package.ts');
  await readFromCacheOnly(transformers, modelId, source);
  const options = { local_files_only: true };
  const tokenizer = await transformers.AutoTokenizer.from_pretrained(modelId, options);
  const model = await transformers.AutoModelForCausalLM.from_pretrained(modelId, {
    ...options,
    dtype: graph.dataType,
    use_external_data_format: graph.dataFiles,
    // With a runtime that it was handed the package knows no devices by name; the session's own option names one.
    device: 'gpu',
    session_options: sessionOptions(device, await readLayers(source)),
  });
  const template = source.paths.includes(templateFile) ? await readFile(source, templateFile) : null;
  return new LoadedTokenModel(transformers, tokenizer, model, await template?.text());
}

/** The package asks its cache for `/models/ID/PATH`; whatever is not there does not exist. */
async function readFromCacheOnly(
  { env, LogLevel }: typeof Package,
  modelId: string,
  source: PlainSource,
): Promise<void> {
  const prefix = `${env.localModelPath}${modelId}/`;
  Object.assign(env, {
    allowRemoteModels: false,
    // By its own name for it; nothing is asked of a server either, as the last lines see to.
    allowLocalModels: true,
    useBrowserCache: false,
    useWasmCache: false,
    useCustomCache: true,
    customCache: {
      match: async (key: string) => {
        const path = key.startsWith(prefix) ? key.slice(prefix.length) : null;
        return path !== null && source.paths.includes(path) ? readFile(source, path) : undefined;
      },
      put: () => Promise.resolve(),
    },
    fetch: () => Promise.reject(new Error('A model’s files are fetched by the page only.')),
    logLevel: LogLevel.ERROR,
  });
}

async function readFile({ folder }: PlainSource, path: string): Promise<Response | undefined> {
  return (await caches.open(plainFilesCache)).match(new URL(path, folder).href);
}

async function readLayers(source: PlainSource): Promise<number> {
  const config: unknown = await (await readFile(source, 'config.json'))?.json();
  const layers = typeof config === 'object' && config !== null && 'num_hidden_layers' in config;
  return layers && typeof config.num_hidden_layers === 'number' ? config.num_hidden_layers : 0;
}

/** On a graphics card keys and values stay there from one token to the next. */
function sessionOptions(device: 'wasm' | 'webgpu', layers: number): InferenceSession.SessionOptions {
  const names = Array.from({ length: layers }, (_, layer) =>
    ['key', 'value'].map((part) => `present.${String(layer)}.${part}`),
  ).flat();
  return {
    executionProviders: [device],
    ...(device === 'webgpu'
      ? { preferredOutputLocation: Object.fromEntries(names.map((name) => [name, 'gpu-buffer' as const])) }
      : {}),
  };
}

class LoadedTokenModel implements TokenModel {
  readonly controls: readonly string[];
  readonly ends: readonly number[];
  readonly #transformers: typeof Package;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #model: PreTrainedModel;
  readonly #template: string | undefined;

  constructor(
    transformers: typeof Package,
    tokenizer: PreTrainedTokenizer,
    model: PreTrainedModel,
    template: string | undefined,
  ) {
    this.#transformers = transformers;
    this.#tokenizer = tokenizer;
    this.#model = model;
    this.#template = template;
    // Ordinary words are no control tokens, whatever a tokenizer lists them as.
    this.controls = tokenizer.all_special_tokens.filter((token: string) => /^(?:<.+>|\[.+\])$/su.test(token));
    const { eos_token_id: configured } = model.config as { eos_token_id?: unknown };
    const ends: unknown[] = [model.generation_config?.eos_token_id, configured, tokenizer.eos_token_id].flat();
    this.ends = [...new Set(ends.filter((id) => typeof id === 'number'))];
    const forward = model.forward.bind(model);
    // The package never lets go of the worker by itself, so nothing that came meanwhile would be heard.
    model.forward = async (inputs) => {
      await yieldToMessages();
      return forward(inputs) as unknown;
    };
  }

  encode(text: string): readonly number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false });
  }

  decode(ids: readonly number[]): string {
    if (ids.length === 0) return '';
    return this.#tokenizer.decode([...ids], { skip_special_tokens: false, clean_up_tokenization_spaces: false });
  }

  idOf(token: string): number | null {
    return (this.#tokenizer.convert_tokens_to_ids(token) as number | undefined) ?? null;
  }

  template(messages: readonly ChatMessage[]): string | null {
    const own = this.#template ?? this.#tokenizer.chat_template;
    if (own === null || own === undefined) return null;
    return this.#tokenizer.apply_chat_template([...messages], {
      tokenize: false,
      add_generation_prompt: true,
      ...(this.#template === undefined ? {} : { chat_template: this.#template }),
    }) as string;
  }

  async generate(
    ids: readonly number[],
    { maxTokens, stops, onToken, signal }: TokenRequest,
  ): Promise<readonly number[]> {
    const { StoppingCriteria, TextStreamer, Tensor } = this.#transformers;
    const came: number[] = [];
    const streamer = new TextStreamer(this.#tokenizer, {
      skip_prompt: true,
      callback_function: () => undefined,
      token_callback_function: (fresh) => {
        for (const id of fresh) {
          came.push(Number(id));
          onToken(Number(id));
        }
      },
    });
    class Stop extends StoppingCriteria {
      override _call(rows: number[][]): boolean[] {
        return rows.map(() => signal.aborted);
      }
    }
    if (signal.aborted) return [];
    const shape = [1, ids.length];
    await this.#model.generate({
      inputs: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      max_new_tokens: maxTokens,
      do_sample: false,
      eos_token_id: [...stops],
      streamer,
      stopping_criteria: new Stop(),
    });
    return came;
  }

  async close(): Promise<void> {
    await this.#model.dispose();
  }
}
