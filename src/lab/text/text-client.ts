import { releaseProxy, wrap, type Remote } from 'comlink';
import { failure } from '../../core/outcome.ts';
import { findManifest, resolveFiles } from '../../engine/manifests.ts';
import type { LearnRequest, TextApi, TextOutcome } from '../../protocol/text-api.ts';
import { onWorkerDeath } from '../../protocol/worker-death.ts';

/** The worker that reads texts, as the Lab sees it. */
export type TextClient = Pick<TextApi, 'put' | 'learn' | 'tag' | 'takeHome' | 'sentenceVectors' | 'stop'> & {
  close(): void;
};

/** The guard's model is the one embedded encoder whose states its graph shows. */
const encoderId = 'errand-guard';
const threads = 2;

function spawnWorker(): Worker {
  return new Worker(new URL('../../../workers/text.worker.ts', import.meta.url), { type: 'module' });
}

/** A worker that dies fails what was asked of it; the next question gets a new one, which knows no sentences yet. */
export function connectText(spawn: () => Worker = spawnWorker): TextClient {
  return new WorkerText(spawn);
}

type Line = { worker: Worker; api: Remote<TextApi>; death: Promise<TextOutcome<never>> };

class WorkerText implements TextClient {
  readonly #spawn: () => Worker;
  #line: Line | null = null;

  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
  }

  async put(set: string, sentences: readonly (readonly string[])[]): Promise<void> {
    await this.#openLine().api.put(set, sentences);
  }

  learn(request: LearnRequest): Promise<TextOutcome<null>> {
    return this.#ask((api) => api.learn(request));
  }

  tag(set: string, rows: readonly number[], eagerness: readonly number[]): ReturnType<TextApi['tag']> {
    return this.#ask((api) => api.tag(set, rows, eagerness));
  }

  takeHome(): ReturnType<TextApi['takeHome']> {
    return this.#ask((api) => api.takeHome());
  }

  sentenceVectors(texts: readonly string[]): ReturnType<TextApi['sentenceVectors']> {
    return this.#ask((api) => api.sentenceVectors(texts));
  }

  async stop(): Promise<void> {
    await this.#line?.api.stop();
  }

  close(): void {
    this.#line?.api[releaseProxy]();
    this.#line?.worker.terminate();
    this.#line = null;
  }

  async #ask<Value>(question: (api: Remote<TextApi>) => Promise<TextOutcome<Value>>): Promise<TextOutcome<Value>> {
    const { api, death } = this.#openLine();
    try {
      return await Promise.race([question(api), death]);
    } catch (error) {
      return failure('text_failed', `The reader of texts met an error: ${String(error)}`);
    }
  }

  #openLine(): Line {
    if (this.#line !== null) return this.#line;
    const worker = this.#spawn();
    const death = new Promise<TextOutcome<never>>((resolve) => {
      onWorkerDeath(worker, () => {
        if (this.#line?.worker === worker) this.close();
        resolve(failure('worker_died', 'The reader of texts stopped unexpectedly. Start the run again.'));
      });
    });
    const api = wrap<TextApi>(worker);
    const manifest = findManifest(encoderId);
    if (manifest.ok) void api.prepare(resolveFiles(manifest.value), threads);
    this.#line = { worker, api, death };
    return this.#line;
  }
}
