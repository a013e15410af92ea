import { describe, expect, it } from 'vitest';
import type { ArgumentSpec, Call, ToolSpec } from '../core/call.ts';
import type { Task, TaskState } from '../core/task.ts';
import { resolveCall, type ResolveContext, type TaskQuery } from './resolve-call.ts';
import { sampleTask } from '../core/testing/sample-task.ts';

const task = (id: string, title: string, more: Partial<Task> = {}): Task =>
  sampleTask(id, { title, createdAt: '2026-11-01T10:00', position: 0, ...more });

const state: TaskState = {
  tasks: new Map([
    ['viva', task('viva', 'Viva', { due: '2026-11-26T14:00' })],
    ['mum', task('mum', 'call mum')],
    ['ana', task('ana', 'call Ana')],
    ['gone', task('gone', 'old thing', { deletedAt: '2026-11-01T10:00' })],
  ]),
  lists: new Map([['g', { id: 'g', name: 'Garden', deletedAt: null, createdAt: '2026-11-01T10:00', position: 0 }]]),
};

const args = (...specs: [string, ArgumentSpec['kind'], Partial<ArgumentSpec>?][]): ArgumentSpec[] =>
  specs.map(([name, kind, more]) => ({ name, kind, required: false, ...more }));
const tool = (name: string, effect: ToolSpec['effect'], specs: ArgumentSpec[]): ToolSpec => ({
  name,
  effect,
  summary: '',
  noun: '',
  args: specs,
});
const add = tool(
  'add_task',
  'add',
  args(['title', 'text'], ['due', 'when'], ['tags', 'texts'], ['list', 'list'], ['repeat', 'repeat']),
);
const update = tool(
  'update_task',
  'change',
  args(
    ['task', 'task'],
    ['due', 'when'],
    ['tags', 'texts', { clearable: true }],
    ['notes', 'text', { clearable: true }],
  ),
);
const list = tool('list_tasks', 'read', args(['due', 'when', { interval: true }], ['list', 'list']));
const remove = tool('delete_tasks', 'remove', args(['filter', 'filter']));

const sameName: TaskState = {
  tasks: new Map([['mow', task('mow', 'mow the lawn', { listId: 'g' })]]),
  lists: new Map(
    ['g', 'h'].map((id) => [id, { id, name: 'Garden', deletedAt: null, createdAt: '2026-11-01T10:00', position: 0 }]),
  ),
};

let asked: TaskQuery | null = null;
function resolve(spec: ToolSpec, written: Call['args'], more: Partial<ResolveContext> = {}) {
  return resolveCall({ tool: spec.name, args: written }, spec, {
    state,
    clock: { now: '2026-11-21T10:00', zone: 'Europe/London', locale: 'en-GB' },
    lastTouched: [],
    lastListing: [],
    filterSpec: args(['due', 'when', { interval: true }], ['list', 'list'], ['status', 'enum'], ['except', 'texts']),
    matchTasks: (query) => {
      asked = query;
      return query.listId === 'g' ? [] : ['mum', 'ana'];
    },
    picks: {},
    ...more,
  });
}
const value = (resolved: ReturnType<typeof resolve>) => (resolved.ok ? resolved.value.args : resolved.question);

describe('a time beside a repetition', () => {
  it('is the time of the first day of the rule', () => {
    const written = { title: 'piano', due: '4pm', repeat: 'mondays and thursdays' };
    expect(value(resolve(add, written))).toMatchObject({ due: '2026-11-23T16:00' });
  });
  it('leaves a day that is said and fits alone', () => {
    expect(value(resolve(add, { title: 'rent', due: 'tuesday', repeat: 'every week' }))).toMatchObject({
      due: '2026-11-24',
    });
  });
});

describe('a step of "it"', () => {
  const step = tool('add_subtask', 'add', args(['task', 'task'], ['title', 'text']));
  const withStep = {
    ...state,
    tasks: new Map([...state.tasks, ['s', task('s', 'find carrier', { parentId: 'viva' })]]),
  };
  it('goes under the task whose step was added last', () => {
    const more = { state: withStep, lastTouched: ['s', 'viva'] };
    expect(value(resolve(step, { task: 'it', title: 'withdraw cash' }, more))).toMatchObject({ task: 'viva' });
    expect(value(resolve(step, { task: 'find carrier', title: 'x' }, more))).toMatchObject({ task: 's' });
  });
});

