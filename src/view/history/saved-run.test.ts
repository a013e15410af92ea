import { expect, it } from 'vitest';
import { stepsBackTo, summarise } from './saved-run.ts';

it('folds a run into its line', () => {
  const line = summarise({
    runId: 'a',
    at: '2026-11-24T14:05',
    text: 'Did something',
    undoable: true,
    undone: true,
    events: [
      { type: 'submitted', runId: 'a', at: '2026-11-24T14:05', text: 'Did something', origin: 'hand', engine: '' },
      { type: 'finished', final: 'Done so.', timings: { engineMs: 0, guardMs: 0, totalMs: 1 } },
    ],
  });
  expect(line).toEqual({
    runId: 'a',
    at: '2026-11-24T14:05',
    text: 'Did something',
    final: 'Done so.',
    origin: 'hand',
    undone: true,
    undoable: true,
  });
});

it('counts what lies between now and a run', () => {
  const run = (runId: string, undoable: boolean, undone: boolean) => ({ runId, undoable, undone });
  const runs = [run('read', false, false), run('c', true, false), run('b', true, true), run('a', true, false)];
  expect(['c', 'a', 'b', 'read', 'none'].map((id) => stepsBackTo(runs, id))).toEqual([1, 2, 0, 0, 0]);
});
