import type { Operation } from '../core/operation.ts';
import { success, type Outcome } from '../core/outcome.ts';
import type { Approved, CallResult, Plan, PlannedCall, RunId } from '../core/plan.ts';

/** Everything one run writes. It is written in one transaction or not at all. */
export type RunWrite = {
  runId: RunId;
  /** In the order of the calls. */
  operations: readonly Operation[];
  /** Those of them that undo can take back: all but what undo and redo did themselves. */
  undoable: readonly Operation[];
  marks: PlannedCall['marks'];
};

/**
 * Writes an approved plan and gives its calls' results. `write` is the store's transaction; a plan that changes nothing
 * does not come to it.
 */
export async function execute<Code extends string>(
  approved: Approved<Plan>,
  write: (run: RunWrite) => Promise<Outcome<unknown, Code>>,
): Promise<Outcome<readonly CallResult[], Code>> {
  const { runId, planned } = approved;
  const operations = planned.flatMap((call) => call.operations);
  if (operations.length > 0) {
    const undoable = planned.filter((call) => call.effect !== 'history').flatMap((call) => call.operations);
    const written = await write({ runId, operations, undoable, marks: planned.flatMap((call) => call.marks) });
    if (!written.ok) return written;
  }
  return success(planned.map((call) => call.result));
}
