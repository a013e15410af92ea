import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../core/operation.ts';
import { priorities, type Task, type TaskList } from '../core/task.ts';
import type { WholeState } from '../store/whole-state.ts';
import { readStateFile, writeStateFile } from './state-file.ts';
import { sampleTask } from '../core/testing/sample-task.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const moment = day.map((iso) => iso.slice(0, 16));
const due = fc.oneof(
  moment,
  day.map((iso) => iso.slice(0, 10)),
);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const position = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));

const anyList = (id: string): fc.Arbitrary<TaskList> =>
  fc.record({
    id: fc.constant(id),
    name: anyText.filter(Boolean),
    deletedAt: orNull(moment),
    createdAt: moment,
    position,
  });
const anyTask = (id: string, lists: readonly string[], earlier: readonly string[]): fc.Arbitrary<Task> =>
  fc.record({
    id: fc.constant(id),
    title: anyText.filter(Boolean),
    notes: anyText,
    done: fc.boolean(),
    doneAt: orNull(moment),
    due: orNull(due),
    priority: fc.constantFrom(...priorities),
    tags: fc.array(anyText, { maxLength: 3 }),
    listId: fc.constantFrom('inbox', ...lists),
    repeat: orNull(fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO')),
    reminder: orNull(moment),
    parentId: earlier.length === 0 ? fc.constant(null) : orNull(fc.constantFrom(...earlier)),
    deletedAt: orNull(moment),
    createdAt: moment,
    position,
  });

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);

const anyState: fc.Arbitrary<WholeState> = fc.tuple(fc.nat(3), fc.nat(6), fc.nat(4)).chain(([lists, tasks, runs]) => {
  const listIds = ids('l', lists);
  const taskIds = ids('t', tasks);
  const task = (id: string, index: number) => anyTask(id, listIds, taskIds.slice(0, index));
  const retitle = fc.record({ before: anyText.filter(Boolean), after: anyText.filter(Boolean) });
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    anyTask('x', listIds, []).map((value): Operation => ({ kind: 'create', entity: 'task', value })),
    anyList('y').map((value): Operation => ({ kind: 'erase', entity: 'list', value })),
    retitle.map((change): Operation => ({ kind: 'set', entity: 'task', id: 't0', field: 'title', ...change })),
  );
  return fc.record({
    tasks: fc.tuple(...taskIds.map(task)),
    lists: fc.tuple(...listIds.map(anyList)),
    runs: fc.tuple(
      ...ids('r', runs).map((runId, index) =>
        fc.record(
          {
            seq: fc.constant(index + 1),
            runId: fc.constant(runId),
            at: moment,
            text: anyText,
            origin: fc.constantFrom('typed' as const, 'hand' as const),
            events: fc.constant([
              {
                type: 'submitted' as const,
                runId,
                at: '2026-11-21T10:00',
                text: 'a',
                origin: 'typed' as const,
                engine: 'e',
              },
              { type: 'finished' as const, final: 'Done.', timings: { engineMs: 1, guardMs: 0, totalMs: 2.5 } },
            ]),
            operations: fc.array(operation, { maxLength: 4 }),
            undone: fc.boolean(),
            undoOrder: fc.nat(),
          },
          { requiredKeys: ['seq', 'runId', 'at', 'text', 'origin', 'events', 'operations', 'undone'] },
        ),
      ),
    ),
    settings: fc.uniqueArray(
      fc.record({
        key: anyText,
        // As JSON has it: a setting of -0 is 0.
        value: fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value))),
      }),
      {
        selector: ({ key }) => key,
        maxLength: 3,
      },
    ),
  });
});

const writtenAt = '2026-11-21T10:00:00Z';

describe('the whole state as a file', () => {
  it('comes back exactly, whatever is in it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const read = readStateFile(writeStateFile(state, writtenAt));
        expect(read).toEqual({ ok: true, value: { writtenAt, state } });
      }),
      { numRuns: 200 },
    );
  });

  it('is refused whole where anything in it is not right', () => {
    const task = sampleTask('a', { createdAt: '2026-11-21T10:00' });
    const state: WholeState = { tasks: [task], lists: [], runs: [], settings: [] };
    const file = (change: object) =>
      JSON.stringify({ ...(JSON.parse(writeStateFile(state, writtenAt)) as object), ...change });
    const codeOf = (text: string) => {
      const read = readStateFile(text);
      return read.ok ? 'read' : read.code;
    };
    const run = { seq: 1, runId: 'r', at: 'x', text: '', origin: 'hand', events: [], operations: [], undone: false };
    expect(codeOf(file({}))).toBe('read');
    expect(codeOf(file({ version: 2 }))).toBe('newer_version');
    expect(codeOf(file({ format: 'other' }))).toBe('not_recognised');
    expect(codeOf(writeStateFile(state, writtenAt).slice(0, 200))).toBe('cut_off');
    for (const change of [
      { tasks: [task, task] },
      { tasks: [{ ...task, due: '2026-02-30' }] },
      { tasks: [{ ...task, listId: 'nowhere' }] },
      { tasks: [{ ...task, title: 5 }] },
      { tasks: [{ ...task, extra: true }] },
      { tasks: null },
      {
        runs: [
          { ...run, operations: [{ kind: 'set', entity: 'task', id: 'a', field: '__proto__', before: 1, after: 2 }] },
        ],
      },
      {
        runs: [
          { ...run, operations: [{ kind: 'set', entity: 'task', id: 'a', field: 'title', before: 'a', after: 2 }] },
        ],
      },
      { runs: [{ ...run, events: [{ type: 'applied', results: 5 }] }] },
      { runs: [{ ...run, events: [{ type: 'unheard-of' }] }] },
    ]) {
      expect(codeOf(file(change)), JSON.stringify(change).slice(0, 200)).toBe('cut_off');
    }
  });
});
