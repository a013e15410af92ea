import { describe, expect, it } from 'vitest';
import { applyOperations } from '../core/operation.ts';
import type { HistoryEntry } from '../core/plan.ts';
import { redo } from './redo.ts';
import { sampleTask } from '../core/testing/sample-task.ts';
import { planOf, sampleWorld } from './sample-world.ts';
import { changeTask } from './task-operations.ts';
import { undo } from './undo.ts';

const original = sampleTask('a', { title: 'one' });
const renamed = { ...original, title: 'two' };
const run = (runId: string, undone: boolean, operations = changeTask(original, { title: 'two' })): HistoryEntry => ({
  runId,
  text: `said ${runId}`,
  operations,
  undone,
});
const done = changeTask(renamed, { done: true, doneAt: '2026-11-21T09:00' });
const read = run('read', false, []);

describe('undo', () => {
  const world = sampleWorld(
    [{ ...renamed, done: true, doneAt: '2026-11-21T09:00' }],
    [],
    [run('r1', false), run('r2', false, done), read],
  );
  const undone = (steps?: number) => {
    const plan = planOf(undo, steps === undefined ? {} : { steps }, world);
    return { ...plan, task: applyOperations(world.state, plan.operations).tasks.get('a') };
  };
  it('takes the last run back that wrote something', () => {
    const { task, marks, result } = undone();
    expect(task).toEqual({ ...renamed, position: 1 });
    expect(marks).toEqual([{ runId: 'r2', undone: true }]);
    expect(result).toEqual({ kind: 'undone', runs: 1, texts: ['said r2'] });
  });
  it('takes back as many as there are, newest first, and says how many', () => {
    const { task, result } = undone(20);
    expect(task).toEqual({ ...original, position: 1 });
    expect(result).toEqual({ kind: 'undone', runs: 2, texts: ['said r2', 'said r1'] });
  });
  it('says that there is nothing to undo', () => {
    for (const history of [[], [read], [run('r1', true)]]) {
      expect(undo.run({}, sampleWorld([original], [], history))).toMatchObject({ code: 'nothing_to_undo' });
    }
  });
  it('does not undo what no longer fits', () => {
    expect(undo.run({}, sampleWorld([], [], [run('r1', false)]))).toMatchObject({ code: 'invalid_change' });
  });
});

describe('redo', () => {
  it('brings the run back that was taken back last', () => {
    const world = sampleWorld([original], [], [run('r1', true), run('r2', true, done)]);
    const { operations, marks, result } = planOf(redo, {}, world);
    expect(applyOperations(world.state, operations).tasks.get('a')?.title).toBe('two');
    expect(marks).toEqual([{ runId: 'r1', undone: false }]);
    expect(result).toEqual({ kind: 'redone', text: 'said r1' });
  });
  it('finds nothing after something newer', () => {
    for (const history of [[], [run('r1', false)], [run('r1', true), run('r2', false)]]) {
      expect(redo.run({}, sampleWorld([original], [], history))).toMatchObject({ code: 'nothing_to_redo' });
    }
  });
});
