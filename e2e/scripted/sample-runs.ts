import type { Judgement } from '../../src/core/judgement.ts';
import type { CallResult } from '../../src/core/plan.ts';
import type { RunEvent } from '../../src/core/run-event.ts';
import { now } from './sample-tasks.ts';

export const mainSentence = "call mum tomorrow at 6pm and add milk to my shopping list, then show what's due this week";

export const mainRaw = `<analysis>
Two new tasks, then a listing.
</analysis>
<action>
add_task(title="Call mum", due="tomorrow at 6pm")
add_task(title="Milk", list="shopping")
list_tasks(due="this week")
</action>`;

const mainResults: readonly CallResult[] = [
  {
    kind: 'added',
    taskId: 'n1',
    title: 'Call mum',
    due: '2026-11-25T18:00',
    list: null,
    repeat: null,
    parentTitle: null,
  },
  {
    kind: 'added',
    taskId: 'n2',
    title: 'Milk',
    due: null,
    list: { id: 'shopping', name: 'Shopping', created: false },
    repeat: null,
    parentTitle: null,
  },
  {
    kind: 'listing',
    taskIds: ['t3', 't4', 'n1', 't10', 't6'],
    about: { due: { from: '2026-11-23', to: '2026-11-30' } },
  },
];

const allowed: Judgement = { verdict: 'allow', reason: 'harmless', heads: null, guardMs: 0 };
const timings = { engineMs: 412, guardMs: 1, totalMs: 438 };

export function submitted(text: string, runId = 'r1', origin: 'typed' | 'hand' = 'typed'): RunEvent {
  return { type: 'submitted', runId, at: now, text, origin, engine: origin === 'hand' ? '' : 'errand-agent' };
}

export const mainEvents: readonly RunEvent[] = [
  { type: 'streamed', text: mainRaw.slice(0, 40) },
  { type: 'streamed', text: mainRaw.slice(0, 120) },
  { type: 'streamed', text: mainRaw },
  { type: 'answered', raw: mainRaw, confidence: 0.94, engineMs: 412, tokens: 61 },
  {
    type: 'understood',
    analysis: 'Two new tasks, then a listing.',
    calls: [
      { tool: 'add_task', args: { title: 'Call mum', due: 'tomorrow at 6pm' } },
      { tool: 'add_task', args: { title: 'Milk', list: 'shopping' } },
      { tool: 'list_tasks', args: { due: 'this week' } },
    ],
  },
  {
    type: 'resolved',
    calls: [
      { tool: 'add_task', args: { title: 'Call mum', due: '2026-11-25T18:00' } },
      { tool: 'add_task', args: { title: 'Milk', list: 'Shopping' } },
      { tool: 'list_tasks', args: { due: '2026-11-23/2026-11-30' } },
    ],
  },
  { type: 'judged', judgement: allowed },
  { type: 'applied', results: mainResults },
  {
    type: 'finished',
    final: 'Added “Call mum”, due tomorrow 18:00. Added “Milk”, in Shopping. Here are 5 tasks.',
    timings,
  },
];

export function reading(text: string, result: CallResult, final: string): RunEvent[] {
  return [
    submitted(text),
    { type: 'judged', judgement: { ...allowed, reason: 'only-reads' } },
    { type: 'applied', results: [result] },
    { type: 'finished', final, timings },
  ];
}

export function confirming(text: string, reason: Judgement['reason'], heads: Judgement['heads'] = null): RunEvent[] {
  return [
    submitted(text),
    {
      type: 'answered',
      raw: '<action>\ndelete_tasks(filter={"status": "open"})\n</action>',
      confidence: 0.41,
      engineMs: 300,
      tokens: 22,
    },
    { type: 'judged', judgement: { verdict: 'confirm', reason, heads, guardMs: 12 } },
    {
      type: 'confirmation-asked',
      changes: [
        { kind: 'add', title: 'Call mum', detail: 'due tomorrow 18:00' },
        {
          kind: 'change',
          title: 'Send the report',
          detail: '',
          fields: [{ field: 'due', before: 'yesterday', after: 'Fri 27 Nov' }],
        },
        { kind: 'remove', title: 'Pay the gas bill', detail: 'goes to the trash' },
      ],
    },
  ];
}

export const sampleHeads: NonNullable<Judgement['heads']> = {
  risk: { Low: 0.1, Medium: 0.2, High: 0.7 },
  feasible: 0.98,
  legal: 0.96,
  ethical: 0.91,
  reversible: 0.4,
  limited: 0.03,
};
