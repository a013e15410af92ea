import { success } from '../core/outcome.ts';
import { defineTool, required, task } from './define-tool.ts';
import { findTask, trashTasks } from './task-operations.ts';

export const deleteTask = defineTool({
  name: 'delete_task',
  effect: 'remove',
  summary: 'Puts one task in the trash, with its subtasks.',
  noun: 'a task to delete',
  examples: ['forget the stamps', 'the concert got cancelled'],
  args: { task: required(task) },
  run: (args, context) => {
    const found = findTask(args.task, context.state);
    if (!found.ok) return found;
    const { id, title } = found.value;
    return success({
      operations: trashTasks([found.value], context),
      result: { kind: 'deleted', taskIds: [id], titles: [title], cleared: false },
    });
  },
});
