import { proxy, releaseProxy, wrap } from 'comlink';
import { failure, type Outcome } from '../../core/outcome.ts';
import { findManifest, resolveFiles, type ManifestFailure } from '../../engine/manifests.ts';
import type { ActorApi, StepAnswer, StepRequest } from '../../protocol/actor.ts';
import type { EngineFailureCode, LoadProgress } from '../../protocol/engine.ts';
import { onWorkerDeath } from '../../protocol/worker-death.ts';
import { actorVocabulary } from './actor-vocabulary.ts';

export const actorId = 'errand-actor';
/** Of the actor with random heads; the same one every time. */
const untrainedSeed = 20_261_121;

/** The embedded actor as the page sees it: loaded with its first request, and again after its worker has died. */
export interface ActorClient {
  load(onProgress?: (progress: LoadProgress) => void): Promise<Outcome<null, EngineFailureCode | ManifestFailure>>;
  next(request: StepRequest): Promise<Outcome<StepAnswer, EngineFailureCode | ManifestFailure>>;
  close(): void;
}

type Line = {
  worker: Worker;
  close: () => void;
  ready: ReturnType<ActorClient['load']>;
  next: (request: StepRequest) => ReturnType<ActorClient['next']>;
};

function spawnWorker(): Worker {
  return new Worker(new URL('../../../workers/actor.worker.ts', import.meta.url), { type: 'module' });
}

export function connectActor(untrained: boolean, spawn: () => Worker = spawnWorker): ActorClient {
  let line: Line | null = null;
  const close = (): void => {
    line?.close();
    line = null;
  };
  const open = (onProgress: (progress: LoadProgress) => void): Line => {
    line ??= openLine(spawn(), untrained, onProgress, close);
    return line;
  };
  const load: ActorClient['load'] = async (onProgress = () => undefined) => {
    const ready = await open(onProgress).ready;
    // What failed is tried anew when it is asked for again.
    if (!ready.ok) close();
    return ready;
  };
  return {
    load,
    next: async (request) => {
      const ready = await load();
      return ready.ok ? open(() => undefined).next(request) : ready;
    },
    close,
  };
}

function openLine(
  worker: Worker,
  untrained: boolean,
  onProgress: (progress: LoadProgress) => void,
  onDeath: () => void,
): Line {
  const api = wrap<ActorApi>(worker);
  const death = new Promise<Outcome<never, EngineFailureCode>>((resolve) => {
    onWorkerDeath(worker, () => {
      onDeath();
      resolve(failure('worker_died', 'The actor’s worker stopped unexpectedly. It is started anew for the next step.'));
    });
  });
  const ask = async <Value>(
    asked: Promise<Outcome<Value, EngineFailureCode>>,
  ): Promise<Outcome<Value, EngineFailureCode>> => {
    try {
      return await Promise.race([asked, death]);
    } catch (error) {
      return failure('engine_failed', error instanceof Error ? error.message : String(error));
    }
  };
  const manifest = findManifest(actorId);
  const load = (files: ReturnType<typeof resolveFiles>) =>
    ask(
      api.load(
        { files, vocabulary: actorVocabulary, threads: 1, untrainedSeed: untrained ? untrainedSeed : null },
        proxy(onProgress),
      ),
    );
  return {
    worker,
    close: () => {
      api[releaseProxy]();
      worker.terminate();
    },
    ready: manifest.ok ? load(resolveFiles(manifest.value)) : Promise.resolve(manifest),
    next: (request) => ask(api.next(request)),
  };
}
