import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inboxId, type Task, type TaskList, type TaskState } from '../core/task.ts';
import { TaskDoc } from './task-doc.ts';
import { sampleTask } from '../core/testing/sample-task.ts';

/** `npm run test:long` sets it; the figure that the app is held to is 100 runs of 1,000 edits on each device. */
const isLong = process.env['ERRAND_LONG'] === '1';
const runs = isLong ? 100 : 12;
const edits = isLong ? 1000 : 120;

const at = '2026-11-21T10:00';
const task = (id: string, given: Partial<Task> = {}): Task => sampleTask(id, { createdAt: at, ...given });
const list = (id: string, name: string): TaskList => ({ id, name, deletedAt: null, createdAt: at, position: 1 });
const stateOf = (tasks: readonly Task[], lists: readonly TaskList[] = []): TaskState => ({
  tasks: new Map(tasks.map((one) => [one.id, one])),
  lists: new Map(lists.map((one) => [one.id, one])),
});
const plain = ({ tasks, lists }: TaskState) => ({
  tasks: [...tasks.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  lists: [...lists.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/** A device: its store, and the document beside it. */
class Device {
  state: TaskState;
  readonly doc = new TaskDoc();
  readonly asked = new Set<string>();
  constructor(
    readonly name: string,
    state: TaskState,
  ) {
    this.state = state;
    this.doc.derive(state);
  }
  edit(change: (state: { tasks: Map<string, Task>; lists: Map<string, TaskList> }) => void): void {
    const next = { tasks: new Map(this.state.tasks), lists: new Map(this.state.lists) };
    change(next);
    this.state = next;
    this.doc.derive(next);
  }
  take(update: Uint8Array): void {
    const merged = this.doc.merge(update, this.state);
    this.state = merged.state;
    for (const { taskId } of merged.deletedButEdited) this.asked.add(taskId);
    // What was mended here is an edit like any other.
    this.doc.derive(this.state);
  }
}

function meet(a: Device, b: Device): void {
  // Mending may take a second round.
  for (let round = 0; round < 3; round += 1) {
    b.take(a.doc.encode());
    a.take(b.doc.encode());
  }
}

/** One random edit, by numbers so that it can be shrunk. */
type Edit = { kind: number; which: number; value: number };
const anyEdit: fc.Arbitrary<Edit> = fc.record({ kind: fc.nat(8), which: fc.nat(30), value: fc.nat(5) });

function apply(device: Device, { kind, which, value }: Edit, index: number): void {
  device.edit(({ tasks, lists }) => {
    const ids = [...tasks.keys()].sort();
    const listIds = [...lists.keys()].sort();
    const one = tasks.get(ids[which % Math.max(1, ids.length)] ?? '');
    const put = (change: Partial<Task>) => {
      if (one !== undefined) tasks.set(one.id, { ...one, ...change });
    };
    switch (kind) {
      case 0:
        tasks.set(`${device.name}-${String(index)}`, task(`${device.name}-${String(index)}`));
        return;
      case 1:
        return put({ title: `${device.name} ${String(index)}` });
      case 2:
        return put({ due: `2026-12-0${String(value + 1)}` });
      case 3:
        return put({ done: value % 2 === 0, doneAt: value % 2 === 0 ? at : null });
      case 4:
        return put({ deletedAt: value < 4 ? at : null });
      case 5:
        lists.set(
          `${device.name}-l${String(value)}`,
          list(`${device.name}-l${String(value)}`, `List ${String(value)}`),
        );
        return;
      case 6:
        return put({ listId: listIds[which % Math.max(1, listIds.length)] ?? inboxId });
      case 7:
        return put({ parentId: ids[(which + value) % Math.max(1, ids.length)] ?? null });
      default:
        return put({ tags: [`t${String(value)}`], notes: `n${String(index)}` });
    }
  });
}

describe('two devices', () => {
  it(`end alike after ${String(edits)} random edits each, and lose no task (${String(runs)} runs)`, () => {
    fc.assert(
      fc.property(
        fc.array(anyEdit, { minLength: edits, maxLength: edits }),
        fc.array(anyEdit, { minLength: edits, maxLength: edits }),
        (left, right) => {
          const start = stateOf([task('s1'), task('s2')], [list('l', 'Shared')]);
          const a = new Device('a', start);
          const b = new Device('b', stateOf([]));
          meet(a, b);
          left.forEach((edit, index) => {
            apply(a, edit, index);
          });
          right.forEach((edit, index) => {
            apply(b, edit, index);
          });
          const all = new Set([...a.state.tasks.keys(), ...b.state.tasks.keys()]);
          meet(a, b);
          expect(plain(a.state)).toEqual(plain(b.state));
          expect(new Set(a.state.tasks.keys())).toEqual(all);
          expect(new Set([...a.state.lists.values()].map(({ name }) => name)).size).toBe(a.state.lists.size);
        },
      ),
      { numRuns: runs },
    );
  }, 3_600_000);

  it('keep both changes where they changed different fields', () => {
    const a = new Device('a', stateOf([task('x')]));
    const b = new Device('b', stateOf([]));
    meet(a, b);
    a.edit(({ tasks }) => tasks.set('x', task('x', { title: 'new title' })));
    b.edit(({ tasks }) => tasks.set('x', task('x', { due: '2026-12-01' })));
    meet(a, b);
    expect(a.state.tasks.get('x')).toMatchObject({ title: 'new title', due: '2026-12-01' });
    expect(plain(a.state)).toEqual(plain(b.state));
  });

  it('take a date away that the other had set', () => {
    const a = new Device('a', stateOf([task('x', { start: '2026-12-01' })]));
    const b = new Device('b', stateOf([]));
    meet(a, b);
    expect(b.state.tasks.get('x')?.start).toBe('2026-12-01');
    b.edit(({ tasks }) => tasks.set('x', task('x')));
    meet(a, b);
    expect(a.state.tasks.get('x')).toEqual(task('x'));
  });

  it.each(['trash', 'for good'])('ask where one edited what the other had deleted (%s)', (how) => {
    const a = new Device('a', stateOf([task('x')]));
    const b = new Device('b', stateOf([]));
    meet(a, b);
    a.edit(({ tasks }) => (how === 'trash' ? tasks.set('x', task('x', { deletedAt: at })) : tasks.delete('x')));
    b.edit(({ tasks }) => tasks.set('x', task('x', { title: 'still needed' })));
    meet(a, b);
    expect([...a.asked]).toEqual(['x']);
    // A task deleted on both, or only read elsewhere, is no question.
    expect([...b.asked]).toEqual([]);
  });

  it('mend what does not fit together, alike', () => {
    const a = new Device('a', stateOf([task('x'), task('y')], [list('g', 'Garden')]));
    const b = new Device('b', stateOf([]));
    meet(a, b);
    a.edit(({ tasks, lists }) => {
      lists.set('g', { ...list('g', 'Garden'), deletedAt: at });
      lists.set('a1', list('a1', 'Shop'));
      tasks.set('x', task('x', { parentId: 'y' }));
    });
    b.edit(({ tasks, lists }) => {
      tasks.set('z', task('z', { listId: 'g' }));
      lists.set('b1', list('b1', 'shop'));
      tasks.set('y', task('y', { parentId: 'x' }));
    });
    meet(a, b);
    expect(plain(a.state)).toEqual(plain(b.state));
    expect(a.state.tasks.get('z')?.listId).toBe(inboxId);
    expect([...a.state.lists.values()].map(({ name }) => name).sort()).toEqual(['Garden', 'Shop', 'shop (2)']);
  });
});

describe('what is no task', () => {
  it('is left aside, and nothing is lost or thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const device = new Device('a', stateOf([task('x')]));
        device.take(bytes);
        expect(plain(device.state)).toEqual(plain(stateOf([task('x')])));
      }),
      { numRuns: 300 },
    );
  });
  it('keeps this device’s value where a field is wrong', () => {
    const device = new Device('a', stateOf([task('x')]));
    const evil = new Device('b', stateOf([]));
    evil.take(device.doc.encode());
    evil.edit(({ tasks }) => tasks.set('x', { ...task('x'), due: 'soon', title: 5 } as unknown as Task));
    evil.edit(({ tasks }) => tasks.set('__proto__', { id: '__proto__' } as unknown as Task));
    device.take(evil.doc.encode());
    expect(plain(device.state)).toEqual(plain(stateOf([task('x')])));
  });
});
