import { applyOperations, operationsFit } from '../core/operation.ts';
import { success, type Outcome } from '../core/outcome.ts';
import type { HistoryEntry } from '../core/plan.ts';
import { emptyState, type TaskState } from '../core/task.ts';
import type { RunCommit } from './commit-run.ts';
import type { RunRecord } from './run-log.ts';
import { storeFailure } from './store-failure.ts';

/** Memory can always be read. */
type Sure<Value> = Promise<{ ok: true; value: Value }>;

/**
 * A store in memory that nothing outlives: what is measured or tried in it never comes near the person's tasks. It has
 * one writer, so only what a single tab can bring about is a conflict.
 */
export class ScratchStore {
  #state: TaskState;
  #history: readonly HistoryEntry[] = [];

  constructor(state: TaskState = emptyState) {
    this.#state = state;
  }

  readState = (): Sure<TaskState> => Promise.resolve(success(this.#state));

  readHistory = (): Sure<readonly HistoryEntry[]> => Promise.resolve(success(this.#history));

  commitRun = ({ operations, undoable, marks, record }: RunCommit): Promise<Outcome<null, 'conflict'>> => {
    if (!operationsFit(this.#state, operations)) return Promise.resolve(storeFailure('conflict'));
    this.#state = applyOperations(this.#state, operations);
    const flipped = new Map(marks.map(({ runId, undone }) => [runId, undone]));
    const marked = this.#history.map((entry) => ({ ...entry, undone: flipped.get(entry.runId) ?? entry.undone }));
    this.#history = undoable.length === 0 ? marked : written(marked, record, undoable);
    return Promise.resolve(success(null));
  };

  saveEvents = (): Sure<null> => Promise.resolve(success(null));
}

/** Something new is written: what was taken back before it can no longer be brought back. */
function written(
  history: readonly HistoryEntry[],
  { runId, text }: RunRecord,
  operations: HistoryEntry['operations'],
): HistoryEntry[] {
  const known = history.find((entry) => entry.runId === runId);
  const last = history.findLastIndex(({ undone }) => !undone);
  const kept = history.slice(0, last + 1).filter((entry) => entry !== known);
  return [...kept, { runId, text, operations: [...(known?.operations ?? []), ...operations], undone: false }];
}
