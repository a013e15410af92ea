import type { FreeModel } from '../../core/free-model.ts';
import { writeCodeAnswer } from '../../contract/code-form.ts';
import { readJsonObject } from '../../contract/json-object.ts';
import { failure, success } from '../../core/outcome.ts';
import type { CodeWriter } from './code-writer.ts';

const form = {
  schema: {
    type: 'object',
    properties: { analysis: { type: 'string' }, code: { type: 'string' } },
    required: ['analysis', 'code'],
    additionalProperties: false,
  },
  maxTokens: 1_200,
};
/** The rules show the contract's form; the model answers in JSON, and is told how the two go together. */
const inJson = 'Answer as a JSON object {"analysis": "…", "code": "…"}: what stands between the two pairs of tags.';

/** A language model as a writer of code: what it answers in JSON is put into the contract's form. */
export function modelWriter(model: FreeModel): CodeWriter {
  return {
    id: model.id,
    write: async (messages, signal) => {
      const told = messages.map((message, at) =>
        at === 0 ? { ...message, content: `${message.content}\n${inJson}` } : message,
      );
      const answered = await model.ask(told, form, signal);
      if (!answered.ok) return answered;
      // A model that was not held to the schema may write the contract's form after all.
      if (answered.value.trimStart().startsWith('<')) return answered;
      const object = readJsonObject(answered.value);
      if (!object.ok) return object;
      const { analysis, code } = object.value as { analysis?: unknown; code?: unknown };
      if (typeof analysis !== 'string' || typeof code !== 'string')
        return failure('bad_answer', 'The answer lacks its analysis or its code.');
      return success(writeCodeAnswer({ analysis, code }));
    },
  };
}
