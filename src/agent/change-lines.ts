import type { Clock } from '../core/clock.ts';
import { formatDue } from '../core/format-due.ts';
import type { Operation } from '../core/operation.ts';
import type { Plan } from '../core/plan.ts';
import type { ChangeLine } from '../core/run-event.ts';
import type { Strings } from '../core/strings/en.ts';
import type { Task, TaskState } from '../core/task.ts';

/** What exactly a plan will change, one line an operation that a person would notice, for the confirmation. */
export function describeChanges(plan: Plan, before: TaskState, clock: Clock, strings: Strings): ChangeLine[] {
  return plan.planned
    .flatMap((call) => call.operations)
    .flatMap((operation) => lineOf(operation, before, plan.after, clock, strings));
}

function lineOf(
  operation: Operation,
  before: TaskState,
  after: TaskState,
  clock: Clock,
  strings: Strings,
): ChangeLine[] {
  if (operation.kind === 'create') return [{ kind: 'add', title: nameOf(operation.value), detail: strings.change.add }];
  if (operation.kind === 'erase')
    return [{ kind: 'remove', title: nameOf(operation.value), detail: strings.eraseForGood }];
  const entities =
    operation.entity === 'task'
      ? { ...before, all: after.tasks, old: before.tasks }
      : { ...before, all: after.lists, old: before.lists };
  const entity = entities.old.get(operation.id) ?? entities.all.get(operation.id);
  if (entity === undefined) return [];
  const title = nameOf(entity);
  if (operation.field === 'deletedAt') {
    return [
      operation.after === null
        ? { kind: 'add', title, detail: strings.change.add }
        : { kind: 'remove', title, detail: strings.moveToTrash },
    ];
  }
  if (operation.field === 'done')
    return [{ kind: 'change', title, detail: operation.after ? strings.completes : strings.reopens }];
  const detail = fieldDetail(operation, after, clock, strings);
  return detail === null ? [] : [{ kind: 'change', title, detail }];
}

function nameOf(entity: { title: string } | { name: string }): string {
  return 'title' in entity ? entity.title : entity.name;
}

/** Fields that only keep order or book-keeping are not worth a line. */
function fieldDetail(
  operation: Extract<Operation, { kind: 'set' }>,
  after: TaskState,
  clock: Clock,
  strings: Strings,
): string | null {
  const value = operation.after;
  const text = typeof value === 'string' && value !== '' ? value : null;
  switch (operation.field as keyof Task | 'name') {
    case 'title':
    case 'name':
      return strings.field({ field: 'title', value: text });
    case 'due':
      return strings.field({ field: 'due', value: text === null ? null : formatDue(text, clock) });
    case 'reminder':
      return strings.field({ field: 'reminder', value: text === null ? null : formatDue(text, clock) });
    case 'listId':
      return strings.field({ field: 'list', value: text === null ? null : (after.lists.get(text)?.name ?? text) });
    case 'tags':
      return strings.field({ field: 'tags', value: Array.isArray(value) ? value.join(', ') : null });
    case 'priority':
      return strings.field({ field: 'priority', value: text });
    case 'start':
      return strings.field({ field: 'start', value: text === null ? null : formatDue(text, clock) });
    case 'repeatFrom':
      return strings.field({ field: 'repeat-from', value: text === null ? strings.fromDue : strings.fromCompletion });
    case 'repeat':
      return strings.field({ field: 'repeat', value: text });
    case 'notes':
      return strings.field({ field: 'notes', value: text });
    default:
      return null;
  }
}
