import * as v from 'valibot';
import type { ChatAnswer, ChatModel, ChatRequest } from '../../chat/chat-model.ts';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { EngineFailureCode } from '../../protocol/engine.ts';
import type { OpenChat } from './page-engine.ts';

const modelsSchema = v.object({ data: v.array(v.object({ id: v.string() })) });
const answerSchema = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.nullable(v.string()) }) })), v.minLength(1)),
  usage: v.optional(v.nullable(v.object({ completion_tokens: v.optional(v.number()) }))),
});

/** Only this machine's own address: what is said must not leave it. */
export function isLocalAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname) && username === '';
}

/** A program on this machine that speaks OpenAI's chat interface. */
export const openLocalServer: OpenChat = async ({ source }) => {
  if (source?.kind !== 'server') return failure('no_runtime', 'The server is switched off.');
  const { address } = source;
  if (!isLocalAddress(address)) return failure('no_runtime', 'Only a server on this machine can be used.');
  const listed = await ask(address, 'models', null, new AbortController().signal);
  if (!listed.ok) return failure(listed.code === 'interrupted' ? 'interrupted' : 'no_runtime', listed.message);
  const models = v.safeParse(modelsSchema, listed.value);
  const [first] = models.success ? models.output.data : [];
  const model = source.model === '' ? first?.id : source.model;
  if (model === undefined) return failure('model_missing', 'The server names no model. Load one there first.');
  return success({ model: new ServerModel(address, model), device: 'server' });
};

class ServerModel implements ChatModel {
  readonly form = 'json';
  readonly #address: string;
  readonly #model: string;
  /** Not every server takes a schema; one that refuses it is asked without. */
  #takesSchema = true;

  constructor(address: string, model: string) {
    this.#address = address;
    this.#model = model;
  }

  async complete(
    { messages, schema, maxTokens }: ChatRequest,
    _onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>> {
    const body = { model: this.#model, messages, temperature: 0, max_tokens: maxTokens, stream: false };
    const held = {
      ...body,
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
    };
    let came = await ask(this.#address, 'chat/completions', this.#takesSchema ? held : body, signal);
    if (!came.ok && came.code === 'refused' && this.#takesSchema) {
      this.#takesSchema = false;
      came = await ask(this.#address, 'chat/completions', body, signal);
    }
    if (!came.ok) return failure(came.code === 'refused' ? 'engine_failed' : came.code, came.message);
    const answer = v.safeParse(answerSchema, came.value);
    const [choice] = answer.success ? answer.output.choices : [];
    if (!answer.success || choice === undefined) return failure('engine_failed', 'The server’s answer is not one.');
    return success({ text: choice.message.content ?? '', tokens: answer.output.usage?.completion_tokens ?? 0 });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function ask(
  address: string,
  path: string,
  body: object | null,
  signal: AbortSignal,
): Promise<Outcome<unknown, 'no_runtime' | 'interrupted' | 'refused'>> {
  const url = new URL(path, address.endsWith('/') ? address : `${address}/`);
  try {
    const response = await fetch(url, {
      signal,
      credentials: 'omit',
      // A server that sends the page elsewhere would send the words along.
      redirect: 'error',
      ...(body === null
        ? {}
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (response.ok) return success((await response.json().catch(() => null)) as unknown);
    return failure('refused', `The server at ${url.host} refused the request (${String(response.status)}).`);
  } catch {
    if (signal.aborted) return failure('interrupted', 'Stopped.');
    return failure('no_runtime', `No server answers at ${url.host}, or it does not let this page in (CORS).`);
  }
}
