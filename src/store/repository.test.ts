import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../core/operation.ts';
import type { Task, TaskList } from '../core/task.ts';
import type { StoreChange } from './change-channel.ts';
import type { RunCommit } from './commit-run.ts';
import { openStore, type Store } from './repository.ts';
import type { RunRecord } from './run-log.ts';
import { sampleTask } from '../core/testing/sample-task.ts';

const opened: Store[] = [];
let databases = 0;

async function open(name: string): Promise<Store> {
  const outcome = await openStore(name);
  if (!outcome.ok) throw new Error(outcome.message);
  opened.push(outcome.value);
  return outcome.value;
}
const freshName = () => `test-${(databases += 1)}`;
const freshStore = () => open(freshName());

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.restoreAllMocks();
});

const now = '2026-11-21T10:00';
const task = (id: string, given: Partial<Task> = {}): Task => sampleTask(id, { createdAt: now, ...given });
const list = (id: string, name: string): TaskList => ({ id, name, deletedAt: null, createdAt: now, position: 1 });
const createTask = (id: string, given: Partial<Task> = {}): Operation => ({
  kind: 'create',
  entity: 'task',
  value: task(id, given),
});
const createList = (id: string, name: string): Operation => ({ kind: 'create', entity: 'list', value: list(id, name) });
const retitle = (id: string, before: string, after: string): Operation => ({
  kind: 'set',
  entity: 'task',
  id,
  field: 'title',
  before,
  after,
});
const trash = (entity: 'task' | 'list', id: string): Operation =>
  ({ kind: 'set', entity, id, field: 'deletedAt', before: null, after: now }) as Operation;

const record = (runId: string): RunRecord => ({ runId, at: now, text: `said ${runId}`, origin: 'typed', events: [] });
function run(runId: string, operations: readonly Operation[], more: Partial<RunCommit> = {}): RunCommit {
  return { operations, undoable: operations, marks: [], record: record(runId), ...more };
}
const takeBack = (runId: string, marked: string, operations: readonly Operation[], undone = true): RunCommit =>
  run(runId, operations, { undoable: [], marks: [{ runId: marked, undone }] });

async function titles(store: Store): Promise<string[]> {
  const state = await store.readState();
  return state.ok ? [...state.value.tasks.values()].map(({ title }) => title) : [];
}
async function history(store: Store): Promise<[string, boolean][]> {
  const entries = await store.readHistory();
  return entries.ok ? entries.value.map(({ runId, undone }) => [runId, undone]) : [];
}

describe('a run', () => {
  it('is there after a restart, with its trace', async () => {
    const name = freshName();
    const first = await open(name);
    expect(
      await first.commitRun(
        run('r1', [createList('g', 'Garden'), createTask('a', { listId: 'g' }), retitle('a', 'a', 'Rake')]),
      ),
    ).toEqual({ ok: true, value: null });
    await first.saveEvents({ ...record('r1'), events: [{ type: 'confirmed' }] });
    await first.saveEvents(record('talk'));
    first.close();
    const second = await open(name);
    expect(await titles(second)).toEqual(['Rake']);
    expect(await second.readRuns()).toMatchObject({
      value: [
        { runId: 'talk', undoable: false, undone: false },
        { runId: 'r1', undoable: true, undone: false, events: [{ type: 'confirmed' }] },
      ],
    });
    expect(await second.readRuns(1)).toMatchObject({ value: [{ runId: 'talk' }] });
  });

  it('keeps together what it wrote in several rounds', async () => {
    const store = await freshStore();
    await store.commitRun(run('r1', [createTask('a')]));
    await store.commitRun(run('r1', [createTask('b')]));
    expect(await store.readHistory()).toMatchObject({
      value: [{ runId: 'r1', operations: [{ value: { id: 'a' } }, { value: { id: 'b' } }] }],
    });
  });

  it.each<[string, Operation]>([
    ['a change of what is not there', retitle('gone', 'a', 'b')],
    ['a value that cannot be stored', createTask('z', { title: (() => 'z') as unknown as string })],
  ])('writes nothing at all where its last operation is %s', async (_what, last) => {
    const store = await freshStore();
    await store.commitRun(run('r1', [createTask('a')]));
    const heard = vi.fn();
    store.subscribe(heard);
    const failed = await store.commitRun(run('r2', [createTask('b'), retitle('a', 'a', 'x'), last]));
    expect(failed.ok).toBe(false);
    expect(await titles(store)).toEqual(['a']);
    expect(await history(store)).toEqual([['r1', false]]);
    expect(heard).not.toHaveBeenCalled();
  });

  it('writes nothing where the browser fails in the middle', async () => {
    const store = await freshStore();
    await store.commitRun(run('r1', [createTask('a')]));
    // Reads through its prototype, so that only the one call fails; `this` is given to it there.
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as IDBObjectStore['put'];
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (this.name === 'runs') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    expect(await store.commitRun(run('r2', [createTask('b')]))).toMatchObject({ ok: false, code: 'store_full' });
    vi.restoreAllMocks();
    expect(await titles(store)).toEqual(['a']);
  });
});

