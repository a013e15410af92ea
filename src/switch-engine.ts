import type { SessionEngine } from './agent/session.ts';
import type { EngineStatus } from './core/engine-status.ts';
import { failure, type Outcome } from './core/outcome.ts';
import type { RunId } from './core/plan.ts';
import { automaticChoice, fasterEngine, type EngineMeasurement } from './engine/measurement.ts';
import type { ModelManifest } from './engine/manifests.ts';
import type { EngineFailureCode, EngineReady } from './protocol/engine.ts';
import { defaultEngineId, type WiredEngine } from './wire-engine.ts';

/** Why another engine answers than the chosen one. */
export type EngineFallback = { from: string; name: string; code: EngineFailureCode; message: string };

export type EngineSwitchView = {
  /** An engine's id, or `auto`. */
  choice: string;
  /** The engine that answers. */
  inUse: string;
  status: EngineStatus;
  fallback: EngineFallback | null;
  measurement: EngineMeasurement | null;
};

export type EngineSwitchParts = {
  wire: (model: ModelManifest, onStatus: (status: EngineStatus) => void) => Outcome<WiredEngine, 'engine_unavailable'>;
  /** A model of the app's or the person's own, or null where there is none of that id. */
  find: (id: string) => Promise<ModelManifest | null>;
  /** Remembers, for as long as this tab lives, which engine was being loaded: a tab that crashed under it knows when it is back. */
  attempt: { read: () => string | null; write: (id: string | null) => void };
  onChange: (view: EngineSwitchView) => void;
};

/** What a second try with the same engine would not mend. Anything else ends the run and leaves the engine in place. */
const lasting: readonly EngineFailureCode[] = [
  'model_missing',
  'model_corrupt',
  'no_runtime',
  'out_of_memory',
  'device_lost',
  'download_blocked',
  'worker_died',
  'engine_failed',
  'not_loaded',
];

/**
 * Which engine answers. The chosen one is loaded; where it cannot be, or fails for good while it answers, the embedded
 * agent takes its place until the page is loaded again or the person chooses anew.
 */
