import { failure } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';
import type { EngineReady, GenerateRequest, Generation, LoadProgress, LoadRequest } from '../protocol/engine.ts';
import { plainData, type EngineClient, type EngineOutcome } from './engine-client.ts';

/** What the tabs need of the browser; tests bring their own. */
export type SharedEngineParts = {
  /** The engine of this tab, made only if it comes to lead. */
  makeLocal: () => EngineClient;
  /** Web Locks: one tab holds the lock for as long as it lives, and the next gets it when that is gone. */
  locks: Pick<LockManager, 'request'>;
  openChannel: () => BroadcastChannel;
  newId: () => string;
};

/** Changes with what the tabs say to each other, so that two versions of the app do not talk past one another. */
const sharedName = 'errand-engine-1';

export function browserParts(makeLocal: () => EngineClient): SharedEngineParts | null {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return null;
  return {
    makeLocal,
    locks: navigator.locks,
    openChannel: () => new BroadcastChannel(sharedName),
    newId: () => crypto.randomUUID(),
  };
}

/** One request, with the model it is meant for, so that whoever comes to lead can answer it. */
type Question =
  { what: 'load'; request: LoadRequest } | { what: 'generate'; request: GenerateRequest; model: LoadRequest };
type Answer = EngineOutcome<EngineReady> | EngineOutcome<Generation>;
type Message =
  | { kind: 'leads' }
  | { kind: 'ask'; id: string; question: Question }
  | { kind: 'heard'; id: string; progress: LoadProgress | null; text: string | null }
  | { kind: 'answer'; id: string; answer: Answer }
  | { kind: 'interrupt'; runId: RunId };

type Pending = {
  question: Question;
  onHeard: (progress: LoadProgress | null, text: string | null) => void;
  answer: (answer: Answer) => void;
};

/**
 * One engine for all tabs. The tab that holds the lock leads: it has the model, and answers the others. When it closes or
 * crashes the browser gives the lock to the next tab, which loads the model and says that it leads; whoever still waits
 * asks again, so that no request is lost with the leader.
 */
export function shareEngine(parts: SharedEngineParts): EngineClient {
  return new SharedEngine(parts);
}

class SharedEngine implements EngineClient {
  readonly #parts: SharedEngineParts;
  readonly #channel: BroadcastChannel;
  readonly #pending = new Map<string, Pending>();
  /** What this tab answers at present, for itself and for others. */
  readonly #answering = new Set<string>();
  #local: EngineClient | null = null;
  /** What the local engine has loaded, or is loading. */
  #loaded: { modelId: string; outcome: Promise<EngineOutcome<EngineReady>> } | null = null;
  /** The model that this tab asked for. */
  #model: LoadRequest | null = null;
  #step: () => void = () => undefined;
  readonly #closing = new AbortController();

