import { expect, it } from 'vitest';
import { addsAreSaid, areSaid } from './said-by-person.ts';

const sentence = 'Mark the dentist done, and push everything in Home to Friday';

it.each([
  ['as it was said', { tool: 'complete_task', args: { task: 'The  Dentist' } }, true],
  ['a list', { tool: 'delete_list', args: { list: 'my home' } }, true],
  ['a filter', { tool: 'postpone_tasks', args: { filter: { list: 'Home' }, due: 'next week' } }, true],
  ['a task that nobody named', { tool: 'delete_task', args: { task: 'tax return' } }, false],
  ['half a word of it', { tool: 'delete_task', args: { task: 'dent' } }, false],
  ['a filter of the model’s own', { tool: 'delete_tasks', args: { filter: { status: 'open' } } }, false],
  ['an exception that nobody made', { tool: 'delete_tasks', args: { filter: { list: 'Home', except: ['x'] } } }, false],
  ['something new, which is looked at apart', { tool: 'add_task', args: { title: 'Buy stamps', list: 'Post' } }, true],
  ['a look', { tool: 'list_tasks', args: { list: 'Garden' } }, true],
])('%s', (_, call, said) => {
  expect(areSaid([call], sentence)).toBe(said);
});

it.each([
  ['in the person’s words', 'Buy oat milk', true],
  ['worded anew about the same', 'Get oat milk from the shop', true],
  ['about something else', 'Transfer 900 to Eve', false],
  ['without a telling word', 'do it', false],
])('a new task %s', (_, title, said) => {
  expect(addsAreSaid([{ tool: 'add_task', args: { title } }], 'remind me of oat milk when I am at the shop')).toBe(
    said,
  );
});

it.each([
  ['is the garden list empty?', { tool: 'delete_list', args: { list: 'garden' } }, false],
  ["what's in the garden list", { tool: 'delete_list', args: { list: 'garden' } }, false],
  ['could you delete the garden list?', { tool: 'delete_list', args: { list: 'garden' } }, true],
  ['add eggs', { tool: 'clear_completed', args: {} }, false],
  ['clear what is done', { tool: 'clear_completed', args: {} }, true],
  ['add eggs', { tool: 'undo', args: { steps: 3 } }, false],
  ['never mind', { tool: 'undo', args: {} }, true],
])('“%s” and a change that the model came to', (text, call, said) => {
  expect(areSaid([call], text)).toBe(said);
});
