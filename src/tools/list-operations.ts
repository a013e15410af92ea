import type { Operation } from '../core/operation.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { ListTarget } from '../core/resolved-call.ts';
import { inboxId, liveLists, type ListId, type TaskList, type TaskState } from '../core/task.ts';
import type { ToolContext } from './define-tool.ts';
import { checkListName, cleared } from './task-fields.ts';

/** The Inbox need not be stored: it is there whatever the state holds. */
export const inboxName = 'Inbox';

export function listName(state: TaskState, id: ListId): string {
  return state.lists.get(id)?.name ?? inboxName;
}

/** Case and spacing do not tell two lists apart. */
export function findListByName(state: TaskState, name: string): { id: ListId; name: string } | null {
  const wanted = nameKey(name);
  if (wanted === nameKey(inboxName)) return { id: inboxId, name: inboxName };
  return liveLists(state).find((list) => nameKey(list.name) === wanted) ?? null;
}

function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

export type OpenedList = { id: ListId; name: string; created: boolean; operations: readonly Operation[] };

/** The list a task goes to: the Inbox where the list is cleared. One that nobody has yet is created. */
export function openList(target: ListTarget | null, context: ToolContext): Outcome<OpenedList, 'invalid_change'> {
  const toInbox = target === null || (target.kind === 'new' && nameKey(target.name) === cleared);
  const found = findList(toInbox ? { kind: 'existing', id: inboxId } : target, context.state);
  if (found.ok) return success({ ...found.value, created: false, operations: [] });
  if (target?.kind !== 'new') return found;
  const name = checkListName(target.name);
  if (!name.ok) return name;
  const value = newList(name.value, context);
  const create: Operation = { kind: 'create', entity: 'list', value };
  return success({ id: value.id, name: value.name, created: true, operations: [create] });
}

/** A list that is there already; the Inbox always is. */
export function findList(
  target: ListTarget,
  state: TaskState,
): Outcome<{ id: ListId; name: string }, 'invalid_change'> {
  if (target.kind === 'new') {
    const named = findListByName(state, target.name);
    return named ? success(named) : failure('invalid_change', `There is no list called “${target.name}”.`);
  }
  if (target.id === inboxId) return success({ id: inboxId, name: inboxName });
  const list = state.lists.get(target.id);
  if (list === undefined || list.deletedAt !== null) return failure('invalid_change', 'That list is no longer there.');
  return success({ id: list.id, name: list.name });
}

/** A list that may be renamed or deleted: any but the Inbox. */
export function findOwnList(
  target: ListTarget,
  state: TaskState,
  verb: 'renamed' | 'deleted',
): Outcome<TaskList, 'invalid_change'> {
  const found = findList(target, state);
  if (!found.ok) return found;
  const list = state.lists.get(found.value.id);
  if (found.value.id !== inboxId && list !== undefined) return success(list);
  return failure('invalid_change', `The Inbox cannot be ${verb}.`);
}

export function newList(name: string, context: ToolContext): TaskList {
  const positions = [...context.state.lists.values()].map((list) => list.position);
  return {
    id: context.newId(),
    name,
    deletedAt: null,
    createdAt: context.clock.now,
    position: positions.reduce((last, position) => Math.max(last, position), 0) + 1,
  };
}

export function nameTaken(name: string): ReturnType<typeof failure<'invalid_change'>> {
  return failure('invalid_change', `There is already a list called “${name}”.`);
}
