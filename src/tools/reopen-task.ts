import { failure, success } from '../core/outcome.ts';
import { defineTool, required, task } from './define-tool.ts';
import { changeTask, findTask, parentsOf } from './task-operations.ts';

export const reopenTask = defineTool({
  name: 'reopen_task',
  effect: 'change',
  summary: 'Opens one task again that was marked done.',
  noun: 'a task to reopen',
  examples: ['the report isn’t finished after all, reopen it'],
  args: { task: required(task) },
  run: (args, { state }) => {
    const found = findTask(args.task, state);
    if (!found.ok) return found;
    const task = found.value;
    if (!task.done) return failure('invalid_change', `“${task.title}” is still open.`);
    // A task is not done while one of its subtasks is open.
    const parents = parentsOf(task, state).filter((parent) => parent.done);
    return success({
      operations: [task, ...parents].flatMap((each) => changeTask(each, { done: false, doneAt: null })),
      result: { kind: 'reopened', taskId: task.id, title: task.title },
    });
  },
});
