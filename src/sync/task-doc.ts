import * as Y from 'yjs';
import * as v from 'valibot';
import { sameValue } from '../core/operation.ts';
import { inboxId, type Task, type TaskList, type TaskState } from '../core/task.ts';
import type { SyncQuestion } from '../store/sync-step.ts';
import { listSchema, taskSchema } from '../transfer/state-schema.ts';

export type Merged = { state: TaskState; deletedButEdited: readonly SyncQuestion[] };

/** Field by field: where two devices changed different fields of a task, both changes stay. */
const schemas = { task: taskSchema.entries, list: listSchema.entries } as const;
type Entity = keyof typeof schemas;
type Fields = { [name: string]: unknown };

/** Said of what is gone for good: a key that was removed could not tell an edit made elsewhere that it came too late. */
const erasedField = 'erased';

/** What is worth a question where it was changed after the task had been deleted elsewhere. */
const telling: readonly string[] = [
  'title',
  'notes',
  'due',
  'done',
  'priority',
  'tags',
  'listId',
  'repeat',
  'reminder',
];

/**
 * The tasks as one Yjs document: one map from `task:ID:field` to the field's value. It is derived from the store, which
 * stays the truth; what other devices send is merged here and then written to the store.
 */
export class TaskDoc {
  readonly #doc = new Y.Doc();

  constructor(updates: readonly Uint8Array[] = []) {
    for (const update of updates) Y.applyUpdate(this.#doc, update);
  }

  get #fields(): Y.Map<unknown> {
    return this.#doc.getMap('fields');
  }

  /** Everything, as an update that another document can take. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** Where the document stands, to ask later what has come since. */
  mark(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  since(mark: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, mark);
  }

  /** Brings the document to the state of the store; gives what changed for the others, or null where nothing did. */
  derive(state: TaskState): Uint8Array | null {
    const before = Y.encodeStateVector(this.#doc);
    let changes = 0;
    this.#doc.transact(() => {
      changes += this.#deriveAll('task', state.tasks);
      changes += this.#deriveAll('list', state.lists);
    });
    return changes === 0 ? null : Y.encodeStateAsUpdate(this.#doc, before);
  }

  #deriveAll(entity: Entity, all: ReadonlyMap<string, Task | TaskList>): number {
    const fields = this.#fields;
    let changes = 0;
    const set = (id: string, field: string, value: unknown) => {
      const key = keyOf(entity, id, field);
      if (sameValue(fields.get(key), value)) return;
      fields.set(key, value);
      changes += 1;
    };
    for (const one of all.values()) {
      const { id, ...rest } = one;
      for (const [field, value] of Object.entries(rest)) set(id, field, value);
      // A field that may be missing and is missing now: a key cannot be taken away, so it says null.
      for (const field of Object.keys(schemas[entity])) {
        if (field !== 'id' && !(field in rest) && fields.has(keyOf(entity, id, field))) set(id, field, null);
      }
      if (fields.get(keyOf(entity, id, erasedField)) === true) set(id, erasedField, false);
    }
    for (const [id, known] of this.#read(entity)) {
      // Only what this device could hold: what it cannot read may be whole for a newer version elsewhere.
      if (!all.has(id) && known[erasedField] !== true && isWhole(entity, id, known)) set(id, erasedField, true);
    }
    return changes;
  }

  /**
   * Takes another device's update and gives the state that the store is to have. Anything that is no update, or no task,
   * is left aside: the state is then as it was.
   */
  merge(update: Uint8Array, state: TaskState): Merged {
    const before = this.#read('task');
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      return { state, deletedButEdited: [] };
    }
    const after = this.#read('task');
    const merged = mend({
      tasks: entitiesOf<Task>('task', after, state.tasks),
      lists: entitiesOf<TaskList>('list', this.#read('list'), state.lists),
    });
    return { state: merged, deletedButEdited: deletedButEdited(before, after) };
  }

  #read(entity: Entity): Map<string, Fields> {
    const found = new Map<string, Fields>();
    for (const [key, value] of this.#fields.entries()) {
      if (!key.startsWith(`${entity}:`)) continue;
      const end = key.lastIndexOf(':');
      const id = key.slice(entity.length + 1, end);
      const fields = found.get(id) ?? {};
      fields[key.slice(end + 1)] = value;
      found.set(id, fields);
    }
    return found;
  }
}

