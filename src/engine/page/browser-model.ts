import type { ChatAnswer, ChatMessage, ChatModel, ChatRequest } from '../../chat/chat-model.ts';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { EngineFailureCode } from '../../protocol/engine.ts';
import type { OpenChat } from './page-engine.ts';

/** What is used of the Prompt API. */
type Session = {
  prompt: (
    input: readonly ChatMessage[],
    options: { responseConstraint: object; signal: AbortSignal },
  ) => Promise<string>;
  clone: (options?: { signal: AbortSignal }) => Promise<Session>;
  destroy: () => void;
};
type LanguageModelApi = {
  availability: () => Promise<string>;
  create: (options: {
    initialPrompts: readonly ChatMessage[];
    monitor: (target: EventTarget) => void;
  }) => Promise<Session>;
};

/** The model that the browser itself brings, where it brings one. */
export const openBrowserModel: OpenChat = async (_request, onProgress) => {
  const { LanguageModel: api } = globalThis as { LanguageModel?: LanguageModelApi };
  const availability = await api?.availability().catch(() => 'unavailable');
  if (api === undefined || availability === undefined || availability === 'unavailable') {
    return failure('no_runtime', 'This browser brings no model of its own.');
  }
  const monitor = (target: EventTarget) => {
    target.addEventListener('downloadprogress', (event) => {
      if ('loaded' in event && typeof event.loaded === 'number') onProgress(event.loaded);
    });
  };
  return success({
    model: new BrowserModel((initialPrompts) => api.create({ initialPrompts, monitor })),
    device: 'browser',
  });
};

class BrowserModel implements ChatModel {
  readonly form = 'json';
  readonly #create: (initialPrompts: readonly ChatMessage[]) => Promise<Session>;
  /** Holds the rules, which are long and always the same; each turn is a copy of it. */
  #base: { rules: string; session: Session } | null = null;

  constructor(create: (initialPrompts: readonly ChatMessage[]) => Promise<Session>) {
    this.#create = create;
  }

  async complete(
    { messages, schema }: ChatRequest,
    _onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>> {
    const [rules, ...rest] = messages;
    if (rules === undefined) return failure('engine_failed', 'There is nothing to ask.');
    if (this.#base?.rules !== rules.content) {
      this.#base?.session.destroy();
      this.#base = { rules: rules.content, session: await this.#create([rules]) };
    }
    const session = await this.#base.session.clone({ signal });
    try {
      const text = await session.prompt(rest, { responseConstraint: schema, signal });
      // The browser does not count tokens for a page.
      return success({ text, tokens: 0 });
    } finally {
      session.destroy();
    }
  }

  close(): Promise<void> {
    this.#base?.session.destroy();
    this.#base = null;
    return Promise.resolve();
  }
}
