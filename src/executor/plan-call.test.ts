import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry, PlannedCall } from '../core/plan.ts';
import type { ResolvedCall, ResolvedValue } from '../core/resolved-call.ts';
import { inboxId, liveLists, liveTasks, priorities, type TaskState } from '../core/task.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { planOf, sampleWorld } from '../tools/sample-world.ts';
import { findHandTool } from '../tools/by-hand/hand-tools.ts';
import { redo } from '../tools/redo.ts';
import { undo } from '../tools/undo.ts';
import { contextAfter, planCall } from './plan-call.ts';

/** One step of a random life: which tool, and numbers from which its arguments are chosen on the state at that time. */
type Step = { tool: string; a: number; b: number; text: string };

const stepOf = fc.record<Step>({
  tool: fc.constantFrom(
    ...[
      'add_task',
      'add_task',
      'add_subtask',
      'update_task',
      'complete_task',
      'reopen_task',
      'delete_task',
      'move_task',
    ],
    ...[
      'set_reminder',
      'postpone_tasks',
      'delete_tasks',
      'clear_completed',
      'create_list',
      'rename_list',
      'delete_list',
    ],
    ...['list_tasks', 'export_tasks', 'suggest_next'],
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
});

const dues = [null, '2026-11-20', '2026-11-21T18:00', '2026-12-01'] as const;
const rules = [null, 'FREQ=DAILY', 'FREQ=WEEKLY;COUNT=2'] as const;

function pick<Value>(values: readonly Value[], at: number): Value | undefined {
  return values[at % Math.max(1, values.length)];
}

function argumentsOf({ tool, a, b, text }: Step, state: TaskState): { [name: string]: ResolvedValue } {
  const tasks = liveTasks(state);
  const task = pick(tasks, a)?.id ?? 'none';
  const list = pick([inboxId, ...liveLists(state).map(({ id }) => id)], b) ?? inboxId;
  const target = b % 4 === 0 ? ({ kind: 'new', name: text } as const) : ({ kind: 'existing', id: list } as const);
  const due = pick(dues, b) ?? null;
  const filter = { taskIds: tasks.filter((_, index) => (index + a) % 3 === 0).map(({ id }) => id), everything: false };
  const repeat = { rule: pick(rules, a) ?? null, firstDue: '2026-11-22' };
  switch (tool) {
    case 'add_task':
      return { title: text, due, list: target, tags: [text], repeat, priority: pick(priorities, a) ?? 'none' };
    case 'update_task':
      return { task, title: text, due, list: target, repeat, notes: text };
    case 'postpone_tasks':
    case 'delete_tasks':
      return { filter, due };
    default:
      return { task, list: target, title: text, name: text, at: due, format: 'md' };
  }
}

type Life = { context: ToolContext; before: TaskState[] };

/** Plans a step and takes it into the world as a run of its own, as the run loop and the store do. */
function live({ context, before }: Life, step: Step, index: number): Life {
  const planned = planCall({ tool: step.tool, args: argumentsOf(step, context.state) }, context);
  if (!planned.ok) return { context, before };
  const run: HistoryEntry = {
    runId: `run-${index}`,
    text: step.text,
    operations: planned.value.operations,
    undone: false,
  };
  const next = contextAfter(planned.value, context);
  const wrote = run.operations.length > 0;
  return {
    context: { ...next, history: [...next.history, run] },
    before: wrote ? [...before, context.state] : before,
  };
}

const start = () =>
  sampleWorld(
    [
      sampleTask('a', { due: '2026-11-20', repeat: 'FREQ=WEEKLY', reminder: '2026-11-20T08:00' }),
      sampleTask('b', { parentId: 'a', done: true, doneAt: '2026-11-20T08:00' }),
      sampleTask('c', { listId: 'g', tags: ['x'] }),
    ],
    [sampleList('g', 'Garden')],
  );

/** The same tasks and lists, in whatever order they were put. */
function contents({ tasks, lists }: TaskState): unknown {
  const sorted = (entities: Iterable<{ id: string }>) => [...entities].sort((x, y) => (x.id < y.id ? -1 : 1));
  return { tasks: sorted(tasks.values()), lists: sorted(lists.values()) };
}

function take(context: ToolContext, tool: typeof undo, args: ResolvedCall['args'] = {}): ToolContext {
  const { marks = [], ...plan } = planOf(tool, args, context);
  const call = { tool: tool.name, args };
  const planned: PlannedCall = { ...plan, call, effect: 'history', bulk: false, touched: 0, everything: false, marks };
  return contextAfter(planned, context);
}

describe('any life', () => {
  const lives = fc
    .array(stepOf, { maxLength: 25 })
    .map((steps) => steps.reduce(live, { context: start(), before: [] }));

  it('undone run by run goes back through each state to exactly the first, and redone comes forward again', () => {
    fc.assert(
      fc.property(lives, ({ context, before }) => {
        let now = context;
        for (const earlier of before.toReversed()) {
          now = take(now, undo);
          expect(contents(now.state)).toEqual(contents(earlier));
        }
        expect(contents(now.state)).toEqual(contents(start().state));
        expect(undo.run({}, now)).toMatchObject({ code: 'nothing_to_undo' });
        for (const later of [...before.slice(1), ...(before.length > 0 ? [context.state] : [])]) {
          now = take(now, redo);
          expect(contents(now.state)).toEqual(contents(later));
        }
        expect(redo.run({}, now)).toMatchObject({ code: 'nothing_to_redo' });
      }),
      { numRuns: 150 },
    );
  });

  it('undone at once is the same as run by run', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 20 }), ({ context, before }, steps) => {
        const expected = before[Math.max(0, before.length - steps)];
        if (expected === undefined) return;
        expect(contents(take(context, undo, { steps }).state)).toEqual(contents(expected));
      }),
      { numRuns: 50 },
    );
  });

  it('leaves nothing loose: each task is in a list that is there, under a task that is there', () => {
    fc.assert(
      fc.property(lives, ({ context: { state } }) => {
        const lists = new Set([inboxId, ...liveLists(state).map(({ id }) => id)]);
        const tasks = new Set(liveTasks(state).map(({ id }) => id));
        return liveTasks(state).every(
          (task) => lists.has(task.listId) && (task.parentId === null || tasks.has(task.parentId)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('planCall', () => {
  it('says what a call would touch', () => {
    const filter = { taskIds: ['a', 'c'], everything: true };
    const planned = planCall({ tool: 'delete_tasks', args: { filter } }, start());
    expect(planned).toMatchObject({
      ok: true,
      value: { effect: 'remove', bulk: true, touched: 3, everything: true, marks: [] },
    });
    expect(planCall({ tool: 'add_task', args: { title: 'x' } }, start())).toMatchObject({
      value: { effect: 'add', touched: 0 },
    });
  });
  it('counts for history what it brings back and takes away', () => {
    const { context } = live({ context: start(), before: [] }, { tool: 'add_task', a: 0, b: 1, text: 'x' }, 0);
    const undone = planCall({ tool: 'undo', args: {} }, context);
    expect(undone).toMatchObject({ value: { touched: 1, effect: 'history' } });
    const back = undone.ok ? planCall({ tool: 'redo', args: {} }, contextAfter(undone.value, context)) : undone;
    expect(back).toMatchObject({ value: { touched: 1 } });
  });
  it.each(['12345-01-01', '+12026-01-01', '2026-02-31', '0000-01-01', '2026-11-21T25:00'])(
    'writes no date like %s',
    (due) => {
      const refused = { ok: false, message: 'Dates go from the year 1 to the year 9999.' };
      expect(planCall({ tool: 'add_task', args: { title: 'x', due } }, start())).toMatchObject(refused);
      const tasks = { taskIds: ['a'], everything: false };
      const edit = { tool: 'edit_tasks', args: { tasks, start: due } };
      expect(planCall(edit, start(), findHandTool)).toMatchObject(refused);
    },
  );
  it('writes the calendar’s last day', () => {
    expect(planCall({ tool: 'add_task', args: { title: 'x', due: '9999-12-31T23:59' } }, start())).toMatchObject({
      ok: true,
    });
  });
  it('knows no other tools', () => {
    expect(planCall({ tool: 'format_disk', args: {} }, start())).toMatchObject({ ok: false, code: 'unknown_tool' });
  });
});
