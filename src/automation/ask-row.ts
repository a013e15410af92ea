import * as v from 'valibot';
import type { Call } from '../core/call.ts';
import type { Example } from './baseline-nearest.ts';
import type { UsedCorrection } from '../core/correction.ts';
import type { Verdict, Risk } from '../core/judgement.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { ReadableCall } from '../core/readable-call.ts';
import { priorities } from '../core/task.ts';

/** The formats of `npm run ask` (commands.md). */
const plainTaskSchema = v.object({
  id: v.optional(v.string()),
  title: v.pipe(v.string(), v.minLength(1)),
  done: v.optional(v.boolean(), false),
  due: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)))),
  list: v.optional(v.nullable(v.string())),
  priority: v.optional(v.nullable(v.picklist(priorities))),
  tags: v.optional(v.array(v.string())),
  notes: v.optional(v.nullable(v.string())),
  repeat: v.optional(v.nullable(v.string())),
  reminder: v.optional(v.nullable(v.string())),
  parent: v.optional(v.nullable(v.string())),
});
export type PlainTask = v.InferOutput<typeof plainTaskSchema>;

const askRowSchema = v.pipe(
  v.object({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
    text: v.optional(v.string()),
    turns: v.optional(v.array(v.string())),
    tasks: v.optional(v.array(plainTaskSchema), []),
    lists: v.optional(v.array(v.string()), []),
  }),
  v.transform(({ id, text, turns, tasks, lists }) => ({
    id,
    tasks,
    lists,
    turns: turns ?? (text === undefined ? [] : [text]),
  })),
  v.check(({ turns }) => turns.length > 0, 'neither "text" nor "turns"'),
);
export type AskRow = v.InferOutput<typeof askRowSchema>;

export type AskOptions = {
  /** Local time in `zone`, or null for the real clock. */
  now: string | null;
  zone: string;
  locale: string;
  engine: string;
  device: 'auto' | 'wasm' | 'webgpu';
  guard: boolean;
  /** What a person is taken to have put right before: each sentence with the calls it meant, in its own words. */
  corrections?: readonly CorrectionRow[];
  /** The neighbours of `baseline-nearest`. */
  examples?: readonly Example[];
};

const correctionRowSchema = v.object({
  text: v.string(),
  calls: v.array(
    v.object({
      tool: v.string(),
      args: v.record(
        v.string(),
        v.union([
          v.string(),
          v.number(),
          v.boolean(),
          v.array(v.string()),
          v.record(v.string(), v.union([v.string(), v.array(v.string())])),
        ]),
      ),
    }),
  ),
  tasks: v.optional(v.array(plainTaskSchema), []),
  lists: v.optional(v.array(v.string()), []),
});
export type CorrectionRow = v.InferOutput<typeof correctionRowSchema>;

export type AskTurn = {
  raw: string;
  calls: readonly Call[];
  resolved: readonly ReadableCall[];
  proposed?: readonly ReadableCall[];
  confidence: number | null;
  /** The correction that the calls follow. */
  corrected?: UsedCorrection;
  guard: { risk: Risk | null; p: { [head: string]: number } | null; verdict: Verdict; reason: string } | null;
  asks?: true;
  error?: { code: string; message: string };
  final: string;
  ms: { engine: number; guard: number; total: number };
};

export type AskOutput = { id: string; turns: readonly AskTurn[]; tasks: readonly PlainTask[] };

export function parseAskRow(line: string): Outcome<AskRow, 'bad_row'> {
  return parseLine(askRowSchema, line);
}

export function parseCorrectionRow(line: string): Outcome<CorrectionRow, 'bad_row'> {
  return parseLine(correctionRowSchema, line);
}

function parseLine<Row>(schema: v.GenericSchema<unknown, Row>, line: string): Outcome<Row, 'bad_row'> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return failure('bad_row', 'not JSON');
  }
  const row = v.safeParse(schema, json);
  if (row.success) return success(row.output);
  const issue = row.issues[0];
  return failure('bad_row', `${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
}
