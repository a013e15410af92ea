import { failure, success } from '../../core/outcome.ts';
import { defineTool, filter, required } from '../define-tool.ts';
import { findTasks, trashTasks } from '../task-operations.ts';

export const removeTasks = defineTool({
  name: 'remove_tasks',
  effect: 'remove',
  summary: 'Moves several tasks to the trash.',
  noun: 'several tasks to delete',
  examples: [],
  bulk: true,
  args: { tasks: required(filter) },
  run: ({ tasks: { taskIds } }, context) => {
    const tasks = findTasks(taskIds, context.state);
    if (tasks.length === 0) return failure('invalid_change', 'Those tasks are no longer there.');
    return success({
      operations: trashTasks(tasks, context),
      touched: tasks.length,
      result: {
        kind: 'deleted',
        taskIds: tasks.map(({ id }) => id),
        titles: tasks.map(({ title }) => title),
        cleared: false,
      },
    });
  },
});
