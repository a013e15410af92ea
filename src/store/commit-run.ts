import { unwrap } from 'idb';
import { applyOperations, operationsFit, type Operation } from '../core/operation.ts';
import { success, type Outcome } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';
import { inboxId, type ListId, type Task, type TaskId, type TaskList, type TaskState } from '../core/task.ts';
import { takeMarks, writeRun, type RunRecord } from './run-log.ts';
import type { WriteTransaction } from './schema.ts';
import { storeFailure } from './store-failure.ts';

/** Everything one run writes, and the run itself. */
export type RunCommit = {
  /** In the order in which they were planned. */
  operations: readonly Operation[];
  /** Those of them that undo can take back. */
  undoable: readonly Operation[];
  /** Runs that this one takes back or brings back. */
  marks: readonly { runId: RunId; undone: boolean }[];
  record: RunRecord;
};

export type Touched = { taskIds: readonly TaskId[]; listIds: readonly ListId[] };

/**
 * Writes a run inside the given transaction. What it changes is read again first: where another tab has changed the same
 * fields since the run was planned, it is a conflict and the caller aborts.
 */
export async function commitRun(
  commit: RunCommit,
  transaction: WriteTransaction,
): Promise<Outcome<Touched, 'conflict'>> {
  const touched = touchedBy(commit.operations);
  const before = await readConcerned(commit.operations, touched, transaction);
  if (!operationsFit(before, commit.operations)) return storeFailure('conflict');
  const after = applyOperations(before, commit.operations);
  if (!namesAreOnce(after, touched) || leavesLooseEnds(before, after)) return storeFailure('conflict');
  writeTouched(touched, after, transaction);
  if (!(await takeMarks(commit.marks, transaction))) return storeFailure('conflict');
  await writeRun(commit.record, commit.undoable, transaction);
  return success(touched);
}

function touchedBy(operations: readonly Operation[]): Touched {
  const ids = (entity: Operation['entity']) =>
    operations
      .filter((operation) => operation.entity === entity)
      .map((operation) => (operation.kind === 'set' ? operation.id : operation.value.id));
  return { taskIds: [...new Set(ids('task'))], listIds: [...new Set(ids('list'))] };
}

/** From here on reading all tasks at once is quicker than asking for each. */
const manyTasks = 200;

/**
 * The lists, and of the tasks those that are touched and their parents; all of them where a list or a task goes, since
 * another tab may just have put something under it.
 */
async function readConcerned(
  operations: readonly Operation[],
  { taskIds }: Touched,
  transaction: WriteTransaction,
): Promise<TaskState> {
  const tasks = transaction.objectStore('tasks');
  const lists = byId(await transaction.objectStore('lists').getAll());
  if (operations.some(takesAway) || taskIds.length > manyTasks) return { tasks: byId(await tasks.getAll()), lists };
  const read = async (ids: Iterable<TaskId>) => {
    const found = await Promise.all([...ids].map((id) => tasks.get(id)));
    return found.filter((task): task is Task => task !== undefined);
  };
  const touched = await read(taskIds);
  const created = operations.flatMap((operation) => (operation.kind === 'create' ? [operation.value] : []));
  const parents = await read(new Set([...touched, ...created].flatMap(parentOf)));
  return { tasks: byId([...parents, ...touched]), lists };
}

function takesAway(operation: Operation): boolean {
  return (
    operation.kind === 'erase' || (operation.kind === 'set' && ['deletedAt', 'parentId'].includes(operation.field))
  );
}

function parentOf(entity: Task | TaskList): TaskId[] {
  return 'parentId' in entity && entity.parentId !== null ? [entity.parentId] : [];
}

/** A task would be left in a list, or under a task, that is not there: another tab has just removed it or added to it. */
function leavesLooseEnds(before: TaskState, after: TaskState): boolean {
  return [...after.tasks.values()].some((task) => isLoose(task, after) && !isLooseIn(task.id, before));
}

function isLooseIn(id: TaskId, state: TaskState): boolean {
  const task = state.tasks.get(id);
  return task !== undefined && isLoose(task, state);
}

function isLoose(task: Task, { tasks, lists }: TaskState): boolean {
  if (task.deletedAt !== null) return false;
  const isIn = (entity: { deletedAt: string | null } | undefined) => entity !== undefined && entity.deletedAt === null;
  const inList = task.listId === inboxId || isIn(lists.get(task.listId));
  return !inList || !(task.parentId === null || isIn(tasks.get(task.parentId)));
}

function byId<Entity extends { id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/**
 * None of the requests is waited for: one that fails aborts the transaction, which the caller waits for, and ten thousand
 * promises would take longer than the writing.
 */
function writeTouched(touched: Touched, after: TaskState, transaction: WriteTransaction): void {
  const tasks = unwrap(transaction.objectStore('tasks'));
  const lists = unwrap(transaction.objectStore('lists'));
  for (const id of touched.taskIds) writeOne(tasks, id, after.tasks.get(id));
  for (const id of touched.listIds) writeOne(lists, id, after.lists.get(id));
}

function writeOne(store: IDBObjectStore, id: string, entity: Task | TaskList | undefined): void {
  if (entity === undefined) store.delete(id);
  else store.put(entity);
}

/** Two tabs may each have made a list of the same name: the second one comes too late. */
function namesAreOnce(after: TaskState, { listIds }: Touched): boolean {
  const live = [...after.lists.values()].filter((list) => list.deletedAt === null);
  const hasTwin = (list: TaskList) => live.some((other) => other.id !== list.id && sameName(other, list));
  return !live.some((list) => listIds.includes(list.id) && hasTwin(list));
}

function sameName(a: TaskList, b: TaskList): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase();
}
