import { chatForms, chatTurn } from '../../../src/chat/chat-turn.ts';
import type { ChatModel } from '../../../src/chat/chat-model.ts';
import type { EngineReady, LoadRequest } from '../../../src/protocol/engine.ts';
import type { LoadedModel } from '../adapter.ts';

/** A chat model as the engine host holds any model. */
export function loadedChat(
  model: ChatModel,
  request: LoadRequest,
  device: EngineReady['device'],
  startedMs: number,
): LoadedModel {
  const forms = chatForms(request.vocabulary);
  const turnMs = { wasm: null, webgpu: null };
  return {
    ready: { modelId: request.modelId, device, threads: 1, loadMs: performance.now() - startedMs, turnMs },
    generate: (asked, onText, signal) => chatTurn(model, forms, asked, onText, signal),
    close: () => model.close(),
  };
}
