import * as v from 'valibot';
import { viewRun } from '../core/run-view.ts';
import type { Operation } from '../core/operation.ts';
import type { RunEvent } from '../core/run-event.ts';
import { priorities } from '../core/task.ts';
import { isDue } from '../core/local-time.ts';

/** What a state file must look like. A file is anybody's, so nothing of it is believed before it has passed here. */

const due = v.pipe(v.string(), v.check(isDue));
const moment = v.pipe(due, v.minLength(16));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const title = v.pipe(v.string(), v.minLength(1));

export const taskSchema = v.strictObject({
  id,
  title,
  notes: v.string(),
  done: v.boolean(),
  doneAt: v.nullable(moment),
  due: v.nullable(due),
  priority: v.picklist(priorities),
  tags: v.array(v.string()),
  listId: id,
  repeat: v.nullable(v.string()),
  repeatFrom: v.exactOptional(v.literal('done')),
  start: v.exactOptional(v.pipe(due, v.maxLength(10))),
  reminder: v.nullable(moment),
  parentId: v.nullable(id),
  deletedAt: v.nullable(moment),
  createdAt: moment,
  position: v.pipe(v.number(), v.finite()),
});

export const listSchema = v.strictObject({
  id,
  name: title,
  deletedAt: v.nullable(moment),
  createdAt: moment,
  position: v.pipe(v.number(), v.finite()),
});

const entities = { task: taskSchema, list: listSchema };

/** A field that a task need not have is absent where it is cleared. */
function fits(field: v.GenericSchema, value: unknown): boolean {
  return value === undefined ? field.type === 'exact_optional' : v.is(field, value);
}

/** Undo applies these to the store as they are, so each value is checked by its field. */
const operationSchema = v.custom<Operation>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const operation = value as { [key: string]: unknown };
  const schema =
    operation['entity'] === 'task' || operation['entity'] === 'list' ? entities[operation['entity']] : null;
  if (schema === null) return false;
  if (operation['kind'] === 'create' || operation['kind'] === 'erase') return v.is(schema, operation['value']);
  const fields: { [name: string]: v.GenericSchema } = schema.entries;
  const name = String(operation['field']);
  const field = name !== 'id' && Object.hasOwn(fields, name) ? fields[name] : undefined;
  return (
    operation['kind'] === 'set' &&
    typeof operation['id'] === 'string' &&
    field !== undefined &&
    fits(field, operation['before']) &&
    fits(field, operation['after'])
  );
});

/** Each kind of event with what must be there and of which type; the screen folds them and shows the fields. */
const eventShapes: { readonly [Type in RunEvent['type']]: { readonly [field: string]: v.GenericSchema } } = {
  submitted: { runId: v.string(), at: v.string(), text: v.string(), origin: v.picklist(['typed', 'spoken', 'hand']) },
  'waiting-for-model': {},
  streamed: { text: v.string() },
  answered: { raw: v.string(), confidence: v.nullable(v.number()), engineMs: v.number(), tokens: v.number() },
  repairing: { code: v.string(), message: v.string() },
  observed: { answer: v.string(), observation: v.string() },
  'fell-back': { code: v.string(), from: v.string(), to: v.string() },
  understood: { analysis: v.string(), calls: v.array(v.looseObject({ tool: v.string() })) },
  corrected: {
    used: v.looseObject({ id, text: v.string(), similarity: v.number() }),
    calls: v.array(v.looseObject({ tool: v.string() })),
  },
  said: { text: v.string(), asks: v.boolean() },
  asked: {
    question: v.looseObject({
      reason: v.string(),
      phrase: v.string(),
      candidates: v.array(v.looseObject({ id, label: v.string() })),
    }),
  },
  picked: { argument: v.string(), id: v.string(), label: v.string() },
  resolved: { calls: v.array(v.looseObject({ tool: v.string(), args: v.record(v.string(), v.unknown()) })) },
  judged: { judgement: v.looseObject({ verdict: v.string(), reason: v.string() }) },
  'confirmation-asked': {
    changes: v.array(v.looseObject({ kind: v.string(), title: v.string(), detail: v.string() })),
  },
  confirmed: {},
  declined: {},
  applied: { results: v.array(v.looseObject({ kind: v.string() })) },
  failed: { code: v.string(), message: v.string() },
  stopped: {},
  finished: { final: v.string(), timings: v.looseObject({ totalMs: v.number() }) },
};

const eventSchema = v.custom<RunEvent>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const type = 'type' in value ? String(value.type) : '';
  if (!Object.hasOwn(eventShapes, type)) return false;
  return v.is(v.looseObject(eventShapes[type as RunEvent['type']]), value);
});

export const runSchema = v.pipe(
  v.strictObject({
    seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    runId: id,
    at: v.string(),
    text: v.string(),
    origin: v.picklist(['typed', 'spoken', 'hand']),
    events: v.array(eventSchema),
    operations: v.array(operationSchema),
    undone: v.boolean(),
    undoOrder: v.exactOptional(v.number()),
  }),
  v.check(({ events }) => viewRun(events) !== null),
);
