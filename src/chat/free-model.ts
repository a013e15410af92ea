import type { FreeModel } from '../core/free-model.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';
import { noConversation, type GenerateRequest, type Generation } from '../protocol/engine.ts';

type Engine = {
  id: string;
  generate: (request: GenerateRequest, onText: (textSoFar: string) => void) => Promise<Outcome<Generation, string>>;
  interrupt: (runId: RunId) => void;
};

/** The engine in use, asked freely. `newId` names its requests, so that one can be stopped. */
export function freeModel(engine: Engine, newId: () => string): FreeModel {
  return {
    id: engine.id,
    ask: async (messages, form, signal) => {
      if (signal.aborted) return failure('interrupted', 'Stopped.');
      const runId = newId() as RunId;
      const stop = () => {
        engine.interrupt(runId);
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        const free = { messages, ...form };
        const request = { runId, modelId: engine.id, text: '', state: noConversation, free };
        const answered = await engine.generate(request, () => undefined);
        return answered.ok ? success(answered.value.text) : answered;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
