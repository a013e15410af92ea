import { boolean, nullable, number, object, safeParse, string } from 'valibot';
import { failure, success } from '../core/outcome.ts';
import type { PythonOutcome, PythonRun } from '../protocol/python-api.ts';

const runShape = object({
  stdout: string(),
  stderr: string(),
  truncated: boolean(),
  value: nullable(string()),
  error: nullable(object({ type: string(), message: string(), traceback: string(), line: nullable(number()) })),
  ms: number(),
});

/** What comes out of the worker was in reach of the code that ran there, so it is read like any other foreign input. */
export function parsePythonRun(value: unknown): PythonOutcome<PythonRun> {
  const parsed = safeParse(runShape, value);
  return parsed.success
    ? success(parsed.output)
    : failure('python_failed', 'Python gave back something that is not the outcome of a run.');
}
