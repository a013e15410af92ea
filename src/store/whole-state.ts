import { success, type Outcome } from '../core/outcome.ts';
import type { Task, TaskList } from '../core/task.ts';
import type { StoreChange } from './change-channel.ts';
import type { ReadTransaction, StoredRun, WriteTransaction } from './schema.ts';

/** Everything that is stored, for a file: what is read together belongs together. */
export type WholeState = {
  tasks: readonly Task[];
  lists: readonly TaskList[];
  runs: readonly StoredRun[];
  settings: readonly { key: string; value: unknown }[];
};

export async function readEverything(transaction: ReadTransaction): Promise<WholeState> {
  const settings = transaction.objectStore('settings');
  const [tasks, lists, runs, keys, values] = await Promise.all([
    transaction.objectStore('tasks').getAll(),
    transaction.objectStore('lists').getAll(),
    transaction.objectStore('runs').getAll(),
    settings.getAllKeys(),
    settings.getAll(),
  ]);
  return { tasks, lists, runs, settings: keys.map((key, index) => ({ key, value: values[index] })) };
}

/** Puts a state in the place of the one that is there, in one transaction. How this device syncs stays as it is. */
export async function replaceEverything(
  state: WholeState,
  transaction: WriteTransaction,
): Promise<Outcome<StoreChange, 'conflict'>> {
  const replaced = ['tasks', 'lists', 'runs', 'settings'] as const;
  await Promise.all(replaced.map((name) => transaction.objectStore(name).clear()));
  await Promise.all([
    ...state.tasks.map((task) => transaction.objectStore('tasks').put(task)),
    ...state.lists.map((list) => transaction.objectStore('lists').put(list)),
    ...state.runs.map((run) => transaction.objectStore('runs').put(run)),
    ...state.settings.map(({ key, value }) => transaction.objectStore('settings').put(value, key)),
  ]);
  return success({ kind: 'replaced' });
}
