import { success, type Outcome } from '../core/outcome.ts';
import type { HistoryEntry, RunId } from '../core/plan.ts';
import type { ListId, TaskId, TaskState } from '../core/task.ts';
import { ChangeChannel, type ChangeListener, type StoreChange } from './change-channel.ts';
import { commitRun, type RunCommit } from './commit-run.ts';
import { startFreshLog } from './fresh-log.ts';
import { openDatabase, type Database } from './open-database.ts';
import {
  compactRuns,
  forgetOperations,
  keptWholeRuns,
  readHistory,
  readRuns,
  writeRun,
  type RunRecord,
  type SavedRun,
} from './run-log.ts';
import { storeNames, type ReadTransaction, type WriteTransaction } from './schema.ts';
import { dropSyncQuestion, readSyncQuestions, writeSyncStep, type SyncQuestion, type SyncStep } from './sync-step.ts';
import { readEverything, replaceEverything, type WholeState } from './whole-state.ts';
import { failureOf, type OpeningCode, type StoreCode } from './store-failure.ts';

type Read<Value> = Promise<Outcome<Value, 'store_failed' | 'store_full'>>;
type Write = Promise<Outcome<null, StoreCode>>;

/** The one place where tasks are kept. What is in memory anywhere else is a copy. */
export type Store = {
  readState(): Read<TaskState>;
  /** Those that are there of the given ones. */
  readSome(taskIds: readonly TaskId[], listIds: readonly ListId[]): Read<TaskState>;
  /** The last runs that undo and redo can reach, the newest last. */
  readHistory(limit?: number): Read<readonly HistoryEntry[]>;
  /** The log, the newest first. */
  readRuns(limit?: number): Read<readonly SavedRun[]>;
  /** All that a run changes, in one transaction, or nothing: `conflict` where another tab was first. */
  commitRun(commit: RunCommit): Write;
  /** Keeps the trace of a run that wrote nothing, or the rest of the trace of one that did. */
  saveEvents(record: RunRecord): Write;
  /** Makes old runs of the log smaller; the newest `keepWhole` stay as they are. */
  compactRuns(keepWhole?: number): Write;
  readSetting(key: string): Read<unknown>;
  writeSetting(key: string, value: unknown): Write;
  /** By hand only: what is in the trash is gone for good, and with it the undo of everything before. */
  emptyTrash(): Write;
  /** Everything that is stored, as one moment saw it. */
  readEverything(): Read<WholeState>;
  /** By hand only: another state, from a file or a backup, in the place of this one. */
  replaceEverything(state: WholeState): Write;
  /** By hand only: as if the app had never been used. */
  eraseEverything(): Write;
  /** How this device syncs, the document it keeps for that, and what waits for the person's word. */
  readSync(): Read<{ config: unknown; updates: readonly Uint8Array[]; questions: readonly SyncQuestion[] }>;
  /** Null ends it and forgets the document. */
  writeSyncConfig(config: unknown): Write;
  syncStep(work: (state: TaskState) => SyncStep): Write;
  /** The person has answered it. */
  dropSyncQuestion(taskId: TaskId): Write;
  /** One update that holds all of them, in their place. */
  compactSync(whole: Uint8Array): Write;
  /** Calls back at each change, of this tab and of the others; returns how to stop that. */
  subscribe(listener: ChangeListener): () => void;
  close(): void;
};

/** `onBlocked` is called where another tab with an older version has to close first; opening goes on then. */
export async function openStore(
  name = 'errand',
  onBlocked: () => void = () => undefined,
): Promise<Outcome<Store, OpeningCode>> {
  const channel = new ChangeChannel(name);
  const onClosed = (reason: 'newer-version' | 'lost') => {
    const code = reason === 'newer-version' ? 'store_newer' : 'store_failed';
    channel.tellThisTab({ kind: 'closed', code }, 'this-tab');
  };
  await startFreshLog(name);
  const opened = await openDatabase(name, { onBlocked, onClosed });
  if (opened.ok) return success(storeOn(opened.value, channel));
  channel.close();
  return opened;
}

const historyLimit = 100;
const syncConfigKey = 'config';

