import { failure, success, type Outcome } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';
import type { ConversationState, GenerateRequest, Generation } from '../protocol/engine.ts';
import type { FreeModel } from '../core/free-model.ts';

type Engine = {
  id: string;
  generate: (request: GenerateRequest, onText: (textSoFar: string) => void) => Promise<Outcome<Generation, string>>;
  interrupt: (runId: RunId) => void;
};

const noState: ConversationState = {
  previousText: null,
  ended: null,
  tools: [],
  listed: null,
  taskTitles: [],
  listNames: [],
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
        const request = { runId, modelId: engine.id, text: '', state: noState, free };
        const answered = await engine.generate(request, () => undefined);
        return answered.ok ? readObject(answered.value.text) : answered;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}

/** Models that are not held to a form put their JSON into a fence, or a sentence before it. */
function readObject(text: string): Outcome<object, 'bad_answer'> {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  try {
    const data: unknown = JSON.parse(json);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return success(data);
  } catch {
    // Said below.
  }
  return failure('bad_answer', 'The answer is no JSON object.');
}
