import { describe, expect, it } from 'vitest';
import { applyOperations } from '../core/operation.ts';
import type { Task } from '../core/task.ts';
import { addSubtask } from './add-subtask.ts';
import { addTask } from './add-task.ts';
import { clearCompleted } from './clear-completed.ts';
import { completeTask } from './complete-task.ts';
import type { Tool, ToolContext } from './define-tool.ts';
import { deleteTask } from './delete-task.ts';
import { deleteTasks } from './delete-tasks.ts';
import { moveTask } from './move-task.ts';
import { postponeTasks } from './postpone-tasks.ts';
import { reopenTask } from './reopen-task.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { planOf, sampleWorld } from './sample-world.ts';
import { setReminder } from './set-reminder.ts';
import { updateTask } from './update-task.ts';

type Args = Parameters<Tool['run']>[0];

/** What the tool leaves behind, and what it says it did. */
function after(tool: Tool, args: Args, world: ToolContext) {
  const { operations, result } = planOf(tool, args, world);
  const state = applyOperations(world.state, operations);
  return {
    state,
    result,
    tasks: [...state.tasks.values()],
    task: (id: string): Task | undefined => state.tasks.get(id),
  };
}

const refused = (sentence: RegExp) => ({
  ok: false,
  code: 'invalid_change',
  message: expect.stringMatching(sentence) as string,
});

describe('add_task', () => {
  it('adds to the end of the Inbox', () => {
    const { tasks, result } = after(
      addTask,
      { title: '  Buy milk ', due: '2026-11-22' },
      sampleWorld([sampleTask('a')]),
    );
    expect(tasks[1]).toMatchObject({ title: 'Buy milk', due: '2026-11-22', listId: 'inbox', position: 2, done: false });
    expect(result).toMatchObject({ kind: 'added', title: 'Buy milk', list: null, parentTitle: null });
  });
  it('makes the list that nobody has yet, and says so', () => {
    const { state, tasks, result } = after(
      addTask,
      { title: 'Eggs', list: { kind: 'new', name: ' Big  shop' } },
      sampleWorld(),
    );
    expect([...state.lists.values()]).toMatchObject([{ id: 'new-1', name: 'Big shop' }]);
    expect(tasks[0]?.listId).toBe('new-1');
    expect(result).toMatchObject({ list: { id: 'new-1', name: 'Big shop', created: true } });
  });
  it('takes the list of that name where there is one', () => {
    const world = sampleWorld([], [sampleList('g', 'Garden')]);
    const { state, result } = after(addTask, { title: 'Rake', list: { kind: 'new', name: 'garden' } }, world);
    expect(state.lists.size).toBe(1);
    expect(result).toMatchObject({ list: { id: 'g', created: false } });
  });
  it('starts a repetition on its first day unless a due was said', () => {
    const repeat = { rule: 'FREQ=WEEKLY', firstDue: '2026-11-27' };
    expect(after(addTask, { title: 'Bins', repeat }, sampleWorld()).tasks[0]).toMatchObject({
      due: '2026-11-27',
      repeat: 'FREQ=WEEKLY',
    });
    expect(after(addTask, { title: 'Bins', repeat, due: '2026-11-30' }, sampleWorld()).tasks[0]?.due).toBe(
      '2026-11-30',
    );
  });
  it('keeps each tag once, without its sign', () => {
    expect(
      after(addTask, { title: 'x', tags: ['#Home', 'home', ' ', 'urgent '] }, sampleWorld()).tasks[0]?.tags,
    ).toEqual(['Home', 'urgent']);
  });
  it.each([
    ['   ', /empty/],
    ['x'.repeat(2001), /at most 2000/],
  ])('refuses the title %#', (title, sentence) => {
    expect(addTask.run({ title }, sampleWorld())).toEqual(refused(sentence));
  });
  it('counts characters as people do', () => {
    expect(addTask.run({ title: '🙂'.repeat(2000) }, sampleWorld()).ok).toBe(true);
  });
});

