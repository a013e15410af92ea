import type { ChatAnswer, ChatModel, ChatRequest } from '../../../src/chat/chat-model.ts';
import { functionPrompt, functionStops, functionTokens } from '../../../src/chat/function-prompt.ts';
import type { AnswerForm } from '../../../src/chat/prompt.ts';
import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { EngineFailureCode } from '../../../src/protocol/engine.ts';
import type { DeviceWatch } from '../chat/watch-device.ts';
import type { TokenModel } from './token-model.ts';

/** A tokenizer that has every control token of function calling belongs to a model that was trained to use them. */
export function formOf(model: Pick<TokenModel, 'idOf'>): AnswerForm {
  return functionTokens.every((token) => model.idOf(token) !== null) ? 'functions' : 'contract';
}

/** A conversation on transformers.js: the prompt in the model's own form, greedy tokens, nothing held to a grammar. */
export class TransformersChat implements ChatModel {
  readonly form: AnswerForm;
  readonly #model: TokenModel;
  readonly #watch: DeviceWatch | null;
  readonly #context: number;
  readonly #stops: readonly number[];
  readonly #controls: readonly string[];

  /** `context` is the most tokens that a prompt and its answer may have together. */
  constructor(model: TokenModel, context: number, watch: DeviceWatch | null) {
    this.form = formOf(model);
    this.#model = model;
    this.#watch = watch;
    this.#context = context;
    const isCaller = this.form === 'functions';
    const own = isCaller ? functionStops.map((token) => model.idOf(token)) : [];
    this.#stops = [...new Set([...model.ends, ...own.filter((id) => id !== null)])];
    this.#controls = [...new Set([...model.controls, ...(isCaller ? functionTokens : [])])];
  }

  async complete(
    request: ChatRequest,
    onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>> {
    const prompt = this.#promptOf(request);
    if (prompt === null) return failure('model_corrupt', 'The model’s files do not say how it is to be asked.');
    const ids = this.#model.encode(prompt);
    if (ids.length + request.maxTokens > this.#context) {
      return failure('input_too_long', 'That is more than this model can read at once.');
    }
    const answer = this.#answer(ids, request.maxTokens, onText, signal);
    if (this.#watch === null) return answer;
    const lost = this.#watch.lost.then((reason) =>
      failure('device_lost', `The graphics card gave up (${reason === '' ? 'no reason given' : reason}).`),
    );
    return Promise.race([answer, lost]);
  }

  /** Words of a person, a title or an earlier answer must not steer the model: control tokens in them lose their brackets. */
  #promptOf({ messages, vocabulary, grammar }: ChatRequest): string | null {
    const plain = messages.map(({ role, content }) => ({
      role,
      content: withoutControls(content, this.#controls),
    }));
    if (this.form !== 'functions') return this.#model.template(plain);
    // What is asked freely is no matter of the app's functions.
    return functionPrompt(plain, grammar === null ? { tools: [], filter: [] } : vocabulary);
  }

  async #answer(
    ids: readonly number[],
    maxTokens: number,
    onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>> {
    const came: number[] = [];
    const onToken = (id: number) => {
      if (this.#stops.includes(id)) return;
      came.push(id);
      // Half a character is still to come where the text ends in the sign for one.
      const text = this.#model.decode(came);
      if (!text.endsWith('\ufffd')) onText(text);
    };
    const written = await this.#model.generate(ids, { maxTokens, stops: this.#stops, onToken, signal });
    const said = written.filter((id) => !this.#stops.includes(id));
    return success({ text: this.#model.decode(said), tokens: written.length });
  }

  async close(): Promise<void> {
    this.#watch?.end();
    await this.#model.close();
  }
}

/** Taking the brackets away can make a new token of what stood around it, so it goes on until there is none. */
export function withoutControls(text: string, controls: readonly string[]): string {
  let plain = text;
  for (let found = true; found;) {
    found = false;
    for (const control of controls) {
      if (!plain.includes(control)) continue;
      plain = plain.replaceAll(control, control.slice(1, -1));
      found = true;
    }
  }
  return plain;
}