function keyOf(entity: Entity, id: string, field: string): string {
  return `${entity}:${id}:${field}`;
}

function isWhole(entity: Entity, id: string, fields: Fields): boolean {
  return v.is(entity === 'task' ? taskSchema : listSchema, assemble(entity, id, fields, {}));
}

/** The fields of an entity as the document has them; one that is not right there is as it is here. */
function assemble(entity: Entity, id: string, fields: Fields, here: Fields): Fields {
  const one: Fields = { id };
  for (const [field, schema] of Object.entries(schemas[entity]) as [string, v.GenericSchema][]) {
    if (field === 'id') continue;
    const mayMiss = schema.type === 'exact_optional';
    if (mayMiss && (fields[field] ?? null) === null) continue;
    const value = v.is(schema, fields[field]) ? fields[field] : here[field];
    if (!mayMiss || value !== undefined) one[field] = value;
  }
  return one;
}

/** Only what passes the schema, field by field; a field that does not keeps the value that this device has. */
function entitiesOf<One extends Task | TaskList>(
  entity: Entity,
  all: ReadonlyMap<string, Fields>,
  known: ReadonlyMap<string, One>,
): Map<string, One> {
  const found = new Map<string, One>();
  const schema = entity === 'task' ? taskSchema : listSchema;
  for (const [id, fields] of all) {
    if (fields[erasedField] === true || id === '') continue;
    const here: Fields = { ...(known.get(id) ?? {}) };
    const one = assemble(entity, id, fields, here);
    const existing = known.get(id);
    if (existing !== undefined && sameValue(existing, one)) found.set(id, existing);
    else if (v.is(schema, one)) found.set(id, one as One);
    else if (existing !== undefined) found.set(id, existing);
  }
  return found;
}

function deletedButEdited(before: ReadonlyMap<string, Fields>, after: ReadonlyMap<string, Fields>): SyncQuestion[] {
  const isGone = (fields: Fields) => fields[erasedField] === true || (fields['deletedAt'] ?? null) !== null;
  return [...after].flatMap(([taskId, fields]) => {
    const had = before.get(taskId);
    if (had === undefined || !isGone(had) || !isGone(fields)) return [];
    const isEdited = telling.some((field) => !sameValue(had[field], fields[field]));
    const one = assemble('task', taskId, fields, {});
    return isEdited ? [{ taskId, title: String(fields['title'] ?? ''), task: v.is(taskSchema, one) ? one : null }] : [];
  });
}

/**
 * What two devices did may not fit together: a task in a list that the other one deleted, two lists of one name, tasks
 * that are steps of each other. Each device mends that the same way, so that they end alike.
 */
export function mend(state: TaskState): TaskState {
  const lists = new Map(state.lists);
  const named = new Map<string, string>();
  for (const list of [...lists.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (list.deletedAt !== null) continue;
    let name = list.name;
    for (let copy = 2; named.has(name.toLowerCase()); copy += 1) name = `${list.name} (${String(copy)})`;
    named.set(name.toLowerCase(), list.id);
    if (name !== list.name) lists.set(list.id, { ...list, name });
  }
  const tasks = new Map(state.tasks);
  const isLive = (id: string) => tasks.get(id)?.deletedAt === null;
  for (const task of [...tasks.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (task.deletedAt !== null) continue;
    const hasList = task.listId === inboxId || lists.get(task.listId)?.deletedAt === null;
    const hasParent = task.parentId === null || (isLive(task.parentId) && !isCircle(task, tasks));
    if (hasList && hasParent) continue;
    tasks.set(task.id, {
      ...task,
      listId: hasList ? task.listId : inboxId,
      parentId: hasParent ? task.parentId : null,
    });
  }
  return { tasks, lists };
}

function isCircle(task: Task, tasks: ReadonlyMap<string, Task>): boolean {
  const seen = new Set([task.id]);
  for (let at = task.parentId; at !== null; at = tasks.get(at)?.parentId ?? null) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
