import { failure, success } from '../core/outcome.ts';
import { isOpen } from '../core/task.ts';
import { defineTool, filter, required, when } from './define-tool.ts';
import { changeTask, findTasks } from './task-operations.ts';

export const postponeTasks = defineTool({
  name: 'postpone_tasks',
  effect: 'change',
  summary: 'Gives several open tasks another due.',
  noun: 'tasks to postpone',
  examples: ['push everything due today to tomorrow, except the dentist'],
  bulk: true,
  args: { filter: required(filter), due: required(when) },
  run: ({ filter: { taskIds, everything }, due }, { state }) => {
    const open = findTasks(taskIds, state).filter(isOpen);
    if (open.length === 0) return failure('invalid_change', 'No open task matches that.');
    const moved = open.filter((task) => task.due !== due);
    if (moved.length === 0) return failure('invalid_change', 'They are due then already.');
    return success({
      operations: moved.flatMap((task) => changeTask(task, { due })),
      everything,
      result: {
        kind: 'postponed',
        taskIds: moved.map((task) => task.id),
        titles: moved.map((task) => task.title),
        due,
      },
    });
  },
});
