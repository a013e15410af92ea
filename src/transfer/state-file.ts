import * as v from 'valibot';
import { success, type Outcome } from '../core/outcome.ts';
import type { WholeState } from '../store/whole-state.ts';
import { parseJson, asRecord } from './read-json.ts';
import { readFailure, type ReadFailureCode } from './sentences.ts';
import { listSchema, runSchema, taskSchema } from './state-schema.ts';

const formatName = 'errand-state';
const formatVersion = 1;

export type StateFile = { writtenAt: string; state: WholeState };

/** Everything there is, as a file that another browser can be given: tasks, lists, the log with its undo, settings. */
export function writeStateFile(state: WholeState, writtenAt: string): string {
  return `${JSON.stringify({ format: formatName, version: formatVersion, writtenAt, ...state }, null, 1)}\n`;
}

export function isStateFile(text: string): boolean {
  return /^\s*\{\s*"format":\s*"errand-state"/u.test(text);
}

/** The same state again, or nothing: what is put in the store's place must be whole and right. */
export function readStateFile(text: string): Outcome<StateFile, ReadFailureCode> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const file = asRecord(parsed.value);
  if (file === null || file['format'] !== formatName) return readFailure('not_recognised');
  if (Number(file['version']) > formatVersion) return readFailure('newer_version');
  const read = v.safeParse(fileSchema, file);
  if (!read.success) return readFailure('cut_off');
  const { writtenAt, tasks, lists, runs, settings } = read.output;
  return isConsistent(tasks, lists, runs)
    ? success({ writtenAt, state: { tasks, lists, runs, settings } })
    : readFailure('cut_off');
}

const fileSchema = v.object({
  version: v.literal(formatVersion),
  writtenAt: v.string(),
  tasks: v.array(taskSchema),
  lists: v.array(listSchema),
  runs: v.array(runSchema),
  settings: v.array(v.strictObject({ key: v.string(), value: v.unknown() })),
});

type Parts = v.InferOutput<typeof fileSchema>;

/** Ids are there once each, and what a task points to is there. */
function isConsistent(tasks: Parts['tasks'], lists: Parts['lists'], runs: Parts['runs']): boolean {
  const unique = (keys: readonly (string | number)[]) => new Set(keys).size === keys.length;
  const taskIds = new Set(tasks.map(({ id }) => id));
  const listIds = new Set(['inbox', ...lists.map(({ id }) => id)]);
  return (
    unique(tasks.map(({ id }) => id)) &&
    unique(lists.map(({ id }) => id)) &&
    unique(runs.map(({ seq }) => seq)) &&
    unique(runs.map(({ runId }) => runId)) &&
    tasks.every((task) => listIds.has(task.listId) && (task.parentId === null || taskIds.has(task.parentId)))
  );
}
