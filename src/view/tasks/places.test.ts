import { describe, expect, it } from 'vitest';
import { emptyState, inboxId, type Task, type TaskList, type TaskState } from '../../core/task.ts';
import { countPlaces, listsOf, placeFromHash, placeToHash, type Place } from './places.ts';
import { rowsOf, viewOf } from './sections.ts';
import { plainOptions, readFilters, type ViewOptions } from './view-options.ts';
import { sampleTask } from '../../core/testing/sample-task.ts';

const clock = { now: '2026-11-24T14:05', zone: 'Europe/London', locale: 'en-GB' };

const task = (id: string, fields: Partial<Task> = {}): Task =>
  sampleTask(id, { title: `Task ${id}`, createdAt: '2026-11-20T09:00', position: Number(id), ...fields });

function stateOf(...tasks: Task[]): TaskState {
  const lists: TaskList[] = [
    { id: 'a/b', name: 'Home', deletedAt: null, createdAt: '2026-11-20T09:00', position: 1 },
    { id: 'gone', name: 'Gone', deletedAt: '2026-11-21T09:00', createdAt: '2026-11-20T09:00', position: 2 },
  ];
  return {
    tasks: new Map(tasks.map((entry) => [entry.id, entry])),
    lists: new Map(lists.map((entry) => [entry.id, entry])),
  };
}

function shown(place: Place, state: TaskState, options: Partial<ViewOptions> = {}): string[] {
  return viewOf(place, state, clock, { ...plainOptions, ...options }).sections.map(
    ({ key, rows }) => `${key}: ${rows.map(({ task: { id }, depth }) => '>'.repeat(depth) + id).join(' ')}`,
  );
}

describe('viewOf', () => {
  it('puts what is overdue before today, by time, then priority, and leaves out the rest', () => {
    const state = stateOf(
      task('1', { due: '2026-11-24' }),
      task('2', { due: '2026-11-24T18:00' }),
      task('3', { due: '2026-11-24', priority: 'high' }),
      task('4', { due: '2026-11-24T09:00' }),
      task('5', { due: '2026-11-20' }),
      task('6', { due: '2026-11-25' }),
      task('7', { due: '2026-11-20', done: true }),
      task('8', { due: '2026-11-20', deletedAt: '2026-11-21T09:00' }),
    );
    expect(shown({ kind: 'today' }, state)).toEqual(['overdue: 5 4', 'today: 2 3 1']);
  });

  it('indents parts under their task, keeps a done part of an open task, and hides other done ones', () => {
    const state = stateOf(
      task('1'),
      task('2', { done: true }),
      task('3', { parentId: '1', done: true }),
      task('4', { parentId: '3' }),
      task('5', { parentId: '2' }),
    );
    expect(shown({ kind: 'list', id: inboxId }, state)).toEqual(['all: 1 >3 >>4 5']);
    expect(viewOf({ kind: 'list', id: inboxId }, state, clock).sections[0]?.rows.at(-1)?.parentTitle).toBe('Task 2');
  });

  it('shows parents that go in a circle all the same', () => {
    const state = stateOf(task('1', { parentId: '2' }), task('2', { parentId: '1' }), task('3'));
    expect(shown({ kind: 'list', id: inboxId }, state)).toEqual(['all: 3 1 2']);
  });

  it('groups all by list and shows the newest of Done and Trash first', () => {
    const state = stateOf(
      task('1', { listId: 'a/b' }),
      task('2'),
      task('3', { done: true, doneAt: '2026-11-20T09:00' }),
      task('4', { done: true, doneAt: '2026-11-21T09:00' }),
      task('5', { deletedAt: '2026-11-21T09:00' }),
    );
    expect(shown({ kind: 'all' }, state)).toEqual([`${inboxId}: 2`, 'a/b: 1']);
    expect(shown({ kind: 'done' }, state)).toEqual(['all: 4 3']);
    expect(shown({ kind: 'trash' }, state)).toEqual(['all: 5']);
  });

  it('shows what is to come by day, or one day of it', () => {
    const state = stateOf(
      task('1', { due: '2026-11-26' }),
      task('2', { due: '2026-11-24T18:00' }),
      task('3', { due: '2026-11-20' }),
      task('4', { due: '2026-11-26T09:00' }),
      task('5', { due: '9999-12-31' }),
    );
    expect(shown({ kind: 'upcoming', day: null }, state)).toEqual([
      '2026-11-24: 2',
      '2026-11-26: 4 1',
      '9999-12-31: 5',
    ]);
    expect(shown({ kind: 'upcoming', day: '2026-11-26' }, state)).toEqual(['2026-11-26: 4 1']);
  });

  it('shows tags, priorities and what is overdue', () => {
    const state = stateOf(
      task('1', { tags: ['Work', 'x'] }),
      task('2', { priority: 'high', due: '2026-11-01' }),
      task('3', { tags: ['work'], done: true }),
    );
    expect(shown({ kind: 'tag', name: 'work' }, state)).toEqual(['all: 1']);
    expect(shown({ kind: 'priority', level: 'high' }, state)).toEqual(['all: 2']);
    expect(shown({ kind: 'overdue' }, state)).toEqual(['all: 2']);
  });

  it('hides what begins later, counts it, and shows it when asked', () => {
    const state = stateOf(task('1', { start: '2026-12-01' }), task('2', { start: '2026-11-24' }));
    expect(shown({ kind: 'all' }, state)).toEqual([`${inboxId}: 2`]);
    expect(viewOf({ kind: 'all' }, state, clock).hidden).toBe(1);
    expect(shown({ kind: 'all' }, state, { showsHidden: true })).toEqual([`${inboxId}: 1 2`]);
    expect(countPlaces(state, clock).all).toBe(1);
  });

  it('sorts, groups and narrows as asked', () => {
    const state = stateOf(
      task('1', { title: 'b', priority: 'low', tags: ['x'], due: '2026-11-24' }),
      task('2', { title: 'a', tags: ['x', 'y'] }),
      task('3', { title: 'c', priority: 'high', due: '2027-01-01' }),
    );
    expect(shown({ kind: 'all' }, state, { sort: 'title', group: 'none' })).toEqual(['all: 2 1 3']);
    expect(shown({ kind: 'all' }, state, { group: 'priority' })).toEqual(['high: 3', 'low: 1', 'none: 2']);
    expect(shown({ kind: 'all' }, state, { group: 'tag' })).toEqual(['x: 1 2', 'y: 2', '\uffff: 3']);
    expect(shown({ kind: 'all' }, state, { group: 'none', due: 'week' })).toEqual(['all: 1']);
    expect(shown({ kind: 'all' }, state, { group: 'none', due: 'none', tag: 'Y' })).toEqual(['all: 2']);
    expect(shown({ kind: 'all' }, state, { group: 'none', priority: 'high' })).toEqual(['all: 3']);
  });

  it('has no section where there is nothing', () => {
    for (const kind of ['today', 'all', 'done', 'trash'] as const) expect(shown({ kind }, emptyState)).toEqual([]);
  });
});

