import { expect, it } from 'vitest';
import type { Task, TaskState } from '../../core/task.ts';
import { SearchIndex } from './search-index.ts';
import { sampleTask } from '../../core/testing/sample-task.ts';

const task = (id: string, title: string, fields: Partial<Task> = {}): Task => sampleTask(id, { title, ...fields });
const stateOf = (...tasks: Task[]): TaskState => ({ tasks: new Map(tasks.map((it) => [it.id, it])), lists: new Map() });

it('ranks titles before notes, forgives a slip, takes beginnings and finds what is done', () => {
  const index = new SearchIndex();
  index.update(
    stateOf(
      task('notes', 'Trip', { notes: 'ask the dentist first' }),
      task('done', 'Call the dentist', { done: true }),
      task('open', 'Call the dentist'),
      task('gone', 'dentist', { deletedAt: '2026-11-01T08:00' }),
      task('accent', 'Café crème'),
    ),
  );
  expect(index.search('dentist')).toEqual(['open', 'done', 'notes']);
  expect(index.search('dentsit')).toContain('open');
  expect(index.search('call den')).toEqual(['open', 'done']);
  expect(index.search('cafe')).toEqual(['accent']);
  expect(index.search('nothing like it')).toEqual([]);
});

it('follows changes', () => {
  const index = new SearchIndex();
  const [a, b] = [task('a', 'milk'), task('b', 'bread')];
  index.update(stateOf(a, b));
  index.update(stateOf({ ...a, title: 'oats' }, { ...b, deletedAt: '2026-11-01T08:00' }));
  expect([index.search('milk'), index.search('oats'), index.search('bread')]).toEqual([[], ['a'], []]);
});
