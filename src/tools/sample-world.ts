import type { HistoryEntry } from '../core/plan.ts';
import type { Task, TaskList } from '../core/task.ts';
import type { Tool, ToolContext, ToolOutcome, ToolPlan } from './define-tool.ts';

/** A small world for tests. It is Saturday, 21 November 2026, ten in the morning in London. */
const now = '2026-11-21T10:00';

export function sampleWorld(
  tasks: readonly Task[] = [],
  lists: readonly TaskList[] = [],
  history: readonly HistoryEntry[] = [],
): ToolContext {
  let ids = 0;
  return {
    state: {
      tasks: new Map(tasks.map((task, index) => [task.id, { ...task, position: index + 1 }])),
      lists: new Map(lists.map((list) => [list.id, list])),
    },
    history,
    clock: { now, zone: 'Europe/London', locale: 'en-GB' },
    newId: () => `new-${(ids += 1)}`,
  };
}

/** Runs a tool that is expected to succeed. */
export function planOf(tool: Tool, args: Parameters<Tool['run']>[0], world: ToolContext): ToolPlan {
  const outcome: ToolOutcome = tool.run(args, world);
  if (!outcome.ok) throw new Error(`${tool.name}: ${outcome.message}`);
  return outcome.value;
}