function storeOn(database: Database, channel: ChangeChannel): Store {
  const write = async (
    body: (transaction: WriteTransaction) => Promise<Outcome<StoreChange | null, 'conflict'>>,
  ): Write => {
    const written = await inWriteTransaction(database, body);
    if (!written.ok) return written;
    if (written.value !== null) channel.tellAll(written.value);
    return success(null);
  };
  return {
    readState: () => reading(database, readState),
    readSome: (taskIds, listIds) => reading(database, (transaction) => readSome(taskIds, listIds, transaction)),
    readHistory: (limit = historyLimit) => reading(database, (transaction) => readHistory(limit, transaction)),
    readRuns: (limit = Infinity) => reading(database, (transaction) => readRuns(limit, transaction)),
    commitRun: (commit) =>
      write(async (transaction) => {
        const touched = await commitRun(commit, transaction);
        return touched.ok ? success(changed(commit.record.runId, touched.value)) : touched;
      }),
    saveEvents: (record) =>
      write(async (transaction) => {
        await writeRun(record, [], transaction);
        return success(changed(record.runId, { taskIds: [], listIds: [] }));
      }),
    compactRuns: (keepWhole = keptWholeRuns) =>
      write(async (transaction) => {
        await compactRuns(keepWhole, transaction);
        return success(null);
      }),
    readSetting: (key) => reading(database, (transaction) => transaction.objectStore('settings').get(key)),
    writeSetting: (key, value) =>
      write(async (transaction) => {
        await transaction.objectStore('settings').put(value, key);
        return success({ kind: 'setting', key });
      }),
    readEverything: () => reading(database, readEverything),
    replaceEverything: (state) => write((transaction) => replaceEverything(state, transaction)),
    emptyTrash: () => write(emptyTrash),
    eraseEverything: () => write(eraseEverything),
    readSync: () =>
      reading(database, async (transaction) => ({
        config: await transaction.objectStore('sync').get(syncConfigKey),
        updates: await transaction.objectStore('syncUpdates').getAll(),
        questions: await readSyncQuestions(transaction),
      })),
    writeSyncConfig: (config) =>
      write(async (transaction) => {
        const sync = transaction.objectStore('sync');
        if (config === null) await Promise.all([sync.clear(), transaction.objectStore('syncUpdates').clear()]);
        else await sync.put(config, syncConfigKey);
        return success({ kind: 'setting', key: 'sync' });
      }),
    syncStep: (work) => write(async (transaction) => writeSyncStep(await readState(transaction), work, transaction)),
    dropSyncQuestion: (taskId) =>
      write(async (transaction) => {
        await dropSyncQuestion(taskId, transaction);
        return success(null);
      }),
    compactSync: (whole) =>
      write(async (transaction) => {
        const updates = transaction.objectStore('syncUpdates');
        await updates.clear();
        await updates.add(whole);
        return success(null);
      }),
    subscribe: (listener) => channel.subscribe(listener),
    close: () => {
      channel.close();
      database.close();
    },
  };
}

function changed(
  runId: RunId,
  touched: Pick<Extract<StoreChange, { kind: 'changed' }>, 'taskIds' | 'listIds'>,
): StoreChange {
  return { kind: 'changed', runId, ...touched };
}

async function reading<Value>(database: Database, body: (transaction: ReadTransaction) => Promise<Value>): Read<Value> {
  try {
    return success(await body(database.transaction(storeNames, 'readonly')));
  } catch (error) {
    return failureOf(error);
  }
}

/** All or nothing: a failure of the body, expected or not, aborts whatever it had written so far. */
async function inWriteTransaction<Value>(
  database: Database,
  body: (transaction: WriteTransaction) => Promise<Outcome<Value, 'conflict'>>,
): Promise<Outcome<Value, StoreCode>> {
  let transaction: WriteTransaction | null = null;
  try {
    transaction = database.transaction(storeNames, 'readwrite');
    // The outcome is awaited below; a rejection before that must not count as unhandled.
    transaction.done.catch(() => undefined);
    const outcome = await body(transaction);
    if (outcome.ok) await transaction.done;
    else transaction.abort();
    return outcome;
  } catch (error) {
    const reason = transaction?.error ?? error;
    abort(transaction);
    return failureOf(reason);
  }
}

function abort(transaction: WriteTransaction | null): void {
  try {
    transaction?.abort();
  } catch {
    // It has ended already.
  }
}

async function readState(transaction: ReadTransaction): Promise<TaskState> {
  const [tasks, lists] = await Promise.all([
    transaction.objectStore('tasks').getAll(),
    transaction.objectStore('lists').getAll(),
  ]);
  return {
    tasks: new Map(tasks.map((task) => [task.id, task])),
    lists: new Map(lists.map((list) => [list.id, list])),
  };
}

async function readSome(
  taskIds: readonly TaskId[],
  listIds: readonly ListId[],
  transaction: ReadTransaction,
): Promise<TaskState> {
  const [tasks, lists] = await Promise.all([
    Promise.all(taskIds.map((id) => transaction.objectStore('tasks').get(id))),
    Promise.all(listIds.map((id) => transaction.objectStore('lists').get(id))),
  ]);
  return {
    tasks: new Map(tasks.flatMap((task) => (task === undefined ? [] : [[task.id, task] as const]))),
    lists: new Map(lists.flatMap((list) => (list === undefined ? [] : [[list.id, list] as const]))),
  };
}

async function emptyTrash(transaction: WriteTransaction): Promise<Outcome<StoreChange, 'conflict'>> {
  const state = await readState(transaction);
  const trashed = [...state.tasks.values()].filter((task) => task.deletedAt !== null);
  const lists = [...state.lists.values()].filter((list) => list.deletedAt !== null);
  await Promise.all([
    ...trashed.map((task) => transaction.objectStore('tasks').delete(task.id)),
    ...lists.map((list) => transaction.objectStore('lists').delete(list.id)),
  ]);
  await forgetOperations(transaction);
  return success({ kind: 'trash-emptied' });
}

async function eraseEverything(transaction: WriteTransaction): Promise<Outcome<StoreChange, 'conflict'>> {
  await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
  return success({ kind: 'erased' });
}
