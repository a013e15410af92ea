import type { Clock } from '../core/clock.ts';
import { success } from '../core/outcome.ts';
import type { CallResult } from '../core/plan.ts';
import { isOpen, liveTasks, type Task, type TaskState } from '../core/task.ts';
import { defineTool } from './define-tool.ts';
import { compareCreated, compareDue, comparePriority, isOverdue } from './list-query.ts';
import { dateOf, today } from '../core/local-time.ts';

type Suggestion = Extract<CallResult, { kind: 'suggestion' }>;

export const suggestNext = defineTool({
  name: 'suggest_next',
  effect: 'read',
  summary: 'Picks the one task to do next, and says why.',
  noun: 'a suggestion',
  examples: ['pick something for me'],
  args: {},
  run: (_args, { state, clock }) => success({ operations: [], result: suggest(state, clock) }),
});

function suggest(state: TaskState, clock: Clock): Suggestion {
  const open = liveTasks(state).filter(isOpen);
  const overdue = open.filter((task) => isOverdue(task, clock));
  const dueToday = open.filter((task) => task.due !== null && dateOf(task.due) === today(clock));
  const urgent = open.filter((task) => task.priority !== 'none');
  return (
    pick(overdue, 'overdue', compareDue, comparePriority) ??
    pick(dueToday, 'due', comparePriority, compareDue) ??
    pick(urgent, 'priority', comparePriority, compareDue) ??
    pick(open, 'oldest', compareCreated) ?? { kind: 'suggestion', taskId: null, title: null, reason: 'none' }
  );
}

function pick(
  tasks: readonly Task[],
  reason: Suggestion['reason'],
  ...orders: ((a: Task, b: Task) => number)[]
): Suggestion | null {
  const compare = (a: Task, b: Task) =>
    orders.reduce((decided, order) => decided || order(a, b), 0) || compareCreated(a, b);
  const first = [...tasks].sort(compare)[0];
  return first === undefined ? null : { kind: 'suggestion', taskId: first.id, title: first.title, reason };
}
