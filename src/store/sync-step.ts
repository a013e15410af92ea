import { unwrap } from 'idb';
import { success, type Outcome } from '../core/outcome.ts';
import type { TaskState } from '../core/task.ts';
import type { StoreChange } from './change-channel.ts';
import type { WriteTransaction } from './schema.ts';

/** What sync makes of the state: what to remember of it, and the state with what came from elsewhere. */
export type SyncStep = { update: Uint8Array | null; state: TaskState };

/** Reads the state, lets sync work on it, and writes what that gives: all in one transaction, so that nothing comes between. */
export async function writeSyncStep(
  before: TaskState,
  work: (state: TaskState) => SyncStep,
  transaction: WriteTransaction,
): Promise<Outcome<StoreChange | null, 'conflict'>> {
  const { update, state } = work(before);
  if (update !== null) await transaction.objectStore('syncUpdates').add(update);
  const taskIds = writeChanged(before.tasks, state.tasks, unwrap(transaction.objectStore('tasks')));
  const listIds = writeChanged(before.lists, state.lists, unwrap(transaction.objectStore('lists')));
  return success(taskIds.length + listIds.length === 0 ? null : { kind: 'synced', taskIds, listIds });
}

/** What is another object is other; what is not there any more goes. A request that fails aborts the transaction. */
function writeChanged<One>(
  before: ReadonlyMap<string, One>,
  after: ReadonlyMap<string, One>,
  store: IDBObjectStore,
): string[] {
  const written = [...after].filter(([id, one]) => before.get(id) !== one);
  const gone = [...before.keys()].filter((id) => !after.has(id));
  for (const [, one] of written) store.put(one);
  for (const id of gone) store.delete(id);
  return [...written.map(([id]) => id), ...gone];
}
