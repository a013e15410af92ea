import type { Clock } from '../core/clock.ts';
import type { Operation } from '../core/operation.ts';
import { inboxId, liveLists, liveTasks, type Task, type TaskList, type TaskState } from '../core/task.ts';
import type { AskRow, PlainTask } from './ask-row.ts';

/** The operations that make a row's lists and tasks in an empty store, in the order given. */
export function seedOperations(row: Pick<AskRow, 'tasks' | 'lists'>, clock: Clock, newId: () => string): Operation[] {
  const names = [...new Set([...row.lists, ...row.tasks.flatMap((task) => task.list ?? [])])].filter(
    (name) => name.toLowerCase() !== inboxId,
  );
  const lists = names.map((name, position): TaskList => ({
    id: newId(),
    name,
    deletedAt: null,
    createdAt: clock.now,
    position,
  }));
  const listIds = new Map(lists.map((list) => [list.name, list.id]));
  const tasks = row.tasks.map((plain, position) =>
    seedTask(plain, listIds.get(plain.list ?? '') ?? inboxId, position, clock, newId()),
  );
  const byTitle = new Map(tasks.map((task) => [task.title, task.id]));
  const placed = tasks.map((task, index) => ({
    ...task,
    parentId: byTitle.get(row.tasks[index]?.parent ?? '') ?? null,
  }));
  return [
    ...lists.map((value): Operation => ({ kind: 'create', entity: 'list', value })),
    ...placed.map((value): Operation => ({ kind: 'create', entity: 'task', value })),
  ];
}

function seedTask(plain: PlainTask, listId: string, position: number, clock: Clock, id: string): Task {
  return {
    id,
    title: plain.title,
    notes: plain.notes ?? '',
    done: plain.done,
    doneAt: plain.done ? clock.now : null,
    due: plain.due ?? null,
    priority: plain.priority ?? 'none',
    tags: plain.tags ?? [],
    listId,
    repeat: plain.repeat ?? null,
    reminder: plain.reminder ?? null,
    parentId: null,
    deletedAt: null,
    createdAt: clock.now,
    position,
  };
}

/** The state after, in the one task shape; fields without a value are left out. */
export function plainTasks(state: TaskState): PlainTask[] {
  const listName = new Map(liveLists(state).map((list) => [list.id, list.name]));
  return liveTasks(state).map((task) => ({
    id: task.id,
    title: task.title,
    done: task.done,
    ...(task.due === null ? {} : { due: task.due }),
    ...(listName.has(task.listId) ? { list: listName.get(task.listId) } : {}),
    ...(task.priority === 'none' ? {} : { priority: task.priority }),
    ...(task.tags.length === 0 ? {} : { tags: [...task.tags] }),
    ...(task.notes === '' ? {} : { notes: task.notes }),
    ...(task.repeat === null ? {} : { repeat: task.repeat }),
    ...(task.reminder === null ? {} : { reminder: task.reminder }),
    ...(task.parentId === null ? {} : { parent: state.tasks.get(task.parentId)?.title }),
  }));
}
