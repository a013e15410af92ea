import { success } from '../core/outcome.ts';
import { defineTool, required, text } from './define-tool.ts';
import { searchTasks as search } from './list-query.ts';

export const searchTasks = defineTool({
  name: 'search_tasks',
  effect: 'read',
  summary: 'Finds the task that a question about a particular thing means, done ones included.',
  noun: 'a search',
  examples: ['what time is my eye test?', 'did I ever arrange the roofer?'],
  args: { text: required(text) },
  run: (args, { state }) => {
    const taskIds = search(state, args.text).map((task) => task.id);
    return success({ operations: [], result: { kind: 'found', taskIds, text: args.text } });
  },
});
