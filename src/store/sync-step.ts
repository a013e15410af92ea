import { unwrap } from 'idb';
import { success, type Outcome } from '../core/outcome.ts';
import type { Task, TaskState } from '../core/task.ts';
import type { StoreChange } from './change-channel.ts';
import type { ReadTransaction, WriteTransaction } from './schema.ts';

/** A task that was deleted here and changed elsewhere; it waits for the person's word. `task` is null where no more is known of it. */
export type SyncQuestion = { taskId: string; title: string; task: Task | null };

/** What sync makes of the state: what to remember of it, the state with what came from elsewhere, and what to ask about. */
export type SyncStep = { update: Uint8Array | null; state: TaskState; asked: readonly SyncQuestion[] };

const questionsKey = 'questions';

/** In the order in which they came up. */
export async function readSyncQuestions(transaction: ReadTransaction): Promise<readonly SyncQuestion[]> {
  const kept = await transaction.objectStore('sync').get(questionsKey);
  return Array.isArray(kept) ? (kept as readonly SyncQuestion[]) : [];
}

export async function dropSyncQuestion(taskId: string, transaction: WriteTransaction): Promise<void> {
  const kept = await readSyncQuestions(transaction);
  await transaction.objectStore('sync').put(
    kept.filter((question) => question.taskId !== taskId),
    questionsKey,
  );
}

/** What is asked again stands where it stood, with what is known now. */
async function addSyncQuestions(asked: readonly SyncQuestion[], transaction: WriteTransaction): Promise<void> {
  const byId = new Map((await readSyncQuestions(transaction)).map((question) => [question.taskId, question]));
  for (const question of asked) byId.set(question.taskId, question);
  await transaction.objectStore('sync').put([...byId.values()], questionsKey);
}

/** Reads the state, lets sync work on it, and writes what that gives: all in one transaction, so that nothing comes between. */
export async function writeSyncStep(
  before: TaskState,
  work: (state: TaskState) => SyncStep,
  transaction: WriteTransaction,
): Promise<Outcome<StoreChange | null, 'conflict'>> {
  const { update, state, asked } = work(before);
  if (asked.length > 0) await addSyncQuestions(asked, transaction);
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
