import { failure, success, type Outcome } from '../src/core/outcome.ts';
import type {
  EncoderTimes,
  GuardApi,
  GuardFailureCode,
  GuardLoadRequest,
  GuardReady,
  GuardScores,
} from '../src/protocol/guard-api.ts';
import type { LoadedGuard, OpenGuard } from './adapters/guard-bert.ts';

/** Texts that go through the encoder together. */
const batchSize = 8;

/** Holds the guard's model and judges one text at a time, in the order in which they came. */
export class GuardHost implements GuardApi {
  readonly #open: OpenGuard;
  #loaded: LoadedGuard | null = null;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(open: OpenGuard) {
    this.#open = open;
  }

  async load(request: GuardLoadRequest): Promise<Outcome<GuardReady, GuardFailureCode>> {
    const opened = await this.#open(request);
    if (!opened.ok) return opened;
    this.#loaded = opened.value;
    return success(opened.value.ready);
  }

  judge(text: string, onStarted: () => void): Promise<Outcome<GuardScores, GuardFailureCode>> {
    return this.#enqueue(async (guard) => {
      onStarted();
      return guard.judge(text);
    });
  }

  async judgeMany(texts: readonly string[]): Promise<Outcome<readonly GuardScores[], GuardFailureCode>> {
    const judged: GuardScores[] = [];
    // Part by part, so that a request that somebody waits for comes between.
    for (let at = 0; at < texts.length; at += batchSize) {
      const part = await this.#enqueue((guard) => guard.judgeMany(texts.slice(at, at + batchSize)));
      if (!part.ok) return part;
      judged.push(...part.value);
    }
    return success(judged);
  }

  measure(texts: readonly string[]): Promise<Outcome<readonly EncoderTimes[], GuardFailureCode>> {
    return this.#enqueue((guard) => guard.measure(texts));
  }

  #enqueue<Value>(work: (guard: LoadedGuard) => Promise<Value>): Promise<Outcome<Value, GuardFailureCode>> {
    const done = this.#tail.then(() => this.#run(work));
    this.#tail = done;
    return done;
  }

  async #run<Value>(work: (guard: LoadedGuard) => Promise<Value>): Promise<Outcome<Value, GuardFailureCode>> {
    if (this.#loaded === null) return failure('not_loaded', 'The guard is not loaded yet.');
    try {
      return success(await work(this.#loaded));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return failure('guard_failed', `The guard stopped with an error: ${message}`);
    }
  }
}