describe('dates', () => {
  it('are read by the clock, and cleared by "none"', () => {
    expect(value(resolve(add, { title: 'x', due: 'tomorrow 6pm' }))).toEqual({ title: 'x', due: '2026-11-22T18:00' });
    expect(value(resolve(update, { task: 'viva', due: 'none', tags: ['none'], notes: 'none' }))).toEqual({
      task: 'viva',
      due: null,
      tags: null,
      notes: null,
    });
  });
  it('of a task that has one are corrections', () => {
    expect(value(resolve(update, { task: 'viva', due: '4pm' }))).toMatchObject({ due: '2026-11-26T16:00' });
  });
  it('“that day” is the day of what was shown last', () => {
    expect(value(resolve(add, { title: 'x', due: '8am that day' }, { lastListing: ['viva'] }))).toMatchObject({
      due: '2026-11-26T08:00',
    });
    expect(value(resolve(list, { due: 'that day' }, { lastTouched: ['viva'] }))).toMatchObject({
      due: { from: '2026-11-26', to: '2026-11-27' },
    });
    expect(value(resolve(add, { title: 'x', due: '8am that day' }))).toMatchObject({ reason: 'unclear-date' });
  });
  it('that are a repetition are one', () => {
    expect(value(resolve(add, { title: 'x', due: 'last thursday of every month 8pm' }))).toEqual({
      title: 'x',
      repeat: { rule: 'FREQ=MONTHLY;BYDAY=-1TH', firstDue: '2026-11-26T20:00' },
    });
  });
  it('that nobody can read are asked for', () => {
    expect(value(resolve(add, { title: 'x', due: 'blurgh' }))).toMatchObject({
      reason: 'unclear-date',
      phrase: 'blurgh',
    });
  });
});

describe('tasks and lists', () => {
  it('asks where two fit, and takes what was picked', () => {
    expect(value(resolve(update, { task: 'the call' }))).toMatchObject({
      reason: 'ambiguous-task',
      candidates: [{ id: 'mum' }, { id: 'ana' }],
    });
    expect(value(resolve(update, { task: 'the call' }, { picks: { task: 'ana' } }))).toEqual({ task: 'ana' });
  });
  it('asks which of two lists of one name', () => {
    const said = { title: 'x', list: 'garden' };
    expect(value(resolve(add, said, { state: sameName }))).toMatchObject({
      reason: 'ambiguous-list',
      candidates: [
        { id: 'g', label: 'Garden (1): “mow the lawn”' },
        { id: 'h', label: 'Garden (2)' },
      ],
    });
    expect(value(resolve(add, said, { state: sameName, picks: { list: 'h' } }))).toMatchObject({
      list: { kind: 'existing', id: 'h' },
    });
  });
  it('never finds what is in the trash', () => {
    expect(value(resolve(update, { task: 'old thing' }))).toMatchObject({ reason: 'unknown-task' });
  });
  it('makes a list for what writes, and asks for what reads', () => {
    expect(value(resolve(add, { title: 'x', list: 'shopping' }))).toMatchObject({
      list: { kind: 'new', name: 'shopping' },
    });
    expect(value(resolve(add, { title: 'x', list: 'garden' }))).toMatchObject({ list: { kind: 'existing', id: 'g' } });
    expect(value(resolve(list, { list: 'shopping' }))).toMatchObject({ reason: 'unknown-list' });
  });
});

describe('filters', () => {
  it('become a query, and know when they are about everything', () => {
    expect(value(resolve(remove, { filter: { due: 'today', except: ['dentist'] } }))).toEqual({
      filter: { taskIds: ['mum', 'ana'], everything: false },
    });
    expect(asked).toEqual({ due: { from: '2026-11-21', to: '2026-11-22' }, except: ['dentist'] });
    expect(value(resolve(remove, { filter: { status: 'open' } }))).toMatchObject({ filter: { everything: true } });
  });
  it('that match nothing ask', () => {
    expect(value(resolve(remove, { filter: { list: 'garden' } }))).toMatchObject({ reason: 'empty-filter' });
  });
});