export class EngineSwitch {
  readonly #parts: EngineSwitchParts;
  #current: WiredEngine | null = null;
  #view: EngineSwitchView = {
    choice: automaticChoice,
    inUse: defaultEngineId,
    status: { phase: 'loading', loadedBytes: 0, totalBytes: 0 },
    fallback: null,
    measurement: null,
  };
  /** Counts what was begun, so that what a later choice overtook says nothing. */
  #begun = 0;
  readonly #waiting = new Map<RunId, () => void>();
  /** Settles when the engine that is meant to answer is there, or has failed. */
  #settled: Promise<unknown> = Promise.resolve();

  constructor(parts: EngineSwitchParts) {
    this.#parts = parts;
  }

  view(): EngineSwitchView {
    return this.#view;
  }

  /** The engine for a session: always the one in use. */
  session(): SessionEngine {
    const current = () => this.#current?.session ?? null;
    const inUse = () => this.#view.inUse;
    return {
      get id() {
        return inUse();
      },
      get confidenceThreshold() {
        return current()?.confidenceThreshold ?? 0;
      },
      get usesObservations() {
        return current()?.usesObservations ?? false;
      },
      ready: () => current()?.ready() ?? false,
      generate: async (request, onText) => {
        // A sentence that comes while one engine gives way to another waits for that one, and is said to it.
        if (await this.#stoppedBefore(request.runId)) return failure('interrupted', 'Stopped.');
        const engine = current();
        if (engine === null) return failure('not_loaded', 'No model is loaded.');
        return engine.generate({ ...request, modelId: engine.id }, onText);
      },
      interrupt: (runId) => {
        this.#waiting.get(runId)?.();
        current()?.interrupt(runId);
      },
      standIn: (code, message) => this.#standIn(code, message),
    };
  }

  /** Waits for the engine that is meant to answer; true where the run was stopped meanwhile. */
  async #stoppedBefore(runId: RunId): Promise<boolean> {
    const stopped = new Promise<true>((resolve) => {
      this.#waiting.set(runId, () => {
        resolve(true);
      });
    });
    const isStopped = await Promise.race([stopped, this.#settled.then(() => false)]);
    this.#waiting.delete(runId);
    return isStopped;
  }

  /** Takes up the choice that was kept, and loads it. */
  begin(choice: string, measurement: EngineMeasurement | null): Promise<Outcome<EngineReady, EngineFailureCode>> {
    this.#tell({ choice, measurement });
    const wanted = this.#wanted();
    if (this.#parts.attempt.read() !== wanted || wanted === defaultEngineId) return this.#start();
    this.#parts.attempt.write(null);
    return this.#fallBack({
      from: wanted,
      name: wanted,
      code: 'crashed_before',
      message: 'The page closed while this model was loading the last time, so it was not loaded again.',
    });
  }

  choose(choice: string): Promise<Outcome<EngineReady, EngineFailureCode>> {
    this.#tell({ choice });
    return this.#start();
  }

  /** Counts from the next start on: an engine that loads now would keep somebody waiting who asked for nothing. */
  noteMeasured(measurement: EngineMeasurement): void {
    this.#tell({ measurement });
  }

  measured(measurement: EngineMeasurement): void {
    const before = this.#wanted();
    this.#tell({ measurement });
    if (this.#wanted() !== before) void this.#start();
  }

  /** The chosen engine once more. */
  reload(): Promise<Outcome<EngineReady, EngineFailureCode>> {
    return this.#start();
  }

  #wanted(): string {
    const { choice, measurement } = this.#view;
    return choice === automaticChoice ? fasterEngine(measurement) : choice;
  }

  #start(): Promise<Outcome<EngineReady, EngineFailureCode>> {
    this.#tell({ fallback: null });
    return this.#load(this.#wanted());
  }

  #load(id: string): Promise<Outcome<EngineReady, EngineFailureCode>> {
    const turn = (this.#begun += 1);
    const loaded = this.#loadNow(id, turn);
    this.#settled = loaded;
    return loaded;
  }

  async #loadNow(id: string, turn: number): Promise<Outcome<EngineReady, EngineFailureCode>> {
    const isCurrent = () => turn === this.#begun;
    this.#tell({ inUse: id, status: { phase: 'loading', loadedBytes: 0, totalBytes: 0 } });
    const model = await this.#parts.find(id);
    const wired =
      model === null
        ? failure('no_runtime', `There is no model “${id}” here any more.`)
        : this.#parts.wire(model, (status) => {
            // A chosen engine that fails is not the end: what takes its place says how it stands.
            if (isCurrent() && (status.phase !== 'failed' || id === defaultEngineId)) this.#tell({ status });
          });
    if (!isCurrent()) return failure('interrupted', 'Another model was chosen.');
    this.#current = wired.ok ? wired.value : null;
    if (id !== defaultEngineId) this.#parts.attempt.write(id);
    const loaded = wired.ok ? await wired.value.load('auto') : failure('no_runtime', wired.message);
    if (!isCurrent()) return failure('interrupted', 'Another model was chosen.');
    if (id !== defaultEngineId) this.#parts.attempt.write(null);
    if (loaded.ok || id === defaultEngineId) return loaded;
    return this.#fallBack({ from: id, name: model?.name ?? id, code: loaded.code, message: loaded.message });
  }

  #fallBack(fallback: EngineFallback): Promise<Outcome<EngineReady, EngineFailureCode>> {
    this.#tell({ fallback });
    return this.#load(defaultEngineId);
  }

  #standIn(code: EngineFailureCode, message: string): { id: string } | null {
    const from = this.#view.inUse;
    if (from === defaultEngineId || !lasting.includes(code)) return null;
    void this.#fallBack({ from, name: this.#current?.name ?? from, code, message });
    return { id: defaultEngineId };
  }

  #tell(change: Partial<EngineSwitchView>): void {
    this.#view = { ...this.#view, ...change };
    this.#parts.onChange(this.#view);
  }
}
