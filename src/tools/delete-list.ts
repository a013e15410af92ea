import { success } from '../core/outcome.ts';
import { liveTasks } from '../core/task.ts';
import { defineTool, list, required } from './define-tool.ts';
import { findOwnList } from './list-operations.ts';
import { changeTask, subtasksOf } from './task-operations.ts';

export const deleteList = defineTool({
  name: 'delete_list',
  effect: 'remove',
  summary: 'Puts a list in the trash, and its tasks with it.',
  noun: 'a list to delete',
  examples: ['delete the Holiday list'],
  bulk: true,
  args: { list: required(list) },
  run: (args, { state, clock }) => {
    const found = findOwnList(args.list, state, 'deleted');
    if (!found.ok) return found;
    const { id, name, deletedAt } = found.value;
    const inList = liveTasks(state).filter((task) => task.listId === id);
    const tasks = [...inList, ...subtasksOf(inList, state).filter((task) => task.listId !== id)];
    return success({
      operations: [
        ...tasks.flatMap((task) => changeTask(task, { deletedAt: clock.now })),
        { kind: 'set', entity: 'list', id, field: 'deletedAt', before: deletedAt, after: clock.now },
      ],
      result: { kind: 'list-deleted', listId: id, name, taskCount: tasks.length },
    });
  },
});
