import type { Operation } from '../core/operation.ts';
import type { HistoryEntry, RunId } from '../core/plan.ts';
import type { RunEvent } from '../core/run-event.ts';
import type { ReadTransaction, StoredRun, WriteTransaction } from './schema.ts';

/** A run as those who write it know it. */
export type RunRecord = {
  runId: RunId;
  at: string;
  text: string;
  origin: StoredRun['origin'];
  events: readonly RunEvent[];
};

/** A run as History lists it. */
export type SavedRun = RunRecord & { undoable: boolean; undone: boolean };

/** The runs that undo and redo can reach, the newest last. */
export async function readHistory(limit: number, transaction: ReadTransaction): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let cursor = await transaction.objectStore('runs').index('undoOrder').openCursor(null, 'prev');
  while (cursor !== null && entries.length < limit) {
    const { runId, text, operations, undone } = cursor.value;
    entries.push({ runId, text, operations, undone });
    cursor = await cursor.continue();
  }
  return entries.reverse();
}

/** The log, the newest first. */
export async function readRuns(limit: number, transaction: ReadTransaction): Promise<SavedRun[]> {
  const runs: SavedRun[] = [];
  let cursor = await transaction.objectStore('runs').openCursor(null, 'prev');
  while (cursor !== null && runs.length < limit) {
    const { runId, at, text, origin, events, undone, undoOrder } = cursor.value;
    runs.push({ runId, at, text, origin, events, undone, undoable: undoOrder !== undefined });
    cursor = await cursor.continue();
  }
  return runs;
}

/** Adds the run, or what it has done since it was last written: an engine may act more than once in one run. */
export async function writeRun(
  record: RunRecord,
  undoable: readonly Operation[],
  transaction: WriteTransaction,
): Promise<void> {
  const runs = transaction.objectStore('runs');
  const known = await runs.index('runId').get(record.runId);
  const next = await nextSeq(transaction);
  if (undoable.length > 0) await dropUndone(transaction);
  const operations = [...(known?.operations ?? []), ...undoable];
  const order = undoable.length > 0 ? next : known?.undoOrder;
  await runs.put({
    seq: known?.seq ?? next,
    ...record,
    operations,
    undone: known?.undone ?? false,
    ...(order === undefined ? {} : { undoOrder: order }),
  });
}

async function nextSeq(transaction: WriteTransaction): Promise<number> {
  const last = await transaction.objectStore('runs').openKeyCursor(null, 'prev');
  return (last?.primaryKey ?? 0) + 1;
}

/** Something new is written: what was taken back before it can no longer be brought back. */
async function dropUndone(transaction: WriteTransaction): Promise<void> {
  let cursor = await transaction.objectStore('runs').index('undoOrder').openCursor(null, 'prev');
  while (cursor?.value.undone === true) {
    await cursor.update(withoutOrder(cursor.value));
    cursor = await cursor.continue();
  }
}

/** Marks runs as taken back or brought back. False where another tab has done so meanwhile. */
export async function takeMarks(
  marks: readonly { runId: RunId; undone: boolean }[],
  transaction: WriteTransaction,
): Promise<boolean> {
  const runs = transaction.objectStore('runs');
  for (const { runId, undone } of marks) {
    const run = await runs.index('runId').get(runId);
    if (run?.undoOrder === undefined || run.undone === undone) return false;
    await runs.put({ ...run, undone });
  }
  return true;
}

/** After something was erased for good, nothing from before it can be taken back. */
export async function forgetOperations(transaction: WriteTransaction): Promise<void> {
  let cursor = await transaction.objectStore('runs').openCursor();
  while (cursor !== null) {
    if (cursor.value.operations.length > 0) await cursor.update({ ...withoutOrder(cursor.value), operations: [] });
    cursor = await cursor.continue();
  }
}

/** So many runs are kept with their whole trace and can be taken back, one after the other. */
export const keptWholeRuns = 5000;

/** What History lists of a run needs no more than these. */
const keptForever: readonly RunEvent['type'][] = ['submitted', 'applied', 'declined', 'failed', 'stopped', 'finished'];

const compactedKey = 'runs-compacted-to';

/** Of the runs before the newest `keepWhole`, only what was said and what came of it stays. Tells how many it made smaller. */
export async function compactRuns(keepWhole: number, transaction: WriteTransaction): Promise<number> {
  const settings = transaction.objectStore('settings');
  const from = Number((await settings.get(compactedKey)) ?? 0);
  const last = await transaction.objectStore('runs').openKeyCursor(null, 'prev');
  const to = (last?.primaryKey ?? 0) - keepWhole;
  if (to <= from) return 0;
  let compacted = 0;
  let cursor = await transaction.objectStore('runs').openCursor(IDBKeyRange.bound(from, to, true));
  while (cursor !== null) {
    const events = cursor.value.events.filter(({ type }) => keptForever.includes(type));
    await cursor.update({ ...withoutOrder(cursor.value), events, operations: [] });
    compacted += 1;
    cursor = await cursor.continue();
  }
  await settings.put(to, compactedKey);
  return compacted;
}

function withoutOrder(run: StoredRun): StoredRun {
  const kept = { ...run };
  delete kept.undoOrder;
  return kept;
}
