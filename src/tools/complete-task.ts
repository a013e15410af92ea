import { failure, success } from '../core/outcome.ts';
import { isOpen, type Task } from '../core/task.ts';
import { defineTool, required, task, type ToolContext, type ToolPlan } from './define-tool.ts';
import type { Clock } from '../core/clock.ts';
import { asUtc, hasTime, isDue, shift, today } from '../core/local-time.ts';
import { nextOccurrence, type NextOccurrence } from '../core/recurrence.ts';
import { changeTask, findTask, subtasksOf } from './task-operations.ts';

export const completeTask = defineTool({
  name: 'complete_task',
  effect: 'change',
  summary: 'Marks one task done. A repeating one moves on to its next occurrence.',
  noun: 'a task that is done',
  examples: ['the gas bill is paid', 'mark the second one as done'],
  args: { task: required(task) },
  run: (args, context) => {
    const found = findTask(args.task, context.state);
    if (!found.ok) return found;
    const task = found.value;
    if (task.done) return failure('invalid_change', `“${task.title}” is done already.`);
    const next = occurrenceAfter(task, context.clock);
    return success(next === null ? close(task, context) : moveOn(task, next, context));
  },
});

/** Where a task goes that is done now. Counted from its completion, it comes round that long after today. */
export function occurrenceAfter(task: Task, clock: Clock): NextOccurrence | null {
  if (task.repeat === null) return null;
  if (task.repeatFrom !== 'done') return nextOccurrence(task.repeat, task.due, clock);
  const time = task.due !== null && hasTime(task.due) ? task.due.slice(10) : '';
  return nextOccurrence(task.repeat, today(clock) + time, clock);
}

/** Done, with all of its subtasks that were still open. */
export function close(task: Task, context: ToolContext): ToolPlan {
  const closing = [task, ...subtasksOf([task], context.state).filter(isOpen)];
  return {
    operations: closing.flatMap((each) => changeTask(each, { done: true, doneAt: context.clock.now })),
    result: { kind: 'completed', taskId: task.id, title: task.title, nextDue: null },
  };
}

/** A reminder after its due may fall behind the calendar's last day. */
function dueOrNull(moment: string): string | null {
  return isDue(moment) ? moment : null;
}

/** The next time round begins with all subtasks open again, and the reminder as long before the due as it was. */
export function moveOn(task: Task, next: NextOccurrence, context: ToolContext): ToolPlan {
  const byMs = task.due === null ? 0 : asUtc(next.due).getTime() - asUtc(task.due).getTime();
  const reminder = task.reminder === null ? null : dueOrNull(shift(task.reminder, byMs));
  const ticked = subtasksOf([task], context.state).filter((subtask) => subtask.done);
  return {
    operations: [
      ...changeTask(task, { due: next.due, repeat: next.rule, reminder }),
      ...ticked.flatMap((subtask) => changeTask(subtask, { done: false, doneAt: null })),
    ],
    result: { kind: 'completed', taskId: task.id, title: task.title, nextDue: next.due },
  };
}
