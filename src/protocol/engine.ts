import type { ArgumentSpec, ArgumentValue, ToolSpec } from '../core/call.ts';
import type { FreeForm, FreeMessage } from '../core/free-model.ts';
import type { Outcome } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';

export type EngineFailureCode =
  | 'model_missing'
  | 'model_corrupt'
  | 'no_runtime'
  | 'out_of_memory'
  | 'device_lost'
  | 'download_blocked'
  | 'crashed_before'
  | 'not_loaded'
  | 'wrong_model'
  | 'input_too_long'
  | 'interrupted'
  | 'worker_died'
  | 'engine_failed';

export type Device = 'auto' | 'wasm' | 'webgpu';

/** Which file of `workers/adapters` runs a model. */
export type AdapterId = 'prefix-lm' | 'webllm' | 'webllm-chat' | 'transformers-chat' | 'prompt-api' | 'local-server';

/** Adapters whose model runs with the page and not in the engine worker: the browser's own, and a server nearby. */
export const pageAdapters: readonly AdapterId[] = ['prompt-api', 'local-server'];

/** Adapters of models that can be told what their calls gave, and go on until they have a last sentence. */
export const chatAdapters: readonly AdapterId[] = ['webllm-chat', 'transformers-chat', 'prompt-api', 'local-server'];

/** Where a model lies that is no part of the app. Its files are in the browser's caches before it is loaded. */
export type ModelSource =
  | { kind: 'mlc'; model: string; revision: string; library: string }
  | { kind: 'files'; folder: string; paths: readonly string[] }
  | { kind: 'server'; address: string; model: string };

/** One file of a model, as its manifest lists it. `url` is absolute and within the app's own origin for embedded models. */
export type ModelFile = { path: string; url: string; sizeBytes: number; sha256: string };

export type LoadRequest = {
  modelId: string;
  adapter: AdapterId;
  /** The tools that an answer may call: what masks, prompts and analysis sentences are made from. */
  vocabulary: { tools: readonly ToolSpec[]; filter: readonly ArgumentSpec[] };
  files: readonly ModelFile[];
  /** For models that are no part of the app. */
  source?: ModelSource;
  /** The most tokens that the model can hold, where its manifest says it. */
  context?: number;
  /** `auto` is WASM, or WebGPU where the model has a graph for it and a warm-up turn shows that it is faster here. */
  device: Device;
  /** Threads for WASM; 1 where the page is not cross-origin isolated. */
  threads: number;
};

export type LoadProgress = { phase: 'download' | 'check' | 'start'; loadedBytes: number; totalBytes: number };

/** `browser`: wherever the browser runs its own model. `server`: another program on this machine. */
export type EngineDevice = 'wasm' | 'webgpu' | 'browser' | 'server';

export type EngineReady = {
  modelId: string;
  device: EngineDevice;
  threads: number;
  loadMs: number;
  /** A turn on each device where two were tried, so that the page can remember the faster. */
  turnMs: { wasm: number | null; webgpu: number | null };
};

/** What the source carries beside the sentence (docs/agent-model.md). */
export type ConversationState = {
  /** The turn before, where it belongs to the same conversation. */
  previousText: string | null;
  ended: 'ran' | 'asked' | 'said' | null;
  /** Tools of the last run's calls, in order. */
  tools: readonly string[];
  /** How many tasks the last turn showed, or null where it showed none. */
  listed: number | null;
  /** Titles of open tasks that share a word with the sentence, best first; at most 3 are used. */
  taskTitles: readonly string[];
  listNames: readonly string[];
};

/** Of a sentence that begins a conversation, where nothing is there yet. */
export const noConversation: ConversationState = {
  previousText: null,
  ended: null,
  tools: [],
  listed: null,
  taskTitles: [],
  listNames: [],
};

/**
 * A call whose form is known already, from a person's correction: which arguments it has, and which of them hold words that
 * only the sentence can say. The engine finds those and decides nothing else.
 */
export type CallPattern = {
  tool: string;
  /** Written as they are. */
  fixed: { readonly [name: string]: ArgumentValue };
  /** To be found in the sentence, each of them. */
  said: readonly string[];
  /** May be found in the sentence. */
  open: readonly string[];
};

export type GenerateRequest = {
  runId: RunId;
  modelId: string;
  text: string;
  state: ConversationState;
  /** Where it is given, the answer has these calls, and copies nothing from the parts of the text that are `apart`. */
  pattern?: { calls: readonly CallPattern[]; apart: readonly (readonly [start: number, end: number])[] };
  /** What this run's earlier rounds wrote and gave, oldest first; only chat adapters are ever handed any. */
  rounds?: readonly Round[];
  /** A conversation outside the contract in place of a sentence, answered with JSON; chat adapters alone take it. */
  free?: FreeForm & { messages: readonly FreeMessage[] };
};

/** What a decoding saw of its own doubt; a model's calibration is fitted on it (`src/engine/calibration.ts`). */
export type Doubt = {
  /** The lowest and the second lowest probability of a chosen token among the legal ones; 1 where there was none. */
  lowest: number;
  second: number;
  /** The natural logarithms of all of them, summed: of the whole answer's probability. */
  sumLog: number;
  /** Tokens that were chosen; a forced one is not. */
  chosen: number;
  /** The lowest share that the legal tokens had of the softmax over all that can be scored. */
  legal: number;
  calls: number;
};

/** One round of a run: the model's answer in the contract, and what came of its calls, in plain words. */
export type Round = { answer: string; observation: string };

export type Generation = {
  /** The whole answer in the contract. */
  text: string;
  /** 0 to 1: the lowest probability of a chosen token, or, where the model is calibrated, how likely the whole answer is right; null where the model says neither. */
  confidence: number | null;
  /** What the model saw of its own doubt, where its engine shows scores. */
  doubt?: Doubt;
  tokens: number;
  timings: { sourceMs: number; prefillMs: number; decodeMs: number; totalMs: number };
};

export type EngineCapabilities = {
  wasm: boolean;
  threads: boolean;
  webgpu: boolean;
  jspi: boolean;
};

/**
 * The contract of the engine worker. Expected failures are values; only bugs throw. `onProgress` and `onText` are
 * comlink proxies on the page's side. A request that names another model than the loaded one fails with `wrong_model`.
 */
export interface EngineApi {
  capabilities(): Promise<EngineCapabilities>;
  load(
    request: LoadRequest,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Outcome<EngineReady, EngineFailureCode>>;
  /** `onText` receives the answer's text so far, growing at its end only. */
  generate(
    request: GenerateRequest,
    onText: (textSoFar: string) => void,
  ): Promise<Outcome<Generation, EngineFailureCode>>;
  interrupt(runId: RunId): Promise<void>;
  unload(): Promise<void>;
}
