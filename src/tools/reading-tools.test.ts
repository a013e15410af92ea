import { describe, expect, it } from 'vitest';
import { help } from './help.ts';
import { matchTasks, narrowsNothing, searchTasks as search, type TaskQuery } from './list-query.ts';
import { listTasks } from './list-tasks.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { planOf, sampleWorld } from './sample-world.ts';
import { searchTasks } from './search-tasks.ts';
import { suggestNext } from './suggest-next.ts';
import { summarizeTasks } from './summarize-tasks.ts';

const world = () =>
  sampleWorld(
    [
      sampleTask('milk', { title: 'Buy milk', listId: 'shop', tags: ['Errands'] }),
      sampleTask('card', { title: 'Birthday card', due: '2026-11-25', priority: 'high' }),
      sampleTask('car', { title: 'Wash the car', due: '2026-11-20', notes: 'Café later' }),
      sampleTask('call', { title: 'Call mum', due: '2026-11-21T18:00', priority: 'low' }),
      sampleTask('early', { title: 'Eggs', due: '2026-11-21T09:00', listId: 'shop' }),
      sampleTask('roof', { title: 'Arrange the roofer', done: true, due: '2026-11-21' }),
      sampleTask('gone', { title: 'Gone', deletedAt: '2026-11-01T08:00' }),
    ],
    [sampleList('shop', 'Shopping')],
  );

describe('matchTasks', () => {
  const ids = (query: TaskQuery) => matchTasks(world().state, query, world().clock).map((task) => task.id);
  it.each<[string, TaskQuery, string[]]>([
    ['open ones, what is due first', {}, ['car', 'early', 'call', 'card', 'milk']],
    ['a day, its end exclusive', { due: { from: '2026-11-21', to: '2026-11-22' } }, ['early', 'call']],
    ['up to a day', { due: { from: null, to: '2026-11-21' } }, ['car']],
    ['no due', { due: null }, ['milk']],
    ['overdue, to the minute', { status: 'overdue' }, ['car', 'early']],
    ['done', { status: 'done' }, ['roof']],
    ['a list', { listId: 'shop' }, ['early', 'milk']],
    ['a tag in any case', { tag: '#errands' }, ['milk']],
    ['a priority', { priority: 'high' }, ['card']],
    ['whole words only', { text: 'car' }, ['car']],
    ['a plural', { text: 'egg' }, ['early']],
    ['no accents', { text: 'cafe' }, ['car']],
    ['all but some', { except: ['the car', 'milk'] }, ['early', 'call', 'card']],
    ['all but what is half remembered', { except: ['birth'] }, ['car', 'early', 'call', 'milk']],
  ])('%s', (_what, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
  it('knows when nothing is narrowed', () => {
    expect(narrowsNothing({ status: 'open', except: [] })).toBe(true);
    expect(narrowsNothing({ due: null })).toBe(false);
  });
});

describe('list_tasks', () => {
  it('names what it was narrowed by', () => {
    const args = { list: { kind: 'existing', id: 'shop' }, sort: 'title' } as const;
    expect(planOf(listTasks, args, world()).result).toEqual({
      kind: 'listing',
      taskIds: ['milk', 'early'],
      about: { list: 'Shopping' },
    });
  });
  it.each([
    ['priority', ['card', 'call', 'car', 'early', 'milk']],
    ['title', ['card', 'milk', 'call', 'early', 'car']],
    ['created', ['milk', 'card', 'car', 'call', 'early']],
  ])('sorts by %s', (sort, taskIds) => {
    expect(planOf(listTasks, { sort }, world()).result).toMatchObject({ taskIds });
  });
  it('never makes the list it is asked for', () => {
    expect(listTasks.run({ list: { kind: 'new', name: 'Sea' } }, world())).toMatchObject({
      ok: false,
      code: 'invalid_change',
    });
  });
});

describe('search_tasks', () => {
  it.each([
    ['roofer', ['roof']],
    ['birthday', ['card']],
    ['the birthday thing', ['card']],
    ['mum’s number', ['call']],
    ['zebra', []],
  ])('%s', (text, taskIds) => {
    expect(planOf(searchTasks, { text }, world()).result).toEqual({ kind: 'found', taskIds, text });
  });
  it('finds signs and scripts without spaces', () => {
    const { state } = sampleWorld([
      sampleTask('a', { title: '🥦 broccoli' }),
      sampleTask('b', { title: '明日牛乳を買う' }),
    ]);
    expect(search(state, '🥦').map((task) => task.id)).toEqual(['a']);
    expect(search(state, '牛乳').map((task) => task.id)).toEqual(['b']);
  });
});

it('summarize_tasks counts', () => {
  expect(planOf(summarizeTasks, {}, world()).result).toEqual({
    kind: 'summary',
    about: {},
    open: 5,
    done: 1,
    overdue: 2,
    dueToday: 2,
  });
  const due = { from: '2026-11-25', to: '2026-11-26' };
  expect(planOf(summarizeTasks, { due }, world()).result).toMatchObject({ about: { due }, open: 1, done: 0 });
});

it('suggest_next goes by overdue, today, priority, age, and says which', () => {
  const suggested = (without: string[]) => {
    const tasks = [...world().state.tasks.values()].filter((task) => !without.includes(task.id));
    const { result } = planOf(suggestNext, {}, sampleWorld(tasks));
    return result.kind === 'suggestion' ? [result.taskId, result.reason] : [];
  };
  const order = ['car', 'early', 'call', 'card', 'milk'];
  const expected = [
    ['car', 'overdue'],
    ['early', 'overdue'],
    ['call', 'due'],
    ['card', 'priority'],
    ['milk', 'oldest'],
    [null, 'none'],
  ];
  expect(expected.map((_, index) => suggested(order.slice(0, index)))).toEqual(expected);
});

it('help keeps the topic', () => {
  expect(planOf(help, {}, world()).result).toEqual({ kind: 'help', topic: null });
  expect(planOf(help, { topic: ' lists ' }, world()).result).toEqual({ kind: 'help', topic: 'lists' });
});