it('counts open tasks by place', () => {
  const state = stateOf(
    task('1', { due: '2026-11-20' }),
    task('2', { due: '2026-11-24' }),
    task('3', { listId: 'a/b' }),
    task('4', { done: true }),
  );
  expect(countPlaces(state, clock)).toMatchObject({
    today: 2,
    all: 3,
    lists: new Map([
      [inboxId, 2],
      ['a/b', 1],
    ]),
  });
});

it('lists the Inbox first, and no list that is gone', () => {
  expect(listsOf(stateOf()).map(({ name }) => name)).toEqual(['Inbox', 'Home']);
});

it('finds each place again by its hash, and Today where there is none', () => {
  const state = stateOf();
  const places: Place[] = [
    { kind: 'today' },
    { kind: 'all' },
    { kind: 'done' },
    { kind: 'trash' },
    { kind: 'list', id: 'a/b' },
    { kind: 'list', id: inboxId },
    { kind: 'upcoming', day: null },
    { kind: 'upcoming', day: '2026-11-24' },
    { kind: 'tag', name: 'a/b #c' },
    { kind: 'priority', level: 'low' },
    { kind: 'search', text: 'milk & eggs/2' },
    { kind: 'search', text: '' },
  ];
  for (const place of places) expect(placeFromHash(placeToHash(place), state)).toEqual(place);
  for (const hash of [
    '',
    '#',
    '#nowhere',
    '#list/gone',
    '#list/none',
    '#list/%E0%A4%A',
    '#filter/gone',
    '#priority/huge',
    '#tag/',
  ]) {
    expect(placeFromHash(hash, state)).toEqual({ kind: 'today' });
  }
});

it('keeps the order of a listing and counts what is gone', () => {
  const state = stateOf(task('1'), task('2'), task('3', { deletedAt: '2026-11-21T09:00' }));
  const { rows, gone } = rowsOf(['2', 'missing', '3', '1'], state);
  expect(rows.map((row) => row.task.id)).toEqual(['2', '1']);
  expect(gone).toBe(2);
});

it('reads only the filters that it can', () => {
  expect(readFilters('nonsense')).toEqual([]);
  expect(
    readFilters([null, { id: 'a', name: 'A' }, { id: 'b', name: 'B', from: '#all', options: { sort: 'up' } }]),
  ).toEqual([{ id: 'b', name: 'B', from: '#all', options: plainOptions }]);
});
