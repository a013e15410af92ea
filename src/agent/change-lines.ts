import type { Clock } from '../core/clock.ts';
import { formatDue } from '../core/format-due.ts';
import type { Operation } from '../core/operation.ts';
import type { FieldNote, Plan } from '../core/plan.ts';
import type { ChangeLine, FieldChange } from '../core/run-event.ts';
import type { Strings } from '../core/strings/en.ts';
import { inboxId, type Task, type TaskList, type TaskState } from '../core/task.ts';

type World = { before: TaskState; after: TaskState; clock: Clock; strings: Strings };

/** What exactly a plan will change, one line a task or list that a person would notice, for the confirmation. */
export function describeChanges(plan: Plan, before: TaskState, clock: Clock, strings: Strings): ChangeLine[] {
  const world: World = { before, after: plan.after, clock, strings };
  const ofEach = new Map<string, Operation[]>();
  for (const operation of plan.planned.flatMap((call) => call.operations)) {
    const key = `${operation.entity} ${operation.kind === 'set' ? operation.id : operation.value.id}`;
    const others = ofEach.get(key);
    if (others === undefined) ofEach.set(key, [operation]);
    else others.push(operation);
  }
  return [...ofEach.values()].flatMap((operations) => lineOf(operations, world));
}

function lineOf(operations: readonly Operation[], world: World): ChangeLine[] {
  const [first] = operations;
  if (first === undefined) return [];
  const { strings } = world;
  const was = entityIn(first, world.before);
  const is = entityIn(first, world.after);
  const entity = is ?? was ?? (first.kind === 'set' ? undefined : first.value);
  if (entity === undefined) return [];
  const isThere = was !== undefined && was.deletedAt === null;
  const stays = is !== undefined && is.deletedAt === null;
  if (!isThere && !stays) return [];
  if (!isThere) return [{ kind: 'add', title: nameOf(entity), detail: strings.change.add }];
  if (!stays) {
    const fate = is === undefined ? strings.eraseForGood : strings.moveToTrash;
    return [{ kind: 'remove', title: nameOf(was), detail: [fate, ...marksOf(was, world)].join(' · ') }];
  }
  const fields = fieldsOf(was, is, world);
  const detail = 'done' in was && 'done' in is && was.done !== is.done ? doneWord(is.done, strings) : '';
  return fields.length === 0 && detail === '' ? [] : [{ kind: 'change', title: nameOf(was), detail, fields }];
}

type Entity = Task | TaskList;

function entityIn(operation: Operation, state: TaskState): Entity | undefined {
  const id = operation.kind === 'set' ? operation.id : operation.value.id;
  return operation.entity === 'task' ? state.tasks.get(id) : state.lists.get(id);
}

function nameOf(entity: Entity): string {
  return 'title' in entity ? entity.title : entity.name;
}

function doneWord(done: boolean, strings: Strings): string {
  return done ? strings.completes : strings.reopens;
}

/** By what a person knows again a task that goes: when it was due, and in which list. */
function marksOf(entity: Entity, { before, clock }: World): string[] {
  if (!('title' in entity)) return [];
  const list = entity.listId === inboxId ? undefined : before.lists.get(entity.listId)?.name;
  return [...(entity.due === null ? [] : [formatDue(entity.due, clock)]), ...(list === undefined ? [] : [list])];
}

/** What there is to tell of an entity, each as people write it; fields that only keep order or book are not worth a word. */
function fieldsOf(was: Entity, is: Entity, world: World): FieldChange[] {
  const [old, now] = [writtenFields(was, world.before, world), writtenFields(is, world.after, world)];
  return old.flatMap(({ field, value: before }, at) => {
    const after = now[at]?.value ?? null;
    return before === after ? [] : [{ field, before, after }];
  });
}

function writtenFields(entity: Entity, state: TaskState, { clock, strings }: World): FieldNote[] {
  if (!('title' in entity)) return [{ field: 'title', value: entity.name }];
  const date = (value: string | null | undefined) => (value == null ? null : formatDue(value, clock));
  const parent = entity.parentId === null ? undefined : state.tasks.get(entity.parentId);
  return [
    { field: 'title', value: entity.title },
    { field: 'due', value: date(entity.due) },
    { field: 'start', value: date(entity.start) },
    { field: 'reminder', value: date(entity.reminder) },
    { field: 'priority', value: entity.priority === 'none' ? null : strings.priorities[entity.priority] },
    { field: 'tags', value: entity.tags.join(', ') || null },
    {
      field: 'list',
      value: entity.listId === inboxId ? strings.inbox : (state.lists.get(entity.listId)?.name ?? null),
    },
    { field: 'repeat', value: entity.repeat },
    { field: 'repeat-from', value: entity.repeatFrom === 'done' ? strings.fromCompletion : strings.fromDue },
    { field: 'parent', value: parent?.title ?? null },
    { field: 'notes', value: entity.notes || null },
  ];
}
