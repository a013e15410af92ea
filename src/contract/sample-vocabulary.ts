import type { Vocabulary } from './grammar.ts';

/** A few tools that cover every kind of argument, so that this room's tests need no other room. */
export const sampleVocabulary: Vocabulary = {
  tools: [
    {
      name: 'add_task',
      effect: 'add',
      summary: 'Adds one task',
      noun: 'a new task',
      args: [
        { name: 'title', kind: 'text', required: true },
        { name: 'due', kind: 'when', required: false },
        { name: 'priority', kind: 'enum', required: false, values: ['high', 'medium', 'low', 'none'] },
        { name: 'tags', kind: 'texts', required: false },
      ],
    },
    {
      name: 'delete_tasks',
      effect: 'remove',
      summary: 'Deletes several tasks',
      noun: 'tasks to remove',
      args: [{ name: 'filter', kind: 'filter', required: true }],
    },
    {
      name: 'undo',
      effect: 'history',
      summary: 'Takes the last runs back',
      noun: 'something to take back',
      args: [{ name: 'steps', kind: 'int', required: false, min: 1, max: 20 }],
    },
  ],
  filter: [
    { name: 'due', kind: 'when', required: false },
    { name: 'except', kind: 'texts', required: false },
  ],
};
