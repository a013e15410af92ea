import type { Clock } from '../../core/clock.ts';
import { today } from '../../core/local-time.ts';
import type { Operation } from '../../core/operation.ts';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { FieldNote } from '../../core/plan.ts';
import { firstDay } from '../../core/recurrence.ts';
import { priorities, type Task, type TaskId, type TaskState } from '../../core/task.ts';
import {
  clearable,
  defineTool,
  filter,
  list,
  oneOf,
  required,
  text,
  texts,
  when,
  type ResolvedArguments,
  type ToolContext,
} from '../define-tool.ts';
import { openList, type OpenedList } from '../list-operations.ts';
import { checkNotes, checkTitle, normaliseTags } from '../task-fields.ts';
import { changeTask, type TaskChanges, findTasks, nextPosition, parentsOf, subtasksOf } from '../task-operations.ts';
import { day, parent } from './hand-field.ts';

const args = {
  tasks: required(filter),
  title: text,
  notes: clearable(text),
  due: when,
  start: day,
  priority: oneOf(priorities),
  /** In place of those it had. */
  tags: clearable(texts),
  addTags: texts,
  list: clearable(list),
  /** A rule as it is written, or null. */
  repeat: clearable(text),
  repeatFrom: oneOf(['due', 'done']),
  reminder: when,
  parent,
};
const anyDay = '2026-01-01';

type Said = Omit<ResolvedArguments<typeof args>, 'tasks'>;

export const editTasks = defineTool({
  name: 'edit_tasks',
  effect: 'change',
  summary: 'Sets fields of one task or of several, each to exactly what is given.',
  noun: 'an edit',
  examples: [],
  bulk: true,
  args,
  run: ({ tasks: { taskIds }, ...said }, context) => {
    const tasks = findTasks(taskIds, context.state);
    if (tasks.length === 0) return failure('invalid_change', 'Those tasks are no longer there.');
    const checked = checkSaid(said, tasks, context.state);
    if (!checked.ok) return checked;
    const opened = said.list === undefined ? null : openList(said.list, context);
    if (opened !== null && !opened.ok) return opened;
    const to = opened?.value ?? null;
    let position = nextPosition(context.state);
    const changed = tasks.flatMap((task) => changesOf(task, said, to, position++, context));
    if (changed.length === 0) return failure('invalid_change', 'Nothing to change: it is like that already.');
    const [only, ...others] = tasks;
    const fields = noteFields(said, to, context.state);
    const titles = tasks.map(({ title }) => title);
    return success({
      operations: [...(to?.operations ?? []), ...changed],
      touched: tasks.length,
      result:
        only !== undefined && others.length === 0
          ? { kind: 'changed', taskId: only.id, title: only.title, fields }
          : { kind: 'changed-several', taskIds: tasks.map(({ id }) => id), titles, fields },
    });
  },
});

function checkSaid(said: Said, tasks: readonly Task[], state: TaskState): Outcome<null, 'invalid_change'> {
  const title = said.title === undefined ? success('') : checkTitle(said.title);
  if (!title.ok) return title;
  const notes = checkNotes(said.notes ?? '');
  if (!notes.ok) return notes;
  if (typeof said.repeat === 'string' && firstDay(said.repeat, anyDay, anyDay) === null) {
    return failure('invalid_change', 'That repetition cannot be read, or never comes round.');
  }
  return typeof said.parent === 'string' ? checkParent(said.parent, tasks, state) : success(null);
}

/** A task under one of its own subtasks would be a circle that no view could show. */
function checkParent(id: TaskId, tasks: readonly Task[], state: TaskState): Outcome<null, 'invalid_change'> {
  const found = state.tasks.get(id);
  if (found === undefined || found.deletedAt !== null)
    return failure('invalid_change', 'That task is no longer there.');
  const above = [found, ...parentsOf(found, state)];
  const circular = tasks.find((task) => above.some((other) => other.id === task.id));
  if (circular === undefined) return success(null);
  return failure('invalid_change', `“${circular.title.slice(0, 80)}” cannot be a part of itself.`);
}

function changesOf(task: Task, said: Said, to: OpenedList | null, position: number, context: ToolContext): Operation[] {
  const under = typeof said.parent === 'string' ? context.state.tasks.get(said.parent) : undefined;
  const listId = to?.id ?? under?.listId ?? task.listId;
  const moves = listId !== task.listId;
  const subtasks = moves ? subtasksOf([task], context.state) : [];
  return [
    ...changeTask(task, {
      ...fieldsOf(task, said, context.clock),
      ...(moves ? { listId, position, ...(under === undefined ? { parentId: null } : {}) } : {}),
    }),
    ...subtasks.flatMap((subtask) => changeTask(subtask, { listId })),
  ];
}

function fieldsOf(task: Task, said: Said, clock: Clock): TaskChanges {
  const tags = said.tags === undefined ? task.tags : (said.tags ?? []);
  return {
    ...(said.title === undefined ? {} : { title: said.title.trim() }),
    ...(said.notes === undefined ? {} : { notes: (said.notes ?? '').trim() }),
    ...(said.due === undefined ? {} : { due: said.due }),
    ...(said.start === undefined ? {} : { start: said.start ?? undefined }),
    ...(said.priority === undefined ? {} : { priority: said.priority }),
    ...(said.tags === undefined && said.addTags === undefined
      ? {}
      : { tags: normaliseTags([...tags, ...(said.addTags ?? [])]) }),
    ...(said.repeat === undefined ? {} : { repeat: said.repeat, ...dueOfRepeat(task, said, clock) }),
    ...(said.repeatFrom === undefined ? {} : { repeatFrom: said.repeatFrom === 'done' ? 'done' : undefined }),
    ...(said.reminder === undefined ? {} : { reminder: said.reminder }),
    ...(said.parent === undefined ? {} : { parentId: said.parent }),
  };
}

/** A repetition needs a day to count from. */
function dueOfRepeat(task: Task, said: Said, clock: Clock): TaskChanges {
  if (typeof said.repeat !== 'string' || task.due !== null || said.due !== undefined) return {};
  return { due: firstDay(said.repeat, today(clock), today(clock)) };
}

function noteFields(said: Said, list: OpenedList | null, state: TaskState): FieldNote[] {
  const note = (field: FieldNote['field'], value: string | null | undefined): FieldNote[] =>
    value === undefined ? [] : [{ field, value }];
  const tags = said.tags === null ? null : (said.tags ?? said.addTags)?.join(', ');
  return [
    ...note('title', said.title),
    ...note('due', said.due),
    ...note('start', said.start),
    ...note('priority', said.priority === 'none' ? null : said.priority),
    ...note('tags', tags === '' ? null : tags),
    ...note('repeat', said.repeat),
    ...note('repeat-from', said.repeatFrom === 'done' ? 'completion' : said.repeatFrom),
    ...note('reminder', said.reminder),
    ...note('notes', said.notes === '' ? null : said.notes),
    ...(said.parent === undefined ? [] : note('parent', state.tasks.get(said.parent ?? '')?.title ?? null)),
    ...(list === null
      ? []
      : [{ field: 'list' as const, value: list.name, ...(list.created ? { created: true as const } : {}) }]),
  ];
}
