import type { Operation } from '../../core/operation.ts';
import { success } from '../../core/outcome.ts';
import type { Task } from '../../core/task.ts';
import { defineTool, required, task, type ToolContext } from '../define-tool.ts';
import { findTask, nextPosition, subtasksOf } from '../task-operations.ts';

export const duplicateTask = defineTool({
  name: 'duplicate_task',
  effect: 'add',
  summary: 'Makes an open copy of a task and of its subtasks.',
  noun: 'a copy',
  examples: [],
  args: { task: required(task) },
  run: ({ task: id }, context) => {
    const found = findTask(id, context.state);
    if (!found.ok) return found;
    const copies = copiesOf(found.value, context);
    const [first = found.value] = copies;
    return success({
      operations: copies.map((value): Operation => ({ kind: 'create', entity: 'task', value })),
      result: {
        kind: 'added',
        taskId: first.id,
        title: first.title,
        due: first.due,
        list: null,
        repeat: first.repeat,
        parentTitle: null,
      },
    });
  },
});

function copiesOf(original: Task, context: ToolContext): Task[] {
  const all = [original, ...subtasksOf([original], context.state)];
  const ids = new Map(all.map((each) => [each.id, context.newId()]));
  const first = nextPosition(context.state);
  return all.map((each, index) => ({
    ...each,
    id: ids.get(each.id) ?? context.newId(),
    parentId: (each === original ? each.parentId : ids.get(each.parentId ?? '')) ?? null,
    done: false,
    doneAt: null,
    createdAt: context.clock.now,
    position: first + index,
  }));
}
