import { Session } from './agent/session.ts';
import type { GuardStatus } from './core/engine-status.ts';
import { careLevels, type CareLevel } from './core/judgement.ts';
import type { RunView } from './core/run-view.ts';
import { sentences } from './view/sentences.ts';
import { success } from './core/outcome.ts';
import { emptyState } from './core/task.ts';
import type { HistoryEntry } from './core/plan.ts';
import type { BackupKeeper } from './keep-backups.ts';
import { personClock } from './person-clock.ts';
import { MirroredStore } from './store/mirrored-store.ts';
import type { Store } from './store/repository.ts';
import { storeFailure, type StoreCode } from './store/store-failure.ts';
import { readQuickly } from './read-quickly.ts';
import { chatAdapters } from './protocol/engine.ts';
import { registry } from './tools/registry.ts';
import { redoableRun, undoableRuns } from './tools/run-history.ts';
import type { SyncDoor } from './view/transfer/sync-door.ts';
import type { Ringer } from './view/reminders/ringer.ts';
import type { App, AppSnapshot } from './view/app.ts';
import { wireCorrections } from './wire-corrections.ts';
import type { EngineSwitch, EngineSwitchView } from './switch-engine.ts';
import type { ModelsDoor } from './view/models/models-door.ts';
import { findModel, readEngineSettings } from './engine-settings.ts';
import type { WiredGuard } from './wire-guard.ts';

/** What the app is made of, once opened. The store is null where the browser refuses to keep anything. */
export type AppParts = {
  store: Store | null;
  storeProblem: StoreCode | null;
  ringer: Ringer | null;
  makeEngines: (store: Store | null, onChange: (view: EngineSwitchView) => void) => EngineSwitch;
  makeGuard: (onStatus: (status: GuardStatus) => void) => WiredGuard | null;
};

const backupDelayMs = 3000;

