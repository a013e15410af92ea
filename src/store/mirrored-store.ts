import { applyOperations } from '../core/operation.ts';
import { success, type Outcome } from '../core/outcome.ts';
import type { HistoryEntry } from '../core/plan.ts';
import { emptyState, type TaskState } from '../core/task.ts';
import type { StoreChange } from './change-channel.ts';
import type { RunCommit } from './commit-run.ts';
import type { Store } from './repository.ts';
import type { StoreCode } from './store-failure.ts';

export type Mirrored = { state: TaskState; history: readonly HistoryEntry[] };

const historyLimit = 100;

/**
 * What is stored, once more in memory, so that a run and the screen need not read ten thousand tasks to change one. A
 * run of this tab is shown at once and taken back where the database refuses it; of another tab's run only what it
 * touched is read. A copy that has fallen behind does no harm: the transaction compares with what is stored.
 */
export class MirroredStore {
  readonly #store: Store;
  readonly #onChange: (now: Mirrored) => void;
  readonly #onFailure: () => void;
  #now: Mirrored = { state: emptyState, history: [] };
  #committing: string | null = null;

  constructor(store: Store, onChange: (now: Mirrored) => void, onFailure: () => void) {
    this.#store = store;
    this.#onChange = onChange;
    this.#onFailure = onFailure;
  }

  /** Reads everything once, and from then on follows the changes. */
  async open(): Promise<void> {
    this.#store.subscribe((change) => void this.#follow(change));
    await this.#readAll();
  }

  readState = (): Promise<Outcome<TaskState, never>> => Promise.resolve(success(this.#now.state));
  readHistory = (): Promise<Outcome<readonly HistoryEntry[], never>> => Promise.resolve(success(this.#now.history));
  saveEvents: Store['saveEvents'] = (record) => this.#store.saveEvents(record);

  commitRun = async (commit: RunCommit): Promise<Outcome<null, StoreCode>> => {
    this.#committing = commit.record.runId;
    this.#set({
      state: applyOperations(this.#now.state, commit.operations),
      history: historyAfter(this.#now.history, commit),
    });
    const written = await this.#store.commitRun(commit);
    this.#committing = null;
    if (!written.ok) await this.#readAll();
    return written;
  };

  async #follow(change: StoreChange): Promise<void> {
    if (change.kind === 'closed' || change.kind === 'setting') return;
    if (change.kind !== 'changed') return this.#readAll();
    const { runId, taskIds, listIds } = change;
    if (runId === this.#committing || taskIds.length + listIds.length === 0) return;
    const [some, history] = await Promise.all([
      this.#store.readSome(taskIds, listIds),
      this.#store.readHistory(historyLimit),
    ]);
    if (!some.ok || !history.ok) return this.#onFailure();
    const { state } = this.#now;
    this.#set({
      state: {
        tasks: replaced(state.tasks, taskIds, some.value.tasks),
        lists: replaced(state.lists, listIds, some.value.lists),
      },
      history: history.value,
    });
  }

  async #readAll(): Promise<void> {
    const [state, history] = await Promise.all([this.#store.readState(), this.#store.readHistory(historyLimit)]);
    if (state.ok && history.ok) this.#set({ state: state.value, history: history.value });
    else this.#onFailure();
  }

  #set(now: Mirrored): void {
    this.#now = now;
    this.#onChange(now);
  }
}

/** The order of undo after a run, as the log keeps it (`run-log.ts`). */
function historyAfter(history: readonly HistoryEntry[], { record, undoable, marks }: RunCommit): HistoryEntry[] {
  const marked = new Map(marks.map(({ runId, undone }) => [runId, undone]));
  const kept = history.map((entry) => ({ ...entry, undone: marked.get(entry.runId) ?? entry.undone }));
  if (undoable.length === 0) return kept;
  const known = kept.find(({ runId }) => runId === record.runId);
  const entry: HistoryEntry = {
    runId: record.runId,
    text: record.text,
    operations: [...(known?.operations ?? []), ...undoable],
    undone: known?.undone ?? false,
  };
  return [...kept.filter((other) => other !== known && !other.undone), entry].slice(-historyLimit);
}

function replaced<Entity>(
  entities: ReadonlyMap<string, Entity>,
  ids: readonly string[],
  found: ReadonlyMap<string, Entity>,
): Map<string, Entity> {
  const all = new Map(entities);
  for (const id of ids) {
    const entity = found.get(id);
    if (entity === undefined) all.delete(id);
    else all.set(id, entity);
  }
  return all;
}
