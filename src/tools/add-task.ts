import { priorities } from '../core/task.ts';
import { defineTool, list, oneOf, repeat, required, text, texts, when } from './define-tool.ts';
import { createTask } from './task-operations.ts';

export const addTask = defineTool({
  name: 'add_task',
  effect: 'add',
  summary: 'Adds one task. `due` carries the day and time as said; `repeat` as said.',
  noun: 'a new task',
  examples: [
    'remind me to call mum tomorrow at six',
    'water the plants every friday',
    'add milk and eggs to my shopping list',
  ],
  args: {
    title: required(text),
    due: when,
    priority: oneOf(priorities),
    tags: texts,
    list,
    repeat,
    notes: text,
  },
  run: (args, context) => createTask({ ...args, parentId: null }, context),
});