describe('update_task', () => {
  const world = () =>
    sampleWorld(
      [
        sampleTask('a', { title: 'Dentist', due: '2026-11-20', tags: ['health'], notes: 'floor 2' }),
        sampleTask('b', { parentId: 'a' }),
      ],
      [sampleList('g', 'Garden')],
    );
  it('changes only what is given, and notes what it is now', () => {
    const { task, result } = after(updateTask, { task: 'a', due: '2026-11-27T15:00', priority: 'high' }, world());
    expect(task('a')).toMatchObject({ title: 'Dentist', due: '2026-11-27T15:00', priority: 'high', tags: ['health'] });
    expect(result).toMatchObject({
      title: 'Dentist',
      fields: [
        { field: 'due', value: '2026-11-27T15:00' },
        { field: 'priority', value: 'high' },
      ],
    });
  });
  it('clears where the value is null', () => {
    const { task, result } = after(updateTask, { task: 'a', due: null, tags: null, notes: null }, world());
    expect(task('a')).toMatchObject({ due: null, tags: [], notes: '' });
    expect(result).toMatchObject({
      fields: [
        { field: 'due', value: null },
        { field: 'tags', value: null },
        { field: 'notes', value: null },
      ],
    });
  });
  it('adds tags to those there are', () => {
    const tags = (given: readonly string[]) =>
      after(updateTask, { task: 'a', tags: given }, world()).task('a')?.tags ?? [];
    const before = world().state.tasks.get('a')?.tags ?? [];
    expect(tags(['urgent', ...before])).toEqual([...before, 'urgent']);
  });
  it('moves the subtasks along to another list', () => {
    const { task, result } = after(updateTask, { task: 'a', list: { kind: 'new', name: 'Health' } }, world());
    expect([task('a')?.listId, task('b')?.listId]).toEqual(['new-1', 'new-1']);
    expect(result).toMatchObject({ fields: [{ field: 'list', value: 'Health', created: true }] });
  });
  it('gives a repetition a day to count from', () => {
    const bare = sampleWorld([sampleTask('a')]);
    const repeat = { rule: 'FREQ=DAILY', firstDue: '2026-11-21' };
    expect(after(updateTask, { task: 'a', repeat }, bare).task('a')?.due).toBe('2026-11-21');
  });
  it('refuses to change nothing', () => {
    expect(updateTask.run({ task: 'a', title: 'Dentist', due: '2026-11-20' }, world())).toEqual(
      refused(/Nothing to change/),
    );
    expect(updateTask.run({ task: 'a' }, world())).toEqual(refused(/Nothing to change/));
    expect(updateTask.run({ task: 'gone', title: 'x' }, world())).toEqual(refused(/no longer there/));
    expect(updateTask.run({ task: 'a', title: ' ' }, world())).toEqual(refused(/empty/));
  });
});

describe('complete_task', () => {
  it('closes a task and its open subtasks', () => {
    const world = sampleWorld([
      sampleTask('a'),
      sampleTask('b', { parentId: 'a' }),
      sampleTask('c', { parentId: 'b' }),
    ]);
    const { tasks, result } = after(completeTask, { task: 'a' }, world);
    expect(tasks.map((task) => [task.done, task.doneAt])).toEqual(Array(3).fill([true, '2026-11-21T10:00']));
    expect(result).toMatchObject({ kind: 'completed', nextDue: null });
  });
  it('moves a repeating task on, with its reminder, and opens its subtasks again', () => {
    const world = sampleWorld([
      sampleTask('a', { due: '2026-11-20T18:00', repeat: 'FREQ=WEEKLY', reminder: '2026-11-20T17:30' }),
      sampleTask('b', { parentId: 'a', done: true, doneAt: '2026-11-20T10:00' }),
    ]);
    const { task, result } = after(completeTask, { task: 'a' }, world);
    expect(task('a')).toMatchObject({ done: false, due: '2026-11-27T18:00', reminder: '2026-11-27T17:30' });
    expect(task('b')).toMatchObject({ done: false, doneAt: null });
    expect(result).toMatchObject({ nextDue: '2026-11-27T18:00' });
  });
  it('closes a repeating task whose rule has run out', () => {
    const world = sampleWorld([sampleTask('a', { due: '2026-11-20', repeat: 'FREQ=WEEKLY;COUNT=1' })]);
    expect(after(completeTask, { task: 'a' }, world).task('a')?.done).toBe(true);
  });
  it('says that it is done already', () => {
    expect(completeTask.run({ task: 'a' }, sampleWorld([sampleTask('a', { done: true })]))).toEqual(
      refused(/done already/),
    );
  });
});

it('reopen_task opens the parents as well, and says where it is open', () => {
  const done = { done: true, doneAt: '2026-11-20T10:00' };
  const world = sampleWorld([sampleTask('a', done), sampleTask('b', { ...done, parentId: 'a' })]);
  expect(after(reopenTask, { task: 'b' }, world).tasks.map((task) => task.done)).toEqual([false, false]);
  expect(reopenTask.run({ task: 'a' }, sampleWorld([sampleTask('a')]))).toEqual(refused(/still open/));
});

