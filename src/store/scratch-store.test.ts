import { expect, it } from 'vitest';
import type { Operation } from '../core/operation.ts';
import { invertOperations } from '../core/operation.ts';
import { sampleTask } from '../core/testing/sample-task.ts';
import { ScratchStore } from './scratch-store.ts';

const record = (runId: string) => ({
  runId,
  at: '2026-11-21T10:00',
  text: runId,
  origin: 'typed' as const,
  events: [],
});
const adds = (id: string): Operation[] => [{ kind: 'create', entity: 'task', value: sampleTask(id) }];
const historyOf = async (store: ScratchStore) => {
  const read = await store.readHistory();
  return read.value.map(({ runId, undone }) => `${runId}${undone ? ' undone' : ''}`);
};
const tasksOf = async (store: ScratchStore) => [...(await store.readState()).value.tasks.keys()];

it('keeps what runs write, takes them back and brings them back', async () => {
  const store = new ScratchStore();
  await store.commitRun({ operations: adds('a'), undoable: adds('a'), marks: [], record: record('1') });
  await store.commitRun({ operations: adds('b'), undoable: adds('b'), marks: [], record: record('2') });
  expect(await tasksOf(store)).toEqual(['a', 'b']);
  const back = invertOperations(adds('b'));
  await store.commitRun({ operations: back, undoable: [], marks: [{ runId: '2', undone: true }], record: record('3') });
  expect(await tasksOf(store)).toEqual(['a']);
  expect(await historyOf(store)).toEqual(['1', '2 undone']);
  await store.commitRun({ operations: adds('c'), undoable: adds('c'), marks: [], record: record('4') });
  expect(await historyOf(store)).toEqual(['1', '4']);
});

it('refuses what does not fit, and keeps nothing of it', async () => {
  const store = new ScratchStore();
  const back = invertOperations(adds('b'));
  const refused = await store.commitRun({ operations: back, undoable: back, marks: [], record: record('1') });
  expect(refused).toMatchObject({ ok: false, code: 'conflict' });
  expect(await historyOf(store)).toEqual([]);
});
