import type { Due } from '../core/clock.ts';
import { sameValue, type Operation } from '../core/operation.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { ListTarget, RepeatTarget } from '../core/resolved-call.ts';
import { inboxId, type Priority, type Task, type TaskId, type TaskState } from '../core/task.ts';
import type { ToolContext, ToolOutcome } from './define-tool.ts';
import { openList } from './list-operations.ts';
import { checkNotes, checkTitle, normaliseTags } from './task-fields.ts';

export type NewTask = {
  title: string;
  due?: Due | null;
  priority?: Priority;
  tags?: readonly string[] | null;
  list?: ListTarget | null;
  repeat?: RepeatTarget;
  notes?: string | null;
  parentId: TaskId | null;
};

export function createTask(said: NewTask, context: ToolContext): ToolOutcome {
  const title = checkTitle(said.title);
  if (!title.ok) return title;
  const notes = checkNotes(said.notes ?? '');
  if (!notes.ok) return notes;
  const parent = said.parentId === null ? undefined : context.state.tasks.get(said.parentId);
  const list = openList(said.list ?? { kind: 'existing', id: parent?.listId ?? inboxId }, context);
  if (!list.ok) return list;
  const value: Task = {
    id: context.newId(),
    title: title.value,
    notes: notes.value,
    done: false,
    doneAt: null,
    due: said.due ?? said.repeat?.firstDue ?? null,
    priority: said.priority ?? 'none',
    tags: normaliseTags(said.tags ?? []),
    listId: list.value.id,
    repeat: said.repeat?.rule ?? null,
    reminder: null,
    parentId: said.parentId,
    deletedAt: null,
    createdAt: context.clock.now,
    position: nextPosition(context.state),
  };
  const { operations, ...named } = list.value;
  return success({
    operations: [...operations, { kind: 'create', entity: 'task', value }],
    result: {
      kind: 'added',
      taskId: value.id,
      title: value.title,
      due: value.due,
      list: said.list ? named : null,
      repeat: value.repeat,
      parentTitle: parent?.title ?? null,
    },
  });
}

/** A task that is there: neither in the trash nor gone. */
export function findTask(id: TaskId, state: TaskState): Outcome<Task, 'invalid_change'> {
  const task = state.tasks.get(id);
  if (task !== undefined && task.deletedAt === null) return success(task);
  return failure('invalid_change', 'That task is no longer there.');
}

/** Those of the tasks that are there, in the order given, each once. */
export function findTasks(ids: readonly TaskId[], state: TaskState): Task[] {
  return [...new Set(ids)].flatMap((id) => {
    const found = findTask(id, state);
    return found.ok ? [found.value] : [];
  });
}

/** Undefined clears a field that a task need not have. */
export type TaskChanges = { [Field in keyof Omit<Task, 'id'>]?: Task[Field] | undefined };

/** One operation for each field whose value is another one than before. */
export function changeTask(task: Task, changes: TaskChanges): Operation[] {
  return (
    Object.entries(changes)
      .map(([field, after]) => ({ field, before: task[field as keyof Task], after }))
      .filter(({ before, after }) => !sameValue(before, after))
      // A field and its two values come from the same key of Task; entries lose sight of that.
      .map((change) => ({ kind: 'set', entity: 'task', id: task.id, ...change }) as Operation)
  );
}

/** The subtasks of the given tasks, and theirs, that are not in the trash; without the given tasks themselves. */
export function subtasksOf(tasks: readonly Task[], state: TaskState): Task[] {
  const children = new Map<TaskId, Task[]>();
  for (const task of state.tasks.values()) {
    if (task.parentId === null || task.deletedAt !== null) continue;
    const siblings = children.get(task.parentId);
    if (siblings === undefined) children.set(task.parentId, [task]);
    else siblings.push(task);
  }
  const seen = new Set(tasks.map((task) => task.id));
  const found: Task[] = [];
  let level = [...tasks];
  while (level.length > 0) {
    level = level.flatMap((task) => children.get(task.id) ?? []).filter((task) => !seen.has(task.id));
    for (const task of level) seen.add(task.id);
    found.push(...level);
  }
  return found;
}

/** The task it is a step of, and so on upwards. */
export function parentsOf(task: Task, state: TaskState): Task[] {
  const parents: Task[] = [];
  let parent = task.parentId === null ? undefined : state.tasks.get(task.parentId);
  while (parent !== undefined && !parents.includes(parent)) {
    parents.push(parent);
    parent = parent.parentId === null ? undefined : state.tasks.get(parent.parentId);
  }
  return parents;
}

/** To the trash, with their subtasks. */
export function trashTasks(tasks: readonly Task[], context: ToolContext): Operation[] {
  return [...tasks, ...subtasksOf(tasks, context.state)].flatMap((task) =>
    changeTask(task, { deletedAt: context.clock.now }),
  );
}

export function nextPosition(state: TaskState): number {
  let last = 0;
  for (const task of state.tasks.values()) last = Math.max(last, task.position);
  return last + 1;
}
