import { chatForms, chatTurn, type ChatForms } from '../../chat/chat-turn.ts';
import type { ChatModel } from '../../chat/chat-model.ts';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { RunId } from '../../core/plan.ts';
import type { EngineDevice, EngineFailureCode, EngineReady, LoadRequest } from '../../protocol/engine.ts';
import type { EngineClient } from '../engine-client.ts';

export type OpenedChat = { model: ChatModel; device: EngineDevice };
export type OpenChat = (
  request: LoadRequest,
  onProgress: (share: number) => void,
) => Promise<Outcome<OpenedChat, EngineFailureCode>>;

/** A client for a model that only a page can reach: the same queue and the same turn as behind the worker, without the worker. */
export function pageEngine(open: OpenChat): EngineClient {
  let loaded: { request: LoadRequest; model: ChatModel; forms: ChatForms } | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  const stops = new Map<RunId, AbortController>();
  const enqueue = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = tail.then(work);
    tail = done.catch(() => undefined);
    return done;
  };
  const drop = async () => {
    const { model } = loaded ?? {};
    loaded = null;
    await model?.close();
  };
  return {
    capabilities: () => Promise.resolve({ wasm: true, threads: false, webgpu: false, jspi: false }),
    load: (request, onProgress = () => undefined) =>
      enqueue(async (): Promise<Outcome<EngineReady, EngineFailureCode>> => {
        const startedMs = performance.now();
        await drop();
        const opened = await open(request, (share) => {
          onProgress({ phase: 'download', loadedBytes: Math.round(share * 100), totalBytes: 100 });
        });
        if (!opened.ok) return opened;
        const { model, device } = opened.value;
        loaded = { request, model, forms: chatForms(request.vocabulary) };
        const turnMs = { wasm: null, webgpu: null };
        return success({ modelId: request.modelId, device, threads: 1, loadMs: performance.now() - startedMs, turnMs });
      }),
    generate: (request, onText = () => undefined) => {
      const stop = new AbortController();
      stops.set(request.runId, stop);
      return enqueue(async () => {
        if (stop.signal.aborted) return failure('interrupted', 'Stopped.');
        if (loaded?.request.modelId !== request.modelId) return failure('not_loaded', 'The model is not loaded.');
        return chatTurn(loaded.model, loaded.forms, request, onText, stop.signal);
      }).finally(() => {
        stops.delete(request.runId);
      });
    },
    interrupt: (runId) => {
      stops.get(runId)?.abort();
    },
    unload: () => enqueue(drop),
    close: () => void drop(),
  };
}
