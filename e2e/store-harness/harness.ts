import { Chance } from '../../src/core/chance.ts';
import { failure } from '../../src/core/outcome.ts';
import { applyOperations } from '../../src/core/operation.ts';
import type { ResolvedCall } from '../../src/core/resolved-call.ts';
import { emptyState, inboxId, type TaskState } from '../../src/core/task.ts';
import { makeApp } from '../../src/make-app.ts';
import { EngineSwitch, type EngineSwitchView } from '../../src/switch-engine.ts';
import { openStore, type Store } from '../../src/store/repository.ts';
import type { App } from '../../src/view/app.ts';
import { acknowledgement, refusal } from './acknowledgement.ts';

/**
 * The app without a screen and without a model, on the real store, writing as fast as it can. Each run that it was told
 * is kept is said on the console at once, since the browser may be killed a moment later.
 */
export type StoreHarness = {
  /** Opens what is kept; ids of the runs in the log, and whether the tasks are what those runs make of nothing. */
  look(): Promise<{ runIds: string[]; taskCount: number; isWhole: boolean }>;
  /** Adds, edits, adds many at once, deletes and undoes, until the page ends. */
  write(seed: number): Promise<never>;
};

declare global {
  interface Window {
    store: StoreHarness;
  }
}

/** No model is ever loaded here. */
function noEngines(_store: Store | null, onChange: (view: EngineSwitchView) => void): EngineSwitch {
  return new EngineSwitch({
    wire: () => failure('engine_unavailable', 'There is no model here.'),
    find: () => Promise.resolve(null),
    attempt: { read: () => null, write: () => undefined },
    onChange,
  });
}

async function open(): Promise<Store> {
  const opened = await openStore('durability');
  if (!opened.ok) throw new Error(opened.message);
  return opened.value;
}

window.store = {
  look: async () => {
    const store = await open();
    const [state, history, runs] = await Promise.all([
      store.readState(),
      store.readHistory(Infinity),
      store.readRuns(Infinity),
    ]);
    if (!state.ok || !history.ok || !runs.ok) throw new Error('The store cannot be read');
    const standing = history.value.filter((entry) => !entry.undone).flatMap((entry) => entry.operations);
    const made = applyOperations(emptyState, standing);
    return {
      runIds: runs.value.map(({ runId }) => runId),
      taskCount: state.value.tasks.size,
      isWhole: shown(made) === shown(state.value),
    };
  },
  write: async (seed) => {
    const store = await open();
    const app = await makeApp({
      store,
      storeProblem: null,
      ringer: null,
      makeEngines: noEngines,
      makeGuard: () => null,
    });
    const chance = new Chance(seed);
    const random = (below: number): number => chance.int(0, below - 1);
    for (;;) {
      const outcome = await app.act(nextCalls(app, random), { confirmed: true });
      console.info(outcome.ok ? acknowledgement + outcome.value.runId : refusal + outcome.code);
    }
  },
};

function nextCalls(app: App, random: (below: number) => number): ResolvedCall[] {
  const tasks = [...app.snapshot().tasks.tasks.values()].filter((task) => task.deletedAt === null && !task.done);
  const task = tasks[random(Math.max(1, tasks.length))];
  const add = (): ResolvedCall => ({ tool: 'add_task', args: { title: `task ${String(random(1e6))}` } });
  const kind = random(10);
  if (task === undefined || kind < 3) return [add()];
  // Many calls in one run, as an import makes them: all of them are kept, or none.
  if (kind < 5) return Array.from({ length: 40 }, add);
  if (kind < 7) return [{ tool: 'update_task', args: { task: task.id, title: `changed ${String(random(1e6))}` } }];
  if (kind < 8) return [{ tool: 'complete_task', args: { task: task.id } }];
  if (kind < 9) return [{ tool: 'move_task', args: { task: task.id, list: { kind: 'existing', id: inboxId } } }, add()];
  return [{ tool: 'undo', args: { steps: 1 } }];
}

function shown(state: TaskState): string {
  const byId = <Entity extends { id: string }>(entities: ReadonlyMap<string, Entity>) =>
    [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify([byId(state.tasks), byId(state.lists)]);
}
