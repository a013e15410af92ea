import { describe, expect, it } from 'vitest';
import { applyOperations, invertOperations } from '../../core/operation.ts';
import type { ResolvedCall } from '../../core/resolved-call.ts';
import { inboxId, type Task } from '../../core/task.ts';
import type { ToolContext } from '../define-tool.ts';
import { registry } from '../registry.ts';
import { sampleList, sampleTask } from '../../core/testing/sample-task.ts';
import { planOf, sampleWorld } from '../sample-world.ts';
import { findHandTool } from './hand-tools.ts';

const some = (...taskIds: string[]) => ({ taskIds, everything: false });

function plan(tool: string, args: ResolvedCall['args'], world: ToolContext) {
  const found = findHandTool(tool);
  if (found === undefined) throw new Error(tool);
  return planOf(found, args, world);
}

/** The state after the tool; every one of them is taken back whole by its inverse. */
function after(tool: string, args: ResolvedCall['args'], world: ToolContext): (id: string) => Task | undefined {
  const { operations } = plan(tool, args, world);
  const state = applyOperations(world.state, operations);
  expect(applyOperations(state, invertOperations(operations))).toEqual(world.state);
  return (id) => state.tasks.get(id);
}

function refusal(tool: string, args: ResolvedCall['args'], world: ToolContext): string {
  const outcome = findHandTool(tool)?.run(args, world);
  if (outcome === undefined || outcome.ok) throw new Error(`${tool} was not refused`);
  return outcome.message;
}

it('keeps the tools of the hand from the contract', () => {
  expect(findHandTool('edit_tasks')).toBeDefined();
  expect(registry.map(({ name }) => name)).not.toContain('edit_tasks');
});

describe('edit_tasks', () => {
  const world = sampleWorld(
    [sampleTask('a', { tags: ['x'] }), sampleTask('b', { parentId: 'a' }), sampleTask('c')],
    [sampleList('l', 'Home')],
  );
  it('sets and clears a hidden-until day without leaving a trace', () => {
    const set = after('edit_tasks', { tasks: some('a'), start: '2026-12-01' }, world)('a');
    expect(set?.start).toBe('2026-12-01');
    const hidden = sampleWorld([{ ...sampleTask('a'), start: '2026-12-01' }]);
    expect(after('edit_tasks', { tasks: some('a'), start: null }, hidden)('a')).not.toHaveProperty('start');
  });
  it('replaces tags or adds to them', () => {
    expect(after('edit_tasks', { tasks: some('a'), tags: ['y'] }, world)('a')?.tags).toEqual(['y']);
    expect(after('edit_tasks', { tasks: some('a', 'c'), addTags: ['y'] }, world)('a')?.tags).toEqual(['x', 'y']);
  });
  it('moves a task with its subtasks', () => {
    const task = after('edit_tasks', { tasks: some('a'), list: { kind: 'existing', id: 'l' } }, world);
    expect([task('a')?.listId, task('b')?.listId, task('b')?.parentId]).toEqual(['l', 'l', 'a']);
  });
  it('refuses a circle of subtasks', () => {
    expect(refusal('edit_tasks', { tasks: some('a'), parent: 'b' }, world)).toContain('part of itself');
    expect(refusal('edit_tasks', { tasks: some('a'), parent: 'a' }, world)).toContain('part of itself');
    expect(after('edit_tasks', { tasks: some('c'), parent: 'b' }, world)('c')?.parentId).toBe('b');
  });
  it('refuses a rule that cannot be read and a title that is too long', () => {
    expect(refusal('edit_tasks', { tasks: some('a'), repeat: 'FREQ=NEVER' }, world)).toContain('cannot be read');
    expect(refusal('edit_tasks', { tasks: some('a'), title: 'x'.repeat(50_000) }, world)).toContain('2000');
  });
  it('gives a repetition a day to count from', () => {
    const task = after('edit_tasks', { tasks: some('a'), repeat: 'FREQ=WEEKLY;BYDAY=MO' }, world)('a');
    expect(task).toMatchObject({ repeat: 'FREQ=WEEKLY;BYDAY=MO', due: '2026-11-23' });
  });
  it('knows the year 9999', () => {
    expect(after('edit_tasks', { tasks: some('a'), due: '9999-12-31' }, world)('a')?.due).toBe('9999-12-31');
  });
});

