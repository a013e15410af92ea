import { applyOperations, type Operation } from '../core/operation.ts';
import { isDue } from '../core/local-time.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { PlannedCall } from '../core/plan.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import type { RunFailureCode } from '../core/run-event.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import type { Tool } from '../tools/define-tool.ts';
import { findTool } from '../tools/registry.ts';

/** What the call would do to the state it is given. Nothing is written, and the state is left as it is. */
export function planCall(
  call: ResolvedCall,
  context: ToolContext,
  find: (name: string) => Tool | undefined = findTool,
): Outcome<PlannedCall, RunFailureCode> {
  const tool = find(call.tool);
  if (tool === undefined) return failure('unknown_tool', `There is no tool called ${call.tool}.`);
  const plan = tool.run(call.args, context);
  if (!plan.ok) return plan;
  const { operations, result, marks = [], everything = false } = plan.value;
  // What history brings back was there before.
  if (tool.effect !== 'history' && operations.some(hasOddDate))
    return failure('invalid_change', 'Dates go from the year 1 to the year 9999.');
  const touched = plan.value.touched ?? countTouched(operations, tool.effect === 'history');
  return success({ call, effect: tool.effect, bulk: tool.bulk, touched, everything, operations, marks, result });
}

/** The world as the next call of the run finds it: with what this one does done, and the runs it takes back marked. */
export function contextAfter(planned: PlannedCall, context: ToolContext): ToolContext {
  const marks = new Map(planned.marks.map(({ runId, undone }) => [runId, undone]));
  return {
    ...context,
    state: applyOperations(context.state, planned.operations),
    history: context.history.map((entry) => ({ ...entry, undone: marks.get(entry.runId) ?? entry.undone })),
  };
}

/** Whatever a tool was handed, no date is written that no view could show. */
function hasOddDate(operation: Operation): boolean {
  if (operation.entity !== 'task' || operation.kind === 'erase') return false;
  if (operation.kind === 'create') return dateFields.some((field) => isOdd(operation.value[field]));
  return dateFields.some((field) => field === operation.field) && isOdd(operation.after);
}

const dateFields = ['due', 'start', 'reminder'] as const;

function isOdd(date: unknown): boolean {
  return typeof date === 'string' && !isDue(date);
}

/** Tasks changed or removed. One that is added counts only where history brings it back. */
function countTouched(operations: readonly Operation[], withCreated: boolean): number {
  const touched = new Set<string>();
  for (const operation of operations) {
    if (operation.entity !== 'task' || (operation.kind === 'create' && !withCreated)) continue;
    touched.add(operation.kind === 'set' ? operation.id : operation.value.id);
  }
  return touched.size;
}
