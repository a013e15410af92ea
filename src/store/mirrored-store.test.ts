import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { Operation } from '../core/operation.ts';
import { failure } from '../core/outcome.ts';
import type { RunCommit } from './commit-run.ts';
import { MirroredStore, type Mirrored } from './mirrored-store.ts';
import { openStore, type Store } from './repository.ts';
import { sampleTask } from '../core/testing/sample-task.ts';

function commit(runId: string, operations: readonly Operation[], marks: RunCommit['marks'] = []): RunCommit {
  const record = { runId, at: '2026-11-21T10:00', text: runId, origin: 'hand' as const, events: [] };
  return { operations, undoable: marks.length > 0 ? [] : operations, marks, record };
}
const adding = (id: string): Operation => ({ kind: 'create', entity: 'task', value: sampleTask(id) });
const renaming = (id: string, before: string, after: string): Operation => ({
  ...{ kind: 'set', entity: 'task', id, field: 'title', before, after },
});

async function opened(name: string): Promise<{ store: Store; mirror: MirroredStore; seen: Mirrored[] }> {
  const store = await openStore(name);
  if (!store.ok) throw new Error(store.message);
  const seen: Mirrored[] = [];
  const onFailure = () => {
    throw new Error('failed');
  };
  const mirror = new MirroredStore(store.value, (now) => seen.push(now), onFailure);
  await mirror.open();
  return { store: store.value, mirror, seen };
}

async function same(store: Store, mirror: MirroredStore): Promise<void> {
  expect(await mirror.readState()).toEqual(await store.readState());
  expect(await mirror.readHistory()).toEqual(await store.readHistory());
}

it('stays what is stored, through runs, undo and something new after it', async () => {
  const { store, mirror, seen } = await opened('mirror');
  await mirror.commitRun(commit('r1', [adding('a')]));
  await mirror.commitRun(commit('r2', [renaming('a', 'a', 'b')]));
  await same(store, mirror);
  await mirror.commitRun(commit('u', [renaming('a', 'b', 'a')], [{ runId: 'r2', undone: true }]));
  await same(store, mirror);
  await mirror.commitRun(commit('r3', [adding('c')]));
  await same(store, mirror);
  expect(seen.at(-1)?.history.map(({ runId }) => runId)).toEqual(['r1', 'r3']);
});

it('shows a run before it is written, and takes it back where that fails', async () => {
  const { store, mirror, seen } = await opened('mirror-fails');
  const refusing = vi.spyOn(store, 'commitRun').mockResolvedValue(failure('store_full', 'full'));
  const writing = mirror.commitRun(commit('r1', [adding('a')]));
  expect(seen.at(-1)?.state.tasks.has('a')).toBe(true);
  expect(await writing).toMatchObject({ ok: false, code: 'store_full' });
  expect(refusing).toHaveBeenCalledOnce();
  await same(store, mirror);
  expect(seen.at(-1)?.state.tasks.size).toBe(0);
});

it('follows what another tab writes, and the erasing of everything', async () => {
  const { store, mirror } = await opened('mirror-tabs');
  const other = await opened('mirror-tabs');
  await other.mirror.commitRun(commit('r1', [adding('a'), adding('b')]));
  await vi.waitFor(() => same(store, mirror));
  await other.mirror.commitRun(commit('r2', [{ kind: 'erase', entity: 'task', value: sampleTask('a') }]));
  await vi.waitFor(async () => {
    expect(await mirror.readState()).toMatchObject({ value: { tasks: new Map([['b', sampleTask('b')]]) } });
  });
  await store.eraseEverything();
  await vi.waitFor(async () => {
    expect(await mirror.readState()).toMatchObject({ value: { tasks: new Map() } });
  });
});
