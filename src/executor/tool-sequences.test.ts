import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyOperations } from '../core/operation.ts';
import type { HistoryEntry } from '../core/plan.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import { inboxId, type TaskState } from '../core/task.ts';
import { randomRuns } from '../core/testing/random-runs.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import { sampleWorld } from '../tools/sample-world.ts';
import { planCall } from './plan-call.ts';
import { ReferenceTasks, type ReferenceTask } from './testing/reference-tasks.ts';

const kinds = [
  'add',
  'add_subtask',
  'rename',
  'due',
  'complete',
  'reopen',
  'move',
  'delete',
  'delete_several',
  'postpone',
  'clear',
  'create_list',
  'delete_list',
  'undo',
  'redo',
] as const;
type Step = { kind: (typeof kinds)[number]; which: number; other: number; words: string };

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(...kinds, 'add', 'add', 'add_subtask', 'add_subtask', 'complete', 'reopen'),
    // Few targets, so that the steps meet at the same tasks.
    which: fc.nat(6),
    other: fc.nat(4),
    words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);
const dues = [null, '2026-11-22', '2026-11-23T09:30', '9999-12-31'] as const;

/** The executor's side: state and history as the store would hold them. */
class World {
  context: ToolContext = sampleWorld();
  #runs = 0;

  /** Plans and applies one call as a run of its own; false where it was refused, and then nothing has changed. */
  run(call: ResolvedCall): { ok: boolean; madeId: string | null } {
    const planned = planCall(call, this.context);
    if (!planned.ok) return { ok: false, madeId: null };
    const { operations, marks, effect, result } = planned.value;
    const entry: HistoryEntry = {
      runId: `run-${String((this.#runs += 1))}`,
      text: '',
      operations: effect === 'history' ? [] : operations,
      undone: false,
    };
    const marked = new Map(marks.map(({ runId, undone }) => [runId, undone]));
    const history = this.context.history.map((it) => ({ ...it, undone: marked.get(it.runId) ?? it.undone }));
    this.context = {
      ...this.context,
      state: applyOperations(this.context.state, operations),
      // As in the store's log: once something new is written, what was taken back before it is out of reach.
      history: entry.operations.length === 0 ? history : [...history.filter((it) => !it.undone), entry],
    };
    const madeId = result.kind === 'added' ? result.taskId : result.kind === 'list-created' ? result.listId : null;
    return { ok: true, madeId };
  }
}

function seen(state: TaskState): ReferenceTask[] {
  return [...state.tasks.values()]
    .map(({ id, title, done, due, listId, deletedAt, parentId }) => ({
      id,
      title,
      done,
      due,
      listId,
      inTrash: deletedAt !== null,
      parentId,
    }))
    .sort(byId);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Does the step with the tools, and with the reference where the tools took it. */
function take({ kind, which, other, words }: Step, world: World, reference: ReferenceTasks): void {
  const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];
  const task = pick(reference.tasks, which);
  const list = pick(reference.liveLists(), other) ?? inboxId;
  const due = pick(dues, other) ?? null;
  const target = { kind: 'existing', id: list } as const;
  const id = task?.id ?? 'nobody';
  const ids = reference.tasks.filter((_, at) => at % 3 === which % 3).map((each) => each.id);
  const filter = { taskIds: ids, everything: false };
  const before = world.context.state;
  const call = (tool: string, args: ResolvedCall['args'], same: (madeId: string) => unknown): void => {
    const { ok, madeId } = world.run({ tool, args });
    if (ok) same(madeId ?? '');
    else expect(world.context.state).toBe(before);
  };
  switch (kind) {
    case 'add':
      call('add_task', { title: words, due, list: target }, (made) => {
        reference.add(made, titleOf(world, made), due, list);
      });
      return;
    case 'add_subtask':
      call('add_subtask', { task: id, title: words }, (made) => {
        reference.add(made, titleOf(world, made), null, task?.listId ?? inboxId, id);
      });
      return;
    case 'rename':
      call('update_task', { task: id, title: words }, () => {
        reference.rename(id, titleOf(world, id));
      });
      return;
    case 'due':
      call('postpone_tasks', { filter: { taskIds: [id], everything: false }, due }, () => {
        reference.setDue([id], due);
      });
      return;
    case 'complete':
      call('complete_task', { task: id }, () => {
        reference.complete(id);
      });
      return;
    case 'reopen':
      call('reopen_task', { task: id }, () => {
        reference.reopen(id);
      });
      return;
    case 'move':
      call('move_task', { task: id, list: target }, () => {
        reference.move(id, list);
      });
      return;
    case 'delete':
      call('delete_task', { task: id }, () => {
        reference.trash([id]);
      });
      return;
    case 'delete_several': {
      const there = reference.tasks.filter((each) => ids.includes(each.id) && !each.inTrash).map((each) => each.id);
      call('delete_tasks', { filter }, () => {
        reference.trash(there);
      });
      return;
    }
    case 'postpone':
      call('postpone_tasks', { filter, due }, () => {
        reference.setDue(ids, due);
      });
      return;
    case 'clear':
      call('clear_completed', {}, () => {
        reference.trash(reference.finished());
      });
      return;
    case 'create_list':
      call('create_list', { name: words }, (made) => {
        reference.createList(made, words);
      });
      return;
    case 'delete_list':
      call('delete_list', { list: target }, () => {
        reference.deleteList(list);
      });
      return;
    case 'undo':
      call('undo', { steps: 1 }, () => {
        expect(reference.undo()).toBe(true);
      });
      return;
    case 'redo':
      call('redo', {}, () => {
        expect(reference.redo()).toBe(true);
      });
  }
}

/** Trimming of titles is the tools' own business, with tests of its own. */
function titleOf(world: World, id: string): string {
  return world.context.state.tasks.get(id)?.title ?? '';
}

it('does what a plain model of the tools does, and undo leads back to the start', () => {
  fc.assert(
    fc.property(steps, (program) => {
      const world = new World();
      const reference = new ReferenceTasks();
      for (const step of program) {
        take(step, world, reference);
        expect(seen(world.context.state)).toEqual([...reference.tasks].sort(byId));
      }
      while (world.run({ tool: 'undo', args: { steps: 1 } }).ok) reference.undo();
      expect(world.context.state.tasks.size).toBe(0);
      expect(world.context.state.lists.size).toBe(0);
      expect(reference.tasks).toEqual([]);
    }),
    randomRuns('tool sequences', { quick: 400, long: 10_000 }),
  );
});