/** Joins session, store and engine behind the one door that the screen knows. */
export async function makeApp({ store, storeProblem, ringer, makeEngines, makeGuard }: AppParts): Promise<App> {
  const listeners = new Set<(snapshot: AppSnapshot) => void>();
  let snapshot: AppSnapshot = {
    tasks: emptyState,
    run: null,
    busy: false,
    engine: { phase: 'loading', loadedBytes: 0, totalBytes: 0 },
    engineFallback: null,
    guard: { phase: 'loading' },
    care: 'middle',
    canUndo: false,
    canRedo: false,
    storeProblem,
    listing: null,
    learnt: null,
  };
  const update = (change: Partial<AppSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener(snapshot);
  };

  const engineListeners = new Set<(view: EngineSwitchView) => void>();
  let guardBegun = false;
  const loadGuard = (): void => {
    if (guardBegun) return;
    guardBegun = true;
    void guard?.load();
  };
  const guard = makeGuard((status) => {
    update({ guard: status });
  });
  const engines = makeEngines(store, (view) => {
    const { status, fallback } = view;
    update({ engine: status, engineFallback: fallback });
    for (const listener of engineListeners) listener(view);
    // The guard must not take the network from the model that the person waits for: it begins when that has all come.
    const arrived = status.phase !== 'loading' || (status.totalBytes > 0 && status.loadedBytes >= status.totalBytes);
    if (arrived) loadGuard();
  });
  const mirror =
    store === null
      ? null
      : new MirroredStore(
          store,
          ({ state, history }) => {
            update({ tasks: state, ...undoState(history) });
          },
          () => {
            update({ storeProblem: 'store_failed' });
          },
        );
  const newId = () => crypto.randomUUID();
  const corrections = store === null ? null : wireCorrections(store, guard, newId);
  const learn = async (run: RunView): Promise<void> => {
    const learnt = (await corrections?.ended(run)) ?? null;
    if (learnt !== null) update({ learnt: { id: learnt.id, runId: run.runId, text: learnt.text } });
  };
  const session = new Session({
    store: mirror ?? refusedStore(storeProblem ?? 'store_refused'),
    engine: engines.session(),
    judge: guard?.judge ?? null,
    care: () => snapshot.care,
    corrections: corrections?.book ?? null,
    clock: personClock,
    newId,
    strings: sentences,
    onRun: (run) => {
      update({ run, busy: session.busy, ...(shownListing(run) ?? {}) });
    },
  });

  const readCare = async () => {
    const kept = await store?.readSetting(careKey);
    if (kept?.ok === true) update({ care: careLevels.find((level) => level === kept.value) ?? 'middle' });
  };
  /** What another tab chose holds here too. */
  const followChoice = async () => {
    const { choice, measurement } = await readEngineSettings(store);
    if (choice !== engines.view().choice) await engines.choose(choice);
    if (measurement !== null && measurement.at !== engines.view().measurement?.at) engines.measured(measurement);
  };
  store?.subscribe((change) => {
    if (change.kind === 'closed') update({ storeProblem: change.code });
    else if (change.kind === 'setting' || change.kind === 'erased') {
      void readCare();
      void followChoice();
    }
  });
  const [engineSettings] = await Promise.all([readEngineSettings(store), mirror?.open(), readCare()]);
  void engines.begin(engineSettings.choice, engineSettings.measurement).then(async ({ ok }) => {
    if (!ok || store === null || engines.view().measurement !== null) return;
    const { measureByItself } = await import('./measure-by-itself.ts');
    await measureByItself(store, engines, () => snapshot.busy || snapshot.guard.phase === 'loading');
  });
  const loadModels = (): void => {
    guardBegun = snapshot.guard.phase === 'ready';
    if (engines.view().status.phase === 'ready' && snapshot.engineFallback === null) loadGuard();
    else void engines.reload();
  };

  let keeping: Promise<BackupKeeper> | null = null;
  const keeper = async (): Promise<BackupKeeper> => {
    if (store === null) throw new Error('Nothing is kept here');
    const opened = store;
    keeping ??= import('./keep-backups.ts').then(({ keepBackups }) => keepBackups(opened));
    return keeping;
  };
  let syncing: Promise<SyncDoor> | null = null;
  const sync = async (): Promise<SyncDoor | null> => {
    if (store === null) return null;
    const opened = store;
    syncing ??= import('./wire-sync.ts').then(({ wireSync }) => wireSync({ store: opened, session }));
    return syncing;
  };
  let models: Promise<ModelsDoor> | null = null;
  // Its code is fetched only by those who have chosen it.
  void store?.readSync().then((kept) => (kept.ok && kept.value.config !== undefined ? sync() : null));
  // Not before the app has shown itself; a backup that fails is tried again on the next start.
  if (store !== null) setTimeout(() => void keeper().catch(() => undefined), backupDelayMs);

  const act: App['act'] = async (calls, options) => {
    const outcome = await session.act(calls, options?.confirmed ?? false);
    update({ busy: session.busy });
    if (outcome.ok) await learn(outcome.value);
    return outcome;
  };
  const forGood = async (write: (opened: Store) => ReturnType<Store['emptyTrash']>) => {
    if (store === null) return storeFailure(storeProblem ?? 'store_refused');
    const written = await write(store);
    return written.ok ? success(undefined) : written;
  };
  return {
    snapshot: () => snapshot,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    clock: personClock,
    ringer,
    help: () => registry.map(({ name, effect, summary, examples }) => ({ tool: name, effect, summary, examples })),
    readSetting: async (key) => {
      const read = await store?.readSetting(key);
      return read?.ok === true ? read.value : undefined;
    },
    keepSetting: async (key, value) => {
      const kept = await store?.writeSetting(key, value);
      if (kept?.ok === false) update({ storeProblem: kept.code });
    },
    readQuickly: (text, leftAlone) => readQuickly(text, leftAlone, snapshot.tasks, personClock()),
    submit: (text) => {
      const submitted = session.submit(text).then((run) => (run === null ? undefined : learn(run)));
      void submitted.finally(() => {
        update({ busy: session.busy });
      });
    },
    stop: () => {
      session.stop();
    },
    pick: (id) => {
      const candidate = snapshot.run?.question?.candidates.find((choice) => choice.id === id);
      if (candidate !== undefined) session.pick(candidate);
    },
    confirm: () => {
      session.confirm(true);
    },
    decline: () => {
      session.confirm(false);
    },
    undo: () => {
      void act([{ tool: 'undo', args: { steps: 1 } }]);
    },
    redo: () => {
      void act([{ tool: 'redo', args: {} }]);
    },
    act,
    notMeant: () => {
      const { run } = snapshot;
      if (run === null || corrections === null) return;
      corrections.doubt(run);
      if (run.results.length > 0 && snapshot.canUndo) void act([{ tool: 'undo', args: { steps: 1 } }]);
    },
    openCorrections: () => Promise.resolve(corrections?.door ?? null),
    eraseEverything: () => forGood((opened) => opened.eraseEverything()),
    emptyTrash: () => forGood((opened) => opened.emptyTrash()),
    setCare: (care: CareLevel) => {
      update({ care });
      void store?.writeSetting(careKey, care);
    },
    savedRuns: async () => {
      const runs = await store?.readRuns();
      return runs?.ok === true ? runs.value : [];
    },
    openSync: () => sync(),
    openModels: () => {
      models ??= import('./wire-models.ts').then(({ wireModels }) =>
        wireModels({
          store,
          engines,
          follow: (listener) => engineListeners.add(listener),
          keepProblem: (code) => {
            update({ storeProblem: code });
          },
        }),
      );
      return models;
    },
    openPackages: async () => {
      const { wirePackages } = await import('./wire-packages.ts');
      return wirePackages();
    },
    openModel: async () => {
      const { inUse, status } = engines.view();
      const manifest = status.phase === 'ready' ? await findModel(store, inUse) : null;
      if (!chatAdapters.some((adapter) => adapter === manifest?.adapter)) return null;
      const { freeModel } = await import('./chat/free-model.ts');
      return freeModel(engines.session(), newId);
    },
    openTransfer: async () => {
      if (store === null) return null;
      const { wireTransfer } = await import('./wire-transfer.ts');
      return wireTransfer({ store, session, keeper });
    },
    openGuard: async () => {
      if (guard === null) return null;
      const { wireGuardDoor } = await import('./wire-guard-door.ts');
      return wireGuardDoor(guard, () => snapshot.care);
    },
    openProof: async () => {
      const { wireProof } = await import('./wire-proof.ts');
      return wireProof(guard);
    },
    openTrial: async () => {
      const { wireTrial } = await import('./wire-trial.ts');
      return wireTrial({ engine: engines.session(), judge: guard?.judge ?? null, care: () => snapshot.care });
    },
    reloadEngine: () => {
      loadModels();
    },
  };
}

const careKey = 'careLevel';

function undoState(history: readonly HistoryEntry[]): Pick<AppSnapshot, 'canUndo' | 'canRedo'> {
  return { canUndo: undoableRuns(history).length > 0, canRedo: redoableRun(history) !== null };
}

function shownListing(run: RunView): Pick<AppSnapshot, 'listing'> | null {
  const listing = run.results.findLast((result) => result.kind === 'listing' || result.kind === 'found');
  return listing === undefined ? null : { listing: listing.taskIds };
}

/** Reads as empty and fails each write with the reason, so that the page still answers in plain words. */
function refusedStore(code: StoreCode) {
  const refuse = () => Promise.resolve(storeFailure(code));
  return {
    readState: () => Promise.resolve(success(emptyState)),
    readHistory: () => Promise.resolve(success([])),
    commitRun: refuse,
    saveEvents: refuse,
  };
}
