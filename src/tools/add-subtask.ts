import { failure } from '../core/outcome.ts';
import { defineTool, required, task, text } from './define-tool.ts';
import { createTask, findTask } from './task-operations.ts';

export const addSubtask = defineTool({
  name: 'add_subtask',
  effect: 'add',
  summary: 'Adds one step to a task that exists.',
  noun: 'a new subtask',
  examples: ['add “buy candles” under the birthday party'],
  args: { task: required(task), title: required(text) },
  run: (args, context) => {
    const found = findTask(args.task, context.state);
    if (!found.ok) return found;
    const { id, title, done } = found.value;
    if (done) return failure('invalid_change', `“${title}” is done already. Reopen it to add to it.`);
    return createTask({ title: args.title, parentId: id }, context);
  },
});