  constructor(parts: SharedEngineParts) {
    this.#parts = parts;
    this.#channel = parts.openChannel();
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      this.#hear(data);
    });
    parts.locks.request(sharedName, { signal: this.#closing.signal }, () => this.#lead()).catch(() => undefined);
  }

  async capabilities(): ReturnType<EngineClient['capabilities']> {
    // A question about the browser, not about the model: any worker can answer it.
    const engine = this.#local ?? this.#parts.makeLocal();
    const found = await engine.capabilities();
    if (engine !== this.#local) engine.close();
    return found;
  }

  load(
    request: LoadRequest,
    onProgress: (progress: LoadProgress) => void = () => undefined,
  ): Promise<EngineOutcome<EngineReady>> {
    this.#model = plainData(request);
    return this.#ask({ what: 'load', request: this.#model }, (progress) => {
      if (progress !== null) onProgress(progress);
    }) as Promise<EngineOutcome<EngineReady>>;
  }

  generate(
    request: GenerateRequest,
    onText: (textSoFar: string) => void = () => undefined,
  ): Promise<EngineOutcome<Generation>> {
    if (this.#model === null) return Promise.resolve(failure('not_loaded', 'No model has been asked for yet.'));
    return this.#ask({ what: 'generate', request, model: this.#model }, (_progress, text) => {
      if (text !== null) onText(text);
    }) as Promise<EngineOutcome<Generation>>;
  }

  interrupt(runId: RunId): void {
    if (this.#local !== null) this.#local.interrupt(runId);
    else this.#say({ kind: 'interrupt', runId });
  }

  /** Other tabs may still need the model. */
  unload(): Promise<void> {
    this.#model = null;
    return Promise.resolve();
  }

  close(): void {
    this.#closing.abort();
    this.#step();
    this.#local?.close();
    this.#channel.close();
  }

  /** Holds the lock for as long as this tab lives. */
  #lead(): Promise<void> {
    if (this.#closing.signal.aborted) return Promise.resolve();
    this.#local = this.#parts.makeLocal();
    this.#say({ kind: 'leads' });
    for (const [id, { question }] of this.#pending) void this.#answer(id, question);
    // The tab had a model from the leader that is gone, and may be asked any moment.
    if (this.#model !== null && this.#pending.size === 0) void this.#load(this.#model, () => undefined);
    return new Promise((resolve) => {
      this.#step = resolve;
    });
  }

  #ask(question: Question, onHeard: Pending['onHeard']): Promise<Answer> {
    const id = this.#parts.newId();
    return new Promise((resolve) => {
      this.#pending.set(id, {
        question,
        onHeard,
        answer: (answer) => {
          this.#pending.delete(id);
          resolve(answer);
        },
      });
      if (this.#local !== null) void this.#answer(id, question);
      else this.#say({ kind: 'ask', id, question });
    });
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case 'leads':
        for (const [id, { question }] of this.#pending) this.#say({ kind: 'ask', id, question });
        return;
      case 'ask':
        if (this.#local !== null) void this.#answer(message.id, message.question);
        return;
      case 'heard':
        this.#pending.get(message.id)?.onHeard(message.progress, message.text);
        return;
      case 'answer':
        this.#pending.get(message.id)?.answer(message.answer);
        return;
      case 'interrupt':
        this.#local?.interrupt(message.runId);
    }
  }

  /** A question that comes twice, because its tab heard of this leader after it had asked, is answered once. */
  async #answer(id: string, question: Question): Promise<void> {
    if (this.#answering.has(id)) return;
    this.#answering.add(id);
    const heard = (progress: LoadProgress | null, text: string | null) => {
      const mine = this.#pending.get(id);
      if (mine !== undefined) mine.onHeard(progress, text);
      else this.#say({ kind: 'heard', id, progress, text });
    };
    const answer =
      question.what === 'load'
        ? await this.#load(question.request, (progress) => {
            heard(progress, null);
          })
        : await this.#generate(question, (text) => {
            heard(null, text);
          });
    this.#answering.delete(id);
    const mine = this.#pending.get(id);
    if (mine !== undefined) mine.answer(answer);
    else this.#say({ kind: 'answer', id, answer });
  }

  /** Once for all tabs that want the same model; another one takes its place. */
  #load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<EngineOutcome<EngineReady>> {
    const local = this.#local;
    if (local === null) return Promise.resolve(failure('not_loaded', 'This tab does not lead.'));
    if (this.#loaded?.modelId === request.modelId) return this.#loaded.outcome;
    const outcome = local.load(request, onProgress);
    const loaded = { modelId: request.modelId, outcome };
    this.#loaded = loaded;
    void outcome.then(({ ok }) => {
      if (!ok && this.#loaded === loaded) this.#loaded = null;
    });
    return outcome;
  }

  async #generate(
    { request, model }: Extract<Question, { what: 'generate' }>,
    onText: (text: string) => void,
  ): Promise<EngineOutcome<Generation>> {
    const loaded = await this.#load(model, () => undefined);
    if (!loaded.ok) return loaded;
    const answer = await this.#local?.generate(request, onText);
    // A worker that dies is started anew for the next request; this one is asked again, once.
    if (answer?.ok === false && answer.code === 'worker_died') {
      return (await this.#local?.generate(request, onText)) ?? answer;
    }
    return answer ?? failure('not_loaded', 'This tab does not lead.');
  }

  #say(message: Message): void {
    if (!this.#closing.signal.aborted) this.#channel.postMessage(message);
  }
}
