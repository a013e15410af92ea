import { describe, expect, it } from 'vitest';
import { en } from '../core/strings/en.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import type { TaskState } from '../core/task.ts';
import { findHandTool } from '../tools/by-hand/hand-tools.ts';
import { contextAfter, planCall } from '../executor/plan-call.ts';
import { describeChanges } from './change-lines.ts';

const clock = { now: '2026-11-21T10:00', zone: 'Europe/London', locale: 'en-GB' };
const state: TaskState = {
  tasks: new Map(
    [
      sampleTask('a', { title: 'call mum', due: '2026-11-20', position: 1 }),
      sampleTask('b', { title: 'pay rent', listId: 'h', due: '2026-11-22', priority: 'high', position: 2 }),
      sampleTask('c', { title: 'find the card', parentId: 'b', listId: 'h', position: 3 }),
      sampleTask('d', { title: 'water', due: '2026-11-20', repeat: 'FREQ=DAILY', position: 4 }),
    ].map((task) => [task.id, task]),
  ),
  lists: new Map([['h', sampleList('h', 'Home')]]),
};

function lines(...calls: ResolvedCall[]) {
  let context = { state, history: [], clock, newId: () => 'new' };
  const planned = calls.map((call) => {
    const plan = planCall(call, context, findHandTool);
    if (!plan.ok) throw new Error(plan.message);
    context = contextAfter(plan.value, context) as typeof context;
    return plan.value;
  });
  return describeChanges({ runId: 'r', planned, after: context.state }, state, clock, en);
}

const filter = (...taskIds: string[]) => ({ taskIds, everything: false });

describe('what a plan will change', () => {
  it('is one line a task, with each field before and after', () => {
    expect(lines({ tool: 'postpone_tasks', args: { filter: filter('a', 'b'), due: '2026-11-27' } })).toEqual([
      {
        kind: 'change',
        title: 'call mum',
        detail: '',
        fields: [{ field: 'due', before: 'yesterday', after: 'Fri 27 Nov' }],
      },
      {
        kind: 'change',
        title: 'pay rent',
        detail: '',
        fields: [{ field: 'due', before: 'tomorrow', after: 'Fri 27 Nov' }],
      },
    ]);
  });

  it('joins what several calls do to one task', () => {
    const tasks = filter('a');
    expect(
      lines(
        { tool: 'edit_tasks', args: { tasks, title: 'call dad', priority: 'low' } },
        { tool: 'edit_tasks', args: { tasks, list: { kind: 'existing', id: 'h' }, due: null } },
      ),
    ).toEqual([
      {
        kind: 'change',
        title: 'call mum',
        detail: '',
        fields: [
          { field: 'title', before: 'call mum', after: 'call dad' },
          { field: 'due', before: 'yesterday', after: null },
          { field: 'priority', before: null, after: 'low' },
          { field: 'list', before: 'Inbox', after: 'Home' },
        ],
      },
    ]);
  });

  it('names what goes with the list, and by what it is known', () => {
    expect(lines({ tool: 'delete_list', args: { list: { kind: 'existing', id: 'h' } } })).toEqual(
      expect.arrayContaining([
        { kind: 'remove', title: 'pay rent', detail: 'goes to the trash · tomorrow · Home' },
        { kind: 'remove', title: 'find the card', detail: 'goes to the trash · Home' },
        { kind: 'remove', title: 'Home', detail: 'goes to the trash' },
      ]),
    );
  });

  it('says what is done, and where a repeating task goes', () => {
    expect(lines({ tool: 'complete_tasks', args: { tasks: filter('a', 'd') } })).toEqual([
      { kind: 'change', title: 'call mum', detail: 'is done', fields: [] },
      {
        kind: 'change',
        title: 'water',
        detail: '',
        fields: [{ field: 'due', before: 'yesterday', after: 'today' }],
      },
    ]);
  });

  it('leaves out what comes and goes in one run', () => {
    expect(lines({ tool: 'add_task', args: { title: 'x' } }, { tool: 'delete_task', args: { task: 'new' } })).toEqual(
      [],
    );
  });
});
