import type { ListId, Task, TaskId, TaskList, TaskState } from './task.ts';
import { unreachable } from './outcome.ts';

type FieldsOf<Entity> = Omit<Entity, 'id'>;
type FieldChange<Kind extends 'task' | 'list', Entity, Id> = {
  [Field in keyof FieldsOf<Entity>]-?: {
    kind: 'set';
    entity: Kind;
    id: Id;
    field: Field;
    before: FieldsOf<Entity>[Field];
    after: FieldsOf<Entity>[Field];
  };
}[keyof FieldsOf<Entity>];

/**
 * The smallest change of the store: one field of one entity, or an entity that appears or disappears whole. Each
 * carries what is needed to take it back, so an inverse never has to look at the store.
 */
export type Operation =
  | { kind: 'create'; entity: 'task'; value: Task }
  | { kind: 'create'; entity: 'list'; value: TaskList }
  | { kind: 'erase'; entity: 'task'; value: Task }
  | { kind: 'erase'; entity: 'list'; value: TaskList }
  | FieldChange<'task', Task, TaskId>
  | FieldChange<'list', TaskList, ListId>;

export function invertOperation(operation: Operation): Operation {
  switch (operation.kind) {
    case 'create':
      return { ...operation, kind: 'erase' };
    case 'erase':
      return { ...operation, kind: 'create' };
    case 'set':
      // Swapping the two values of one field keeps the field's type; the compiler cannot see that through the union.
      return { ...operation, before: operation.after, after: operation.before } as Operation;
    default:
      return unreachable(operation);
  }
}

/** The operations that take a run back, last change first. */
export function invertOperations(operations: readonly Operation[]): Operation[] {
  return operations.map(invertOperation).reverse();
}

/** A new state with the operations applied in order; the given state is left as it is. */
export function applyOperations(state: TaskState, operations: readonly Operation[]): TaskState {
  const tasks = new Map(state.tasks);
  const lists = new Map(state.lists);
  for (const operation of operations) {
    if (operation.entity === 'task') applyTo<Task>(tasks, operation as EntityOperation<Task>);
    else applyTo<TaskList>(lists, operation as EntityOperation<TaskList>);
  }
  return { tasks, lists };
}

type EntityOperation<Entity extends { id: string }> =
  | { kind: 'create' | 'erase'; value: Entity }
  | { kind: 'set'; id: string; field: keyof Entity; before: Entity[keyof Entity]; after: Entity[keyof Entity] };

function applyTo<Entity extends { id: string }>(
  entities: Map<string, Entity>,
  operation: EntityOperation<Entity>,
): void {
  switch (operation.kind) {
    case 'create':
      entities.set(operation.value.id, operation.value);
      return;
    case 'erase':
      entities.delete(operation.value.id);
      return;
    case 'set': {
      const entity = entities.get(operation.id);
      if (entity === undefined) throw new Error(`No entity ${operation.id} to change`);
      const changed = { ...entity, [operation.field]: operation.after };
      // A field that a task need not have is absent when it is cleared, so that undoing leaves no trace of it.
      if (operation.after === undefined) Reflect.deleteProperty(changed, operation.field);
      entities.set(operation.id, changed);
    }
  }
}

/**
 * Whether the operations, in order, still fit the state: each finds what it was planned on. They no longer do where
 * another tab changed the same fields meanwhile, or where what they need was erased for good.
 */
export function operationsFit(state: TaskState, operations: readonly Operation[]): boolean {
  const tasks = new Map(state.tasks);
  const lists = new Map(state.lists);
  return operations.every((operation) =>
    operation.entity === 'task'
      ? fitsAndApplies<Task>(tasks, operation as EntityOperation<Task>)
      : fitsAndApplies<TaskList>(lists, operation as EntityOperation<TaskList>),
  );
}

function fitsAndApplies<Entity extends { id: string }>(
  entities: Map<string, Entity>,
  operation: EntityOperation<Entity>,
): boolean {
  if (!fits(entities, operation)) return false;
  applyTo(entities, operation);
  return true;
}

function fits<Entity extends { id: string }>(
  entities: ReadonlyMap<string, Entity>,
  operation: EntityOperation<Entity>,
): boolean {
  switch (operation.kind) {
    case 'create':
      return !entities.has(operation.value.id);
    case 'erase':
      return sameValue(entities.get(operation.value.id), operation.value);
    case 'set': {
      const entity = entities.get(operation.id);
      return entity !== undefined && sameValue(entity[operation.field], operation.before);
    }
  }
}

/** Equality of what tasks and lists are made of: plain values, arrays and objects of them. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
