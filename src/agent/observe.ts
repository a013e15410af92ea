import type { Clock } from '../core/clock.ts';
import { formatDue } from '../core/format-due.ts';
import type { CallResult } from '../core/plan.ts';
import type { TaskState } from '../core/task.ts';
import type { Strings } from '../core/strings/en.ts';
import { composeFinal } from './final-sentence.ts';

const maxShown = 20;
const maxTitleLength = 120;

/** What a round's calls gave, for the model to read: the sentences that the person would get, and the tasks behind them. */
export function observe(results: readonly CallResult[], after: TaskState, clock: Clock, strings: Strings): string {
  const lines = results.flatMap((result) => [
    composeFinal([result], after, clock, strings),
    ...('taskIds' in result ? result.taskIds.slice(0, maxShown).map((id) => taskLine(id, after, clock)) : []),
  ]);
  return lines.filter((line) => line !== '').join('\n');
}

/** A title is data and stays between its quotes, whatever it says. */
function taskLine(id: string, { tasks, lists }: TaskState, clock: Clock): string {
  const task = tasks.get(id);
  if (task === undefined) return '';
  const list = lists.get(task.listId)?.name;
  const facts = [
    task.due === null ? null : `due ${formatDue(task.due, clock)}`,
    task.priority === 'none' ? null : `priority ${task.priority}`,
    // The Inbox is where there is no list.
    list === undefined ? null : `list ${JSON.stringify(list)}`,
    task.done ? 'done' : null,
  ];
  const title = JSON.stringify(task.title.slice(0, maxTitleLength));
  return `- ${[title, ...facts.filter((fact) => fact !== null)].join(', ')}`;
}

export function malformedObservation(message: string): string {
  return `That answer is not in the form that was asked for, so nothing was done: ${message} Answer again, in the form.`;
}
