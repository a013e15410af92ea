import * as v from 'valibot';
import { risks } from '../core/judgement.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { evaluationRowSchema } from './evaluation-row.ts';

/** The rows that a visitor's measurement draws from (`headless/write-proof-rows.ts`): dev halves, never a test half. */
const head = { licence: v.string(), credit: v.string() };

/** A row of the agent's: what it finds in the store is read by whoever seeds it. */
const agentRowSchema = v.object({
  ...evaluationRowSchema.entries,
  tasks: v.optional(v.array(v.unknown()), []),
  lists: v.optional(v.array(v.string()), []),
});
export type AgentProofRow = v.InferOutput<typeof agentRowSchema>;

export const agentRowsSchema = v.object({
  ...head,
  /** The clock that the expectations were written by: local time, zone and locale. */
  now: v.string(),
  zone: v.string(),
  locale: v.string(),
  rows: v.array(agentRowSchema),
});
export type AgentProofRows = v.InferOutput<typeof agentRowsSchema>;

const guardRowSchema = v.object({
  id: v.string(),
  text: v.string(),
  kind: v.string(),
  risk: v.picklist(risks),
  feasible: v.boolean(),
  legal: v.boolean(),
  ethical: v.boolean(),
  reversible: v.boolean(),
  limited: v.boolean(),
  /** Of the policy, where the words are written down as one task. */
  verdict: v.picklist(['allow', 'confirm', 'refuse', 'suggest']),
});
export type GuardProofRow = v.InferOutput<typeof guardRowSchema>;

export const guardRowsSchema = v.object({ ...head, rows: v.array(guardRowSchema) });
export type GuardProofRows = v.InferOutput<typeof guardRowsSchema>;

/** Reads one of the app's own data files; damaged ones are told by name. */
export function parseProofFile<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  name: string,
): Outcome<v.InferOutput<Schema>, 'damaged'> {
  const read = v.safeParse(schema, json);
  return read.success
    ? success(read.output)
    : failure('damaged', `${name} is damaged. Reload the page to fetch it again.`);
}
