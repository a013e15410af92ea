import { failure, success } from '../core/outcome.ts';
import { defineTool, filter, required } from './define-tool.ts';
import { findTasks, trashTasks } from './task-operations.ts';

export const deleteTasks = defineTool({
  name: 'delete_tasks',
  effect: 'remove',
  summary: 'Puts several tasks in the trash.',
  noun: 'tasks to delete',
  examples: ['delete everything tagged old'],
  bulk: true,
  args: { filter: required(filter) },
  run: ({ filter: { taskIds, everything } }, context) => {
    const tasks = findTasks(taskIds, context.state);
    if (tasks.length === 0) return failure('invalid_change', 'No task matches that.');
    return success({
      operations: trashTasks(tasks, context),
      everything,
      result: {
        kind: 'deleted',
        taskIds: tasks.map((task) => task.id),
        titles: tasks.map((task) => task.title),
        cleared: false,
      },
    });
  },
});
