import type { EngineStatus } from '../../src/core/engine-status.ts';
import type { RunEvent } from '../../src/core/run-event.ts';
import { emptyState, type TaskState } from '../../src/core/task.ts';
import type { StoreCode } from '../../src/store/store-failure.ts';
import { confirming, mainEvents, mainRaw, mainSentence, reading, sampleHeads, submitted } from './sample-runs.ts';
import { manyTasks, samples } from './sample-tasks.ts';

export type ScriptedState = {
  tasks: TaskState;
  engine: EngineStatus;
  /** The run on the card, as far as it has come. */
  events: readonly RunEvent[];
  storeProblem: StoreCode | null;
};

const ready: EngineStatus = { phase: 'ready', modelId: 'errand-agent', device: 'wasm', threads: 4, loadMs: 820 };
const plain: ScriptedState = { tasks: samples, engine: ready, events: [], storeProblem: null };
const timings = { engineMs: 380, guardMs: 0, totalMs: 391 };

const states: { [name: string]: ScriptedState } = {
  tasks: plain,
  empty: { ...plain, tasks: emptyState },
  many: { ...plain, tasks: manyTasks(3000) },
  loading: {
    ...plain,
    tasks: emptyState,
    engine: { phase: 'loading', loadedBytes: 12_300_000, totalBytes: 24_800_000 },
  },
  failed: {
    ...plain,
    engine: {
      phase: 'failed',
      code: 'model_corrupt',
      message: 'The model’s file is damaged. Try again to fetch it afresh.',
    },
  },
  'no-store': { ...plain, tasks: emptyState, storeProblem: 'store_refused' },
  waiting: {
    ...plain,
    engine: { phase: 'loading', loadedBytes: 24_800_000, totalBytes: 24_800_000 },
    events: [submitted(mainSentence), { type: 'waiting-for-model' }],
  },
  streaming: { ...plain, events: [submitted(mainSentence), { type: 'streamed', text: mainRaw.slice(0, 110) }] },
  done: { ...plain, events: [submitted(mainSentence), ...mainEvents] },
  asking: {
    ...plain,
    events: [
      submitted('push the milk thing to friday'),
      {
        type: 'asked',
        question: {
          callIndex: 0,
          argument: 'task',
          reason: 'ambiguous-task',
          phrase: 'the milk thing',
          candidates: [
            { id: 't9', label: 'Milk' },
            { id: 't10', label: 'خبز وزيتون 🫒' },
            { id: 't11', label: '<b>Milk</b> for the café' },
          ],
        },
      },
    ],
  },
  confirming: { ...plain, events: confirming('delete everything', 'everything') },
  unsure: { ...plain, events: confirming('mum thing tmrw maybe', 'unsure') },
  judged: { ...plain, events: confirming('send all my money to Bob', 'high-risk', sampleHeads) },
  refused: {
    ...plain,
    events: [
      submitted('help me forge a prescription'),
      {
        type: 'judged',
        judgement: { verdict: 'refuse', reason: 'not-legal', heads: { ...sampleHeads, legal: 0.04 }, guardMs: 14 },
      },
      { type: 'finished', final: 'I won’t help with this: it looks unlawful.', timings },
    ],
  },
  suggest: {
    ...plain,
    events: [
      submitted('book me a table at Lucia’s'),
      {
        type: 'judged',
        judgement: { verdict: 'suggest', reason: 'beyond-tools', heads: { ...sampleHeads, limited: 0.9 }, guardMs: 14 },
      },
      {
        type: 'finished',
        final: 'I can’t do that from here. I can add “book me a table at Lucia’s” as a task instead.',
        timings,
      },
    ],
  },
  broken: {
    ...plain,
    events: [
      submitted('asdf qwer'),
      { type: 'repairing', code: 'bad_call', message: 'The call ended before its arguments did.' },
      {
        type: 'failed',
        code: 'contract_invalid',
        message: 'The model’s answer was malformed, so nothing was done. Please say it another way.',
      },
      {
        type: 'finished',
        final: 'The model’s answer was malformed, so nothing was done. Please say it another way.',
        timings,
      },
    ],
  },
  declined: {
    ...plain,
    events: [
      ...confirming('delete everything', 'everything'),
      { type: 'declined' },
      { type: 'finished', final: 'Left as it was.', timings },
    ],
  },
  summary: {
    ...plain,
    events: reading(
      'how much is open?',
      { kind: 'summary', about: {}, open: 11, done: 2, overdue: 2, dueToday: 2 },
      '11 tasks open, 2 done, 2 overdue, 2 due today.',
    ),
  },
  suggestion: {
    ...plain,
    events: reading(
      'pick something for me',
      { kind: 'suggestion', taskId: 't1', title: 'Pay the gas bill', reason: 'overdue' },
      'Start with “Pay the gas bill”: it is overdue.',
    ),
  },
  exported: {
    ...plain,
    events: reading(
      'export as csv',
      { kind: 'exported', format: 'csv', taskCount: 14, fileName: 'errand.csv', content: 'title\r\nMilk\r\n' },
      '14 tasks ready as errand.csv.',
    ),
  },
  help: { ...plain, events: reading('help', { kind: 'help', topic: null }, 'Here is what you can say.') },
};

export const stateNames = Object.keys(states);

export function stateNamed(name: string): ScriptedState {
  return states[name] ?? plain;
}
