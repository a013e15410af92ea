import type { Operation } from '../core/operation.ts';
import { failure, success } from '../core/outcome.ts';
import type { ListId, Task } from '../core/task.ts';
import { clearable, defineTool, list, required, task, type ToolContext } from './define-tool.ts';
import { openList } from './list-operations.ts';
import { changeTask, findTask, nextPosition, subtasksOf } from './task-operations.ts';

export const moveTask = defineTool({
  name: 'move_task',
  effect: 'change',
  summary: 'Moves one task to another list, where only the list changes.',
  noun: 'a task to move',
  examples: ['put it on the Garden list'],
  args: { task: required(task), list: required(clearable(list)) },
  run: (args, context) => {
    const found = findTask(args.task, context.state);
    if (!found.ok) return found;
    const task = found.value;
    const opened = openList(args.list, context);
    if (!opened.ok) return opened;
    const { id, name, created, operations } = opened.value;
    if (id === task.listId) return failure('invalid_change', `“${task.title}” is in ${name} already.`);
    return success({
      operations: [...operations, ...changeTask(task, moveChanges(id, context)), ...moveSubtasks(task, id, context)],
      result: {
        kind: 'changed',
        taskId: task.id,
        title: task.title,
        fields: [{ field: 'list', value: name, ...(created ? { created: true } : {}) }],
      },
    });
  },
});

/** To the end of the other list. A subtask that leaves its parent's list becomes a task of its own. */
export function moveChanges(listId: ListId, context: ToolContext): Pick<Task, 'listId' | 'parentId' | 'position'> {
  return { listId, parentId: null, position: nextPosition(context.state) };
}

export function moveSubtasks(task: Task, listId: ListId, context: ToolContext): Operation[] {
  return subtasksOf([task], context.state).flatMap((subtask) => changeTask(subtask, { listId }));
}
