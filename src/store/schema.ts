import type { DBSchema, IDBPTransaction } from 'idb';
import type { Operation } from '../core/operation.ts';
import type { RunId } from '../core/plan.ts';
import type { RunEvent } from '../core/run-event.ts';
import type { ListId, Task, TaskId, TaskList } from '../core/task.ts';

/** A run as the log keeps it. */
export type StoredRun = {
  /** Its place in the log, ascending. */
  seq: number;
  runId: RunId;
  at: string;
  text: string;
  origin: 'typed' | 'spoken' | 'hand';
  events: readonly RunEvent[];
  /** What undo can take back; what undo and redo did themselves is not in it. */
  operations: readonly Operation[];
  undone: boolean;
  /**
   * Its place in the order of undo. Absent, and so not in the index, where there is nothing to take back, and where it
   * was taken back and something else was written since: redo can no longer reach it.
   */
  undoOrder?: number;
};

/** The newest version of the database. Change it only with a migration. */
export interface ErrandSchema extends DBSchema {
  tasks: { key: TaskId; value: Task };
  lists: { key: ListId; value: TaskList };
  runs: { key: number; value: StoredRun; indexes: { runId: RunId; undoOrder: number } };
  settings: { key: string; value: unknown };
  /** How this device syncs. */
  sync: { key: string; value: unknown };
  /** The document that sync derives from the tasks, as updates in the order in which they came. */
  syncUpdates: { key: number; value: Uint8Array };
}

type StoreName = 'tasks' | 'lists' | 'runs' | 'settings' | 'sync' | 'syncUpdates';
export const storeNames: StoreName[] = ['tasks', 'lists', 'runs', 'settings', 'sync', 'syncUpdates'];

/** Every transaction spans all stores: what is read together belongs together. */

export type WriteTransaction = IDBPTransaction<ErrandSchema, StoreName[], 'readwrite'>;
export type ReadTransaction = IDBPTransaction<ErrandSchema, StoreName[]> | WriteTransaction;