describe('add_tasks', () => {
  it('adds 5,000 lines in one go, a new list once', () => {
    const drafts = Array.from({ length: 5000 }, (_, index) => ({
      title: `line ${index}`,
      list: { kind: 'new' as const, name: index % 2 === 0 ? 'Pasted' : 'pasted' },
    }));
    const { operations, touched } = plan('add_tasks', { tasks: { drafts } }, sampleWorld());
    expect(touched).toBeUndefined();
    expect(operations.filter(({ entity }) => entity === 'list')).toHaveLength(1);
    expect(applyOperations(sampleWorld().state, operations).tasks.size).toBe(5000);
  });
  it('says which line is wrong', () => {
    const drafts = [{ title: 'fine' }, { title: 'x'.repeat(50_000) }];
    expect(refusal('add_tasks', { tasks: { drafts } }, sampleWorld())).toContain('Line 2');
  });
});

describe('repeating tasks', () => {
  const fields = { due: '2026-11-19T18:00', repeat: 'FREQ=DAILY;INTERVAL=3' };
  it('count from the due, or from the day they are done', () => {
    const world = sampleWorld([sampleTask('a', fields), sampleTask('b', { ...fields, repeatFrom: 'done' })]);
    const task = after('complete_tasks', { tasks: some('a', 'b') }, world);
    expect([task('a')?.due, task('b')?.due]).toEqual(['2026-11-22T18:00', '2026-11-24T18:00']);
  });
  it('skip one occurrence and stay open', () => {
    const task = after('skip_occurrence', { task: 'a' }, sampleWorld([sampleTask('a', fields)]))('a');
    expect(task).toMatchObject({ due: '2026-11-22T18:00', done: false });
    expect(refusal('skip_occurrence', { task: 'b' }, sampleWorld([sampleTask('b')]))).toContain('does not repeat');
  });
  it('without an end are no trouble', () => {
    const world = sampleWorld([sampleTask('a', { due: '1999-01-01', repeat: 'FREQ=DAILY' })]);
    expect(after('skip_occurrence', { task: 'a' }, world)('a')?.due).toBe('2026-11-21');
  });
});

it('duplicates a task with its subtasks, all open', () => {
  const world = sampleWorld([sampleTask('a', { done: true, doneAt: 'x' }), sampleTask('b', { parentId: 'a' })]);
  const task = after('duplicate_task', { task: 'a' }, world);
  expect(task('new-1')).toMatchObject({ title: 'a', done: false });
  expect(task('new-2')).toMatchObject({ title: 'b', parentId: 'new-1' });
});

it('restores from the trash, to the Inbox where the list is gone', () => {
  const gone = { deletedAt: '2026-11-20T10:00' };
  const world = sampleWorld([sampleTask('a', { ...gone, listId: 'x' }), sampleTask('b', { ...gone, parentId: 'a' })]);
  const task = after('restore_tasks', { tasks: some('a', 'b') }, world);
  expect(task('a')).toMatchObject({ deletedAt: null, listId: inboxId });
  expect(task('b')).toMatchObject({ deletedAt: null, parentId: 'a' });
  expect(after('restore_tasks', { tasks: some('b') }, world)('b')?.parentId).toBeNull();
});

it('arranges by halves, and anew where there is no room left', () => {
  const world = sampleWorld([sampleTask('a'), sampleTask('b'), sampleTask('c')]);
  expect(after('arrange_tasks', { tasks: some('c'), before: 'b' }, world)('c')?.position).toBe(1.5);
  expect(after('arrange_tasks', { tasks: some('c'), before: 'a' }, world)('c')?.position).toBeLessThan(1);
  expect(after('arrange_tasks', { tasks: some('a') }, world)('a')?.position).toBeGreaterThan(3);
  const tight = {
    ...world,
    state: {
      ...world.state,
      tasks: new Map([...world.state.tasks].map(([id, task]) => [id, { ...task, position: id === 'c' ? 9 : 1 }])),
    },
  };
  const task = after('arrange_tasks', { tasks: some('c'), before: 'b' }, tight);
  expect(['a', 'b', 'c'].map((id) => task(id)?.position)).toEqual([1, 3, 2]);
});

it('completes and removes several with their subtasks', () => {
  const world = sampleWorld([sampleTask('a'), sampleTask('b', { parentId: 'a' }), sampleTask('c')]);
  expect(after('complete_tasks', { tasks: some('a', 'b', 'c') }, world)('b')?.done).toBe(true);
  expect(after('remove_tasks', { tasks: some('a') }, world)('b')?.deletedAt).not.toBeNull();
});
