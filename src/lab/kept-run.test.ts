import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepRuns } from './kept-run.ts';
import type { LabJob } from './lab-session.ts';
import type { Progress } from './kept-run.ts';

const job: LabJob = {
  data: { name: 'fruit.csv', bytes: Uint8Array.of(1, 2) },
  predict: null,
  request: { goal: '', task: 'auto', target: null, time: null, horizon: null, metric: null, seed: 1, minutes: 1 },
};
const progress: Progress = {
  kind: 'tag',
  rounds: [],
  best: { plan: { groups: [], vectors: false, epochs: 1, dropout: 0, eagerness: 0 }, score: 0.5, counts: [], log: '' },
};

it('keeps the run that has not ended, until it is cleared', async () => {
  const keeper = keepRuns('kept-run-test');
  expect(await keeper.load()).toBeNull();
  await keeper.save(job, progress);
  expect(await keepRuns('kept-run-test').load()).toMatchObject({ job, progress });
  await keeper.clear();
  expect(await keeper.load()).toBeNull();
});

it('costs nothing but the going on where the browser keeps nothing', async () => {
  const { open } = indexedDB;
  indexedDB.open = () => {
    throw new DOMException('No room', 'QuotaExceededError');
  };
  const keeper = keepRuns('no-room');
  await keeper.save(job, progress);
  expect(await keeper.load()).toBeNull();
  await keeper.clear();
  indexedDB.open = open;
});
