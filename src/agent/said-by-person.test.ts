import { expect, it } from 'vitest';
import { areSaid } from './said-by-person.ts';

const sentence = 'Mark the dentist done, and push everything in Home to Friday';

it.each([
  ['as it was said', { tool: 'complete_task', args: { task: 'The  Dentist' } }, true],
  ['a list', { tool: 'delete_list', args: { list: 'my home' } }, true],
  ['a filter', { tool: 'postpone_tasks', args: { filter: { list: 'Home' }, due: 'next week' } }, true],
  ['a task that nobody named', { tool: 'delete_task', args: { task: 'tax return' } }, false],
  ['half a word of it', { tool: 'delete_task', args: { task: 'dent' } }, false],
  ['a filter of the model’s own', { tool: 'delete_tasks', args: { filter: { status: 'open' } } }, false],
  ['an exception that nobody made', { tool: 'delete_tasks', args: { filter: { list: 'Home', except: ['x'] } } }, false],
  ['something new, in whatever words', { tool: 'add_task', args: { title: 'Buy stamps', list: 'Post' } }, true],
  ['a look', { tool: 'list_tasks', args: { list: 'Garden' } }, true],
])('%s', (_, call, said) => {
  expect(areSaid([call], sentence)).toBe(said);
});
