import { success } from '../core/outcome.ts';
import { defineTool, text } from './define-tool.ts';

export const help = defineTool({
  name: 'help',
  effect: 'read',
  summary: 'Says what can be asked for.',
  noun: 'a question about how this works',
  examples: ['what can you do?'],
  args: { topic: text },
  run: ({ topic = '' }) => success({ operations: [], result: { kind: 'help', topic: topic.trim() || null } }),
});