describe('delete_task, delete_tasks and clear_completed', () => {
  const world = () =>
    sampleWorld([
      sampleTask('a', { done: true }),
      sampleTask('b', { parentId: 'a' }),
      sampleTask('c', { done: true }),
      sampleTask('d', { deletedAt: '2026-11-01T08:00' }),
    ]);
  const trashed = (tasks: Task[]) =>
    tasks.filter((task) => task.deletedAt === '2026-11-21T10:00').map((task) => task.id);
  it('puts a task in the trash with its subtasks', () => {
    const { tasks, result } = after(deleteTask, { task: 'a' }, world());
    expect(trashed(tasks)).toEqual(['a', 'b']);
    expect(result).toMatchObject({ kind: 'deleted', taskIds: ['a'], cleared: false });
    expect(deleteTask.run({ task: 'd' }, world())).toEqual(refused(/no longer there/));
  });
  it('deletes what a filter matched, each once', () => {
    const plan = planOf(deleteTasks, { filter: { taskIds: ['a', 'b', 'a', 'd'], everything: true } }, world());
    expect(plan).toMatchObject({ everything: true, result: { taskIds: ['a', 'b'] } });
    expect(plan.operations).toHaveLength(2);
    expect(deleteTasks.run({ filter: { taskIds: [], everything: false } }, world())).toEqual(refused(/No task/));
  });
  it('clears done tasks, but none under which something is open', () => {
    const { tasks, result } = after(clearCompleted, {}, world());
    expect(trashed(tasks)).toEqual(['c']);
    expect(result).toMatchObject({ cleared: true, titles: ['c'] });
    expect(clearCompleted.run({}, sampleWorld())).toEqual(refused(/no done tasks/));
  });
});

it('add_subtask adds to the parent’s list, and not to a done task', () => {
  const world = sampleWorld(
    [sampleTask('a', { title: 'Trip', listId: 'g' }), sampleTask('b', { done: true })],
    [sampleList('g', 'Go')],
  );
  const { task, result } = after(addSubtask, { task: 'a', title: 'Pack' }, world);
  expect(task('new-1')).toMatchObject({ parentId: 'a', listId: 'g' });
  expect(result).toMatchObject({ kind: 'added', parentTitle: 'Trip', list: null });
  expect(addSubtask.run({ task: 'b', title: 'x' }, world)).toEqual(refused(/Reopen/));
});

it('move_task moves, and says where it is there already', () => {
  const world = sampleWorld([sampleTask('a'), sampleTask('b', { parentId: 'a' })], [sampleList('g', 'Garden')]);
  const garden = { kind: 'existing', id: 'g' } as const;
  const { task, result } = after(moveTask, { task: 'b', list: garden }, world);
  expect(task('b')).toMatchObject({ listId: 'g', parentId: null, position: 3 });
  expect(result).toMatchObject({ kind: 'changed', fields: [{ field: 'list', value: 'Garden' }] });
  expect(moveTask.run({ task: 'a', list: { kind: 'new', name: 'none' } }, world)).toEqual(refused(/in Inbox already/));
  expect(moveTask.run({ task: 'a', list: { kind: 'existing', id: 'gone' } }, world)).toEqual(
    refused(/no longer there/),
  );
});

describe('set_reminder', () => {
  const world = () => sampleWorld([sampleTask('a', { reminder: '2026-12-01T12:00' }), sampleTask('b', { done: true })]);
  it.each([
    ['2026-11-23T15:00', '2026-11-23T15:00'],
    ['2026-11-23', '2026-11-23T09:00'],
    ['2026-11-21', '2026-11-21T11:00'],
    [null, null],
  ])('at %s rings at %s', (at, rings) => {
    const { task, result } = after(setReminder, { task: 'a', at }, world());
    expect(task('a')?.reminder).toBe(rings);
    expect(result).toMatchObject({ kind: 'reminder-set', at: rings });
  });
  it('refuses what makes no sense', () => {
    expect(setReminder.run({ task: 'a', at: '2026-11-21T09:59' }, world())).toEqual(refused(/passed/));
    expect(setReminder.run({ task: 'a', at: '2026-12-01T12:00' }, world())).toEqual(refused(/already/));
    expect(setReminder.run({ task: 'b', at: '2026-12-01' }, world())).toEqual(refused(/done already/));
  });
});

it('postpone_tasks moves the open ones that are not due then already', () => {
  const due = '2026-11-25';
  const world = sampleWorld([sampleTask('a'), sampleTask('b', { due }), sampleTask('c', { done: true })]);
  const filter = { taskIds: ['a', 'b', 'c'], everything: false };
  const { task, result } = after(postponeTasks, { filter, due }, world);
  expect([task('a')?.due, task('c')?.due]).toEqual([due, null]);
  expect(result).toMatchObject({ kind: 'postponed', taskIds: ['a'], due });
  expect(postponeTasks.run({ filter: { taskIds: ['b'], everything: false }, due }, world)).toEqual(refused(/already/));
  expect(postponeTasks.run({ filter: { taskIds: ['c'], everything: false }, due }, world)).toEqual(
    refused(/No open task/),
  );
});