describe('two tabs', () => {
  async function twoTabs(...operations: Operation[]): Promise<[Store, Store]> {
    const name = freshName();
    const stores: [Store, Store] = [await open(name), await open(name)];
    await stores[0].commitRun(run('start', operations));
    return stores;
  }
  const conflict = { ok: false, code: 'conflict' };

  it('see each other’s changes and are told of them', async () => {
    const [one, two] = await twoTabs(createTask('a'));
    const heardByOne: [StoreChange, string][] = [];
    one.subscribe((change, from) => heardByOne.push([change, from]));
    const heardByTwo = new Promise<[StoreChange, string]>((resolve) =>
      two.subscribe((change, from) => {
        if (change.kind === 'changed' && change.runId === 'r1') resolve([change, from]);
      }),
    );
    await one.commitRun(run('r1', [retitle('a', 'a', 'b')]));
    const change = { kind: 'changed', runId: 'r1', taskIds: ['a'], listIds: [] };
    expect(heardByOne).toEqual([[change, 'this-tab']]);
    expect(await heardByTwo).toEqual([change, 'another-tab']);
    expect(await titles(two)).toEqual(['b']);
  });

  it('may change different fields of one task', async () => {
    const [one, two] = await twoTabs(createTask('a'));
    await one.commitRun(run('r1', [retitle('a', 'a', 'b')]));
    const due: Operation = { kind: 'set', entity: 'task', id: 'a', field: 'due', before: null, after: '2026-11-22' };
    expect(await two.commitRun(run('r2', [due]))).toMatchObject({ ok: true });
  });

  it('cannot both change the same field: the second is told, and nothing of its run is written', async () => {
    const [one, two] = await twoTabs(createTask('a'), createTask('b'));
    await one.commitRun(run('r1', [retitle('a', 'a', 'one')]));
    expect(await two.commitRun(run('r2', [retitle('b', 'b', 'two'), retitle('a', 'a', 'two')]))).toMatchObject(
      conflict,
    );
    expect(await titles(two)).toEqual(['one', 'b']);
  });

  it('at the very same moment, one of them wins', async () => {
    const [one, two] = await twoTabs(createTask('a'));
    const outcomes = await Promise.all([
      one.commitRun(run('r1', [retitle('a', 'a', 'one')])),
      two.commitRun(run('r2', [retitle('a', 'a', 'two')])),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('cannot take the same run back twice', async () => {
    const [one, two] = await twoTabs(createTask('a', { title: 'x' }));
    await one.commitRun(run('r1', []));
    const erase: Operation = { kind: 'erase', entity: 'task', value: task('a', { title: 'x' }) };
    expect(await one.commitRun(takeBack('u1', 'start', [erase]))).toMatchObject({ ok: true });
    expect(await two.commitRun(takeBack('u2', 'start', [erase]))).toMatchObject(conflict);
  });

  it.each<[string, Operation, Operation]>([
    ['a list goes that a task comes into', trash('list', 'g'), createTask('n', { listId: 'g' })],
    ['a task comes into a list that goes', createTask('n', { listId: 'g' }), trash('list', 'g')],
    ['a task goes that gets a subtask', trash('task', 'a'), createTask('n', { parentId: 'a' })],
    ['a task gets a subtask that goes', createTask('n', { parentId: 'a' }), trash('task', 'a')],
    ['both make a list of one name', createList('h', 'Home'), createList('i', 'home')],
  ])('conflict where %s', async (_what, first, second) => {
    const [one, two] = await twoTabs(createTask('a'), createList('g', 'Garden'));
    expect(await one.commitRun(run('r1', [first]))).toMatchObject({ ok: true });
    expect(await two.commitRun(run('r2', [second]))).toMatchObject(conflict);
  });
});

describe('the history', () => {
  const toB = retitle('a', 'a', 'b');
  const toA = retitle('a', 'b', 'a');
  it('has neither runs that only talked nor what undo did itself', async () => {
    const store = await freshStore();
    await store.commitRun(run('r1', [createTask('a')]));
    await store.saveEvents(record('talk'));
    await store.commitRun(run('r2', [toB]));
    await store.commitRun(takeBack('undo', 'r2', [toA]));
    expect(await history(store)).toEqual([
      ['r1', false],
      ['r2', true],
    ]);
    await store.commitRun(takeBack('redo', 'r2', [toB], false));
    expect(await history(store)).toEqual([
      ['r1', false],
      ['r2', false],
    ]);
    expect(await store.readHistory(1)).toMatchObject({ value: [{ runId: 'r2' }] });
  });
  it('drops what was taken back once something new is written', async () => {
    const store = await freshStore();
    await store.commitRun(run('r1', [createTask('a')]));
    await store.commitRun(run('r2', [toB]));
    await store.commitRun(takeBack('undo', 'r2', [toA]));
    await store.commitRun(run('r3', [createTask('c')]));
    expect(await history(store)).toEqual([
      ['r1', false],
      ['r3', false],
    ]);
    expect(await store.commitRun(takeBack('redo', 'r2', [toB], false))).toMatchObject({ code: 'conflict' });
  });
});

it('keeps settings', async () => {
  const store = await freshStore();
  expect(await store.readSetting('care')).toEqual({ ok: true, value: undefined });
  await store.writeSetting('care', { level: 'middle' });
  expect(await store.readSetting('care')).toEqual({ ok: true, value: { level: 'middle' } });
});

it('empties the trash for good, and cannot undo past that', async () => {
  const store = await freshStore();
  await store.commitRun(run('r1', [createTask('a'), createTask('b'), createList('g', 'Garden')]));
  await store.commitRun(run('r2', [trash('task', 'a'), trash('list', 'g')]));
  expect(await store.emptyTrash()).toMatchObject({ ok: true });
  expect(await store.readState()).toMatchObject({ value: { lists: new Map(), tasks: new Map([['b', task('b')]]) } });
  expect(await history(store)).toEqual([]);
  expect(await store.readRuns()).toMatchObject({ value: [{ runId: 'r2', undoable: false }, { runId: 'r1' }] });
});

it('keeps of old runs what was said and what came of it, once', async () => {
  const store = await freshStore();
  const trace: RunRecord['events'] = [
    { type: 'submitted', runId: 'r1', at: now, text: 'r1', origin: 'typed', engine: 'errand-agent' },
    { type: 'streamed', text: '<analysis>' },
    { type: 'finished', final: 'Added.', timings: { engineMs: 1, guardMs: 1, totalMs: 2 } },
  ];
  for (const id of ['r1', 'r2', 'r3']) {
    const commit = run(id, [createTask(id)]);
    await store.commitRun({ ...commit, record: { ...commit.record, events: trace } });
  }
  const kinds = async () => {
    const runs = await store.readRuns();
    return runs.ok && runs.value.map(({ events, undoable }) => [events.map(({ type }) => type).join(), undoable]);
  };
  const [whole, small] = ['submitted,streamed,finished', 'submitted,finished'];
  await store.compactRuns(2);
  await store.compactRuns(2);
  expect(await kinds()).toEqual([
    [whole, true],
    [whole, true],
    [small, false],
  ]);
  expect(await titles(store)).toEqual(['r1', 'r2', 'r3']);
  await store.compactRuns(1);
  expect(await kinds()).toEqual([
    [whole, true],
    [small, false],
    [small, false],
  ]);
});

it('erases everything', async () => {
  const store = await freshStore();
  await store.commitRun(run('r1', [createTask('a')]));
  await store.writeSetting('care', 1);
  await store.eraseEverything();
  expect(await titles(store)).toEqual([]);
  expect(await store.readRuns()).toEqual({ ok: true, value: [] });
  expect(await store.readSetting('care')).toEqual({ ok: true, value: undefined });
});

it('says plainly that it is closed', async () => {
  const store = await freshStore();
  store.close();
  expect(await store.readState()).toMatchObject({ ok: false, code: 'store_failed' });
  expect(await store.commitRun(run('r1', [createTask('a')]))).toMatchObject({ ok: false, code: 'store_failed' });
});
