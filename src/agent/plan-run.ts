import type { Call, ToolSpec } from '../core/call.ts';
import type { Clock } from '../core/clock.ts';
import type { HistoryEntry, Plan, PlannedCall, RunId } from '../core/plan.ts';
import type { ReadableCall } from '../core/readable-call.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import type { Question, RunFailureCode } from '../core/run-event.ts';
import type { TaskId, TaskState } from '../core/task.ts';
import { contextAfter, planCall } from '../executor/plan-call.ts';
import { readableCall } from '../resolve/readable-call.ts';
import { resolveCall, type ResolveContext } from '../resolve/resolve-call.ts';
import { pointAtSeveral } from '../resolve/several-tasks.ts';
import { matchTasks } from '../tools/list-query.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import { findHandTool } from '../tools/by-hand/hand-tools.ts';
import { filterSpec, findTool } from '../tools/registry.ts';
import { touchedBy, type Conversation } from './conversation.ts';

export type Pick = { callIndex: number; argument: string; id: string };

/** The world at the start of a run; every call of the run sees the same clock. */
export type RunWorld = {
  runId: RunId;
  state: TaskState;
  history: readonly HistoryEntry[];
  clock: Clock;
  newId: () => string;
  conversation: Conversation;
};

export type RunPlan =
  | { kind: 'planned'; plan: Plan; readable: readonly ReadableCall[] }
  | { kind: 'question'; question: Question }
  | { kind: 'failed'; code: RunFailureCode; message: string };

/**
 * Resolves and plans the calls in order on a copy in memory, so that "it" may be something made a call earlier. Nothing
 * is written; the first open question or failure holds the whole run.
 */
export function planRun(calls: readonly Call[], picks: readonly Pick[], world: RunWorld): RunPlan {
  return planEach(calls, world, findTool, (call, tool, position, state, touched) => {
    const context = resolveContext(position, picks, world, state, touched);
    const resolved: ResolvedCall[] = [];
    for (const taskPick of tasksMeant(call, tool, context, world)) {
      const one = resolveCall(call, tool, { ...context, picks: { ...taskPick, ...context.picks } });
      if (!one.ok) return { ok: false, question: { ...one.question, callIndex: position } };
      resolved.push(one.value);
    }
    return { ok: true, calls: resolved };
  });
}

/** "both", "the first two": one call for each task they mean, as if each had been picked. Otherwise nothing is picked. */
function tasksMeant(
  call: Call,
  tool: ToolSpec,
  { state, lastTouched, lastListing }: ResolveContext,
  { conversation }: RunWorld,
): readonly ResolveContext['picks'][] {
  const spec = tool.args.find(({ kind }) => kind === 'task');
  const phrase = spec === undefined ? undefined : call.args[spec.name];
  if (spec === undefined || typeof phrase !== 'string') return [{}];
  const exists = (id: TaskId) => state.tasks.get(id)?.deletedAt === null;
  const inThisRun = lastTouched.slice(0, lastTouched.length - conversation.lastTouched.length);
  const inLastRun = (conversation.last?.results ?? []).flatMap(touchedBy);
  const ids = pointAtSeveral(phrase, {
    lastTouched: lastTouched.filter(exists),
    lastGroup: [...new Set(inThisRun.length > 0 ? inThisRun.toReversed() : inLastRun)].filter(exists),
    lastListing: lastListing.filter(exists),
  });
  return ids === undefined ? [{}] : ids.map((id) => ({ [spec.name]: id }));
}

/** The same for calls that need no resolving: edits by hand name their tasks and dates exactly. */
export function planByHand(calls: readonly ResolvedCall[], world: RunWorld): RunPlan {
  return planEach(calls, world, findHandTool, (call) => ({ ok: true, calls: [call] }));
}

/** One call that no tool of the registry made: what it did is in the plan already. */
export function planOfOne(planned: PlannedCall, world: RunWorld): RunPlan {
  const name = planned.call.args['name'];
  const readable = [{ tool: planned.call.tool, args: typeof name === 'string' ? { name } : {} }];
  const { state: after } = contextAfter(planned, world);
  return { kind: 'planned', plan: { runId: world.runId, planned: [planned], after }, readable };
}

type Step<Written> = (
  call: Written,
  tool: ToolSpec,
  position: number,
  state: TaskState,
  touched: readonly TaskId[],
) => { ok: true; calls: readonly ResolvedCall[] } | { ok: false; question: Question };

function planEach<Written extends { tool: string }>(
  written: readonly Written[],
  world: RunWorld,
  find: typeof findTool,
  resolve: Step<Written>,
): RunPlan {
  const planned: PlannedCall[] = [];
  const readable: ReadableCall[] = [];
  let context: ToolContext = world;
  let touched = world.conversation.lastTouched;
  for (const [position, call] of written.entries()) {
    const tool = find(call.tool);
    if (tool === undefined) return { kind: 'failed', code: 'unknown_tool', message: call.tool };
    const step = resolve(call, tool, position, context.state, touched);
    if (!step.ok) return { kind: 'question', question: step.question };
    for (const resolved of step.calls) {
      const outcome = planCall(resolved, context, find);
      if (!outcome.ok) return { kind: 'failed', code: outcome.code, message: outcome.message };
      readable.push(readableCall(resolved, tool, context.state));
      planned.push(outcome.value);
      context = contextAfter(outcome.value, context);
      touched = [...touchedBy(outcome.value.result), ...touched];
    }
  }
  return { kind: 'planned', plan: { runId: world.runId, planned, after: context.state }, readable };
}

function resolveContext(
  position: number,
  picks: readonly Pick[],
  world: RunWorld,
  state: TaskState,
  lastTouched: readonly TaskId[],
): ResolveContext {
  const mine = picks.filter((pick) => pick.callIndex === position);
  return {
    state,
    clock: world.clock,
    lastTouched,
    lastListing: world.conversation.lastListing,
    filterSpec,
    matchTasks: (query) => matchTasks(state, query, world.clock).map(({ id }) => id),
    picks: Object.fromEntries(mine.map(({ argument, id }) => [argument, id])),
  };
}
