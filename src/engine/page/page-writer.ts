import type { ChatMessage, ChatModel } from '../../chat/chat-model.ts';
import { writeCodeAnswer } from '../../contract/code-form.ts';
import { failure, success, type Outcome } from '../../core/outcome.ts';

const schema = {
  type: 'object',
  properties: { analysis: { type: 'string' }, code: { type: 'string' } },
  required: ['analysis', 'code'],
  additionalProperties: false,
};
const maxTokens = 1_200;
/** The rules show the contract's form; a model that answers in JSON is told how the two go together. */
const inJson = 'Answer as a JSON object {"analysis": "…", "code": "…"}: what stands between the two pairs of tags.';

/** A model that the page can reach, asked for code. What it answers in JSON is put into the contract's form. */
export function pageWriter(id: string, model: ChatModel) {
  return {
    id,
    write: async (messages: readonly ChatMessage[], signal: AbortSignal): Promise<Outcome<string, string>> => {
      const told = messages.map((message, at) =>
        at === 0 && model.form === 'json' ? { ...message, content: `${message.content}\n${inJson}` } : message,
      );
      const request = { messages: told, grammar: '', schema, vocabulary: { tools: [], filter: [] }, maxTokens };
      const answered = await model.complete(request, () => undefined, signal);
      if (!answered.ok) return answered;
      return model.form === 'json' ? inForm(answered.value.text) : success(answered.value.text);
    },
  };
}

function inForm(text: string): Outcome<string, 'bad_answer'> {
  let data: unknown = null;
  try {
    data = JSON.parse(text);
  } catch {
    // A model that was not held to the schema may write the contract's form after all.
    return success(text);
  }
  if (typeof data !== 'object' || data === null || !('analysis' in data) || !('code' in data))
    return failure('bad_answer', 'The answer lacks its analysis or its code.');
  const { analysis, code } = data;
  if (typeof analysis !== 'string' || typeof code !== 'string')
    return failure('bad_answer', 'The analysis and the code are not texts.');
  return success(writeCodeAnswer({ analysis, code }));
}
