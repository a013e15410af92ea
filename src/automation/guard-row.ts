import * as v from 'valibot';
import type { HeadScores, Verdict } from '../core/judgement.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';

/** The formats of `npm run guard` (commands.md). */
const guardRowSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  text: v.string(),
});
export type GuardRow = v.InferOutput<typeof guardRowSchema>;
export type GuardOutput = { id: string } & HeadScores & { verdict: Verdict; ms: number };

export function parseGuardRow(line: string): Outcome<GuardRow, 'bad_row'> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return failure('bad_row', 'not JSON');
  }
  const row = v.safeParse(guardRowSchema, json);
  if (row.success) return success(row.output);
  const issue = row.issues[0];
  return failure('bad_row', `${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
}
