import type { Clock, Due, LocalDateTime } from '../core/clock.ts';
import { failure, success } from '../core/outcome.ts';
import { defineTool, required, task, when } from './define-tool.ts';
import { hasTime, isPast, shift, today } from '../core/local-time.ts';
import { changeTask, findTask } from './task-operations.ts';

const hourMs = 3_600_000;

export const setReminder = defineTool({
  name: 'set_reminder',
  effect: 'change',
  summary: 'Reminds of a task that exists at a moment; "none" takes the reminder away.',
  noun: 'a reminder',
  examples: ['ping me about the visa form on the 3rd'],
  args: { task: required(task), at: required(when) },
  run: (args, { state, clock }) => {
    const found = findTask(args.task, state);
    if (!found.ok) return found;
    const task = found.value;
    if (task.done) return failure('invalid_change', `“${task.title}” is done already.`);
    const at = args.at === null ? null : momentOf(args.at, clock);
    if (at !== null && isPast(at, clock)) return failure('invalid_change', 'That moment has already passed.');
    const operations = changeTask(task, { reminder: at });
    if (operations.length === 0) {
      const already = at === null ? 'has no reminder' : 'has that reminder already';
      return failure('invalid_change', `“${task.title}” ${already}.`);
    }
    return success({ operations, result: { kind: 'reminder-set', taskId: task.id, title: task.title, at } });
  },
});

/** A day alone is its morning; today, once the morning has come, it is an hour from now. */
function momentOf(at: Due, clock: Clock): LocalDateTime {
  if (hasTime(at)) return at;
  const morning = `${at}T09:00`;
  return at === today(clock) && isPast(morning, clock) ? shift(clock.now, hourMs) : morning;
}
