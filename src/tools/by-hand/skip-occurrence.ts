import { failure, success } from '../../core/outcome.ts';
import { moveOn, occurrenceAfter } from '../complete-task.ts';
import { defineTool, required, task } from '../define-tool.ts';
import { findTask } from '../task-operations.ts';

export const skipOccurrence = defineTool({
  name: 'skip_occurrence',
  effect: 'change',
  summary: 'Moves a repeating task on by one occurrence without doing it.',
  noun: 'an occurrence to skip',
  examples: [],
  args: { task: required(task) },
  run: ({ task: id }, context) => {
    const found = findTask(id, context.state);
    if (!found.ok) return found;
    const task = found.value;
    if (task.done || task.repeat === null) return failure('invalid_change', `“${task.title}” does not repeat.`);
    const next = occurrenceAfter(task, context.clock);
    if (next === null) return failure('invalid_change', 'This is the last time: there is nothing to skip to.');
    const { operations } = moveOn(task, next, context);
    return success({
      operations,
      result: { kind: 'skipped', taskId: task.id, title: task.title, nextDue: next.due },
    });
  },
});
