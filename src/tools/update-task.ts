import type { Due } from '../core/clock.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { FieldNote } from '../core/plan.ts';
import type { ListTarget, RepeatTarget } from '../core/resolved-call.ts';
import { priorities, type Priority, type Task } from '../core/task.ts';
import {
  clearable,
  defineTool,
  list,
  oneOf,
  repeat,
  required,
  task,
  text,
  texts,
  when,
  type ToolContext,
  type ToolOutcome,
} from './define-tool.ts';
import { openList, type OpenedList } from './list-operations.ts';
import { checkNotes, checkTitle, normaliseTags } from './task-fields.ts';
import { changeTask, findTask } from './task-operations.ts';
import { moveChanges, moveSubtasks } from './move-task.ts';

type Said = {
  title?: string;
  due?: Due | null;
  priority?: Priority;
  tags?: readonly string[] | null;
  list?: ListTarget | null;
  repeat?: RepeatTarget;
  notes?: string | null;
};

export const updateTask = defineTool({
  name: 'update_task',
  effect: 'change',
  summary:
    'Changes one task: what is given replaces what it had, but tags are added; "none" clears. Rescheduling and corrections too.',
  noun: 'a change to a task',
  examples: ['push the dentist to Friday', 'make the report high priority', 'rename it to “book flights”'],
  args: {
    task: required(task),
    title: text,
    due: when,
    priority: oneOf(priorities),
    tags: clearable(texts),
    list: clearable(list),
    repeat,
    notes: clearable(text),
  },
  run: ({ task: id, ...said }, context) => {
    const found = findTask(id, context.state);
    return found.ok ? change(found.value, said, context) : found;
  },
});

function change(task: Task, said: Said, context: ToolContext): ToolOutcome {
  const fields = checkFields(task, said);
  if (!fields.ok) return fields;
  const list = said.list === undefined ? null : openList(said.list, context);
  if (list !== null && !list.ok) return list;
  const opened = list?.value ?? null;
  const moving = opened !== null && opened.id !== task.listId;
  const changes = { ...fields.value, ...(moving ? moveChanges(opened.id, context) : {}) };
  const onTask = changeTask(task, changes);
  if (onTask.length === 0) return failure('invalid_change', `Nothing to change: “${task.title}” is like that already.`);
  return success({
    operations: [...(opened?.operations ?? []), ...onTask, ...(moving ? moveSubtasks(task, opened.id, context) : [])],
    result: {
      kind: 'changed',
      taskId: task.id,
      title: task.title,
      fields: noteChanges(task, { ...task, ...changes }, opened),
    },
  });
}

type ChangedFields = Partial<Pick<Task, 'title' | 'due' | 'priority' | 'tags' | 'repeat' | 'notes'>>;

function checkFields(task: Task, said: Said): Outcome<ChangedFields, 'invalid_change'> {
  const changes: ChangedFields = {};
  if (said.title !== undefined) {
    const title = checkTitle(said.title);
    if (!title.ok) return title;
    changes.title = title.value;
  }
  if (said.notes !== undefined) {
    const notes = checkNotes(said.notes ?? '');
    if (!notes.ok) return notes;
    changes.notes = notes.value;
  }
  if (said.due !== undefined) changes.due = said.due;
  if (said.priority !== undefined) changes.priority = said.priority;
  // "tag it urgent" adds; only clearing takes tags away.
  if (said.tags !== undefined) changes.tags = said.tags === null ? [] : normaliseTags([...task.tags, ...said.tags]);
  if (said.repeat !== undefined) {
    changes.repeat = said.repeat.rule;
    // A repetition needs a day to count from.
    if (said.due === undefined && task.due === null) changes.due = said.repeat.firstDue;
  }
  return success(changes);
}

function noteChanges(before: Task, after: Task, list: OpenedList | null): FieldNote[] {
  const notes: (FieldNote & { field: ChangedField })[] = [
    { field: 'title', value: after.title },
    { field: 'due', value: after.due },
    { field: 'priority', value: after.priority === 'none' ? null : after.priority },
    { field: 'tags', value: after.tags.length === 0 ? null : after.tags.join(', ') },
    { field: 'repeat', value: after.repeat },
    { field: 'notes', value: after.notes === '' ? null : after.notes },
  ];
  const changed = notes.filter(({ field }) => changeTask(before, pick(after, field)).length > 0);
  if (list === null || after.listId === before.listId) return changed;
  return [...changed, { field: 'list', value: list.name, ...(list.created ? { created: true } : {}) }];
}

type ChangedField = Exclude<FieldNote['field'], 'list' | 'start' | 'repeat-from' | 'parent'>;

function pick(task: Task, field: ChangedField): Partial<Task> {
  return { [field]: task[field] };
}
