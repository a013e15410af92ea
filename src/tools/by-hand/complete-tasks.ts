import type { Operation } from '../../core/operation.ts';
import { failure, success } from '../../core/outcome.ts';
import { isOpen } from '../../core/task.ts';
import { close, moveOn, occurrenceAfter } from '../complete-task.ts';
import { defineTool, filter, required } from '../define-tool.ts';
import { findTasks } from '../task-operations.ts';

export const completeTasks = defineTool({
  name: 'complete_tasks',
  effect: 'change',
  summary: 'Marks several tasks done.',
  noun: 'several tasks that are done',
  examples: [],
  bulk: true,
  args: { tasks: required(filter) },
  run: ({ tasks: { taskIds } }, context) => {
    const tasks = findTasks(taskIds, context.state).filter(isOpen);
    if (tasks.length === 0) return failure('invalid_change', 'Those tasks are done already.');
    const closed = new Set<string>();
    const operations: Operation[] = [];
    for (const task of tasks) {
      // A subtask may have been closed with its parent a moment ago.
      if (closed.has(task.id)) continue;
      const next = occurrenceAfter(task, context.clock);
      const plan = next === null ? close(task, context) : moveOn(task, next, context);
      const fresh = plan.operations.filter((operation) => operation.kind !== 'set' || !closed.has(operation.id));
      operations.push(...fresh);
      for (const operation of fresh) if (operation.kind === 'set') closed.add(operation.id);
    }
    return success({
      operations,
      result: {
        kind: 'completed-several',
        taskIds: tasks.map(({ id }) => id),
        titles: tasks.map(({ title }) => title),
      },
    });
  },
});
