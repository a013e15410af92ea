import { describe, expect, it } from 'vitest';
import type { CallResult } from '../../core/plan.ts';
import type { RunEvent } from '../../core/run-event.ts';
import { viewRun } from '../../core/run-view.ts';
import { strings } from '../strings.ts';
import { hasChanged, hasUndone, isEnded, lineOf, milliseconds, progressWords, writtenCall } from './run-words.ts';

const submitted: RunEvent = {
  type: 'submitted',
  runId: 'r',
  at: '2026-11-24T14:05',
  text: 'x',
  origin: 'typed',
  engine: 'e',
};
const finished: RunEvent = {
  type: 'finished',
  final: 'All done.',
  timings: { engineMs: 1, guardMs: 0, totalMs: 2 },
};
const view = (...events: RunEvent[]) => viewRun([submitted, ...events]);
const applied = (...results: CallResult[]): RunEvent => ({ type: 'applied', results });
const listing: CallResult = { kind: 'listing', taskIds: [], about: {} };
const reopened: CallResult = { kind: 'reopened', taskId: 't', title: 'T' };
const undone: CallResult = { kind: 'undone', runs: 1, texts: ['x'] };

describe('hasChanged', () => {
  it('is true of an ended run with any change in it', () => {
    expect(hasChanged(view(applied(listing, reopened), finished))).toBe(true);
  });
  it('is false of reading, of undoing, and of a run not yet ended', () => {
    expect(hasChanged(view(applied(listing), finished))).toBe(false);
    expect(hasChanged(view(applied(undone), finished))).toBe(false);
    expect(hasUndone(view(applied(undone), finished))).toBe(true);
    expect(hasChanged(view(applied(reopened)))).toBe(false);
    expect(hasChanged(view({ type: 'declined' }, finished))).toBe(false);
  });
});

describe('lineOf', () => {
  it('says where the run stands, then what came of it', () => {
    expect(lineOf(view({ type: 'waiting-for-model' }))).toBe(strings.phase.waiting);
    expect(lineOf(view({ type: 'streamed', text: '<a' }))).toBe(strings.phase.thinking);
    expect(lineOf(view({ type: 'failed', code: 'store_full', message: 'Full.' }))).toBe('Full.');
    expect(lineOf(view(applied(reopened), finished))).toBe('All done.');
  });

  it('shows a guess as one', () => {
    const judgement = { verdict: 'confirm', reason: 'unsure', heads: null, guardMs: 0 } as const;
    const events: RunEvent[] = [
      { type: 'judged', judgement },
      { type: 'confirmation-asked', changes: [] },
    ];
    expect(lineOf(view(...events))).toBe(strings.run.guess);
  });

  it('asks the open question', () => {
    const question = {
      callIndex: 0,
      argument: 'task',
      reason: 'ambiguous-task',
      phrase: 'milk',
      candidates: [],
    } as const;
    expect(lineOf(view({ type: 'asked', question }))).toContain('milk');
    expect(isEnded(view({ type: 'asked', question }))).toBe(false);
    expect(isEnded(view({ type: 'asked', question }, finished))).toBe(true);
  });
});

it('writes calls, times and sizes for people', () => {
  expect(writtenCall({ tool: 'add_task', args: { title: 'Say "hi"', tags: ['a'] } })).toBe(
    'add_task(title="Say \\"hi\\"", tags=["a"])',
  );
  expect(milliseconds(412, 'en-GB')).toBe('412 ms');
  expect(milliseconds(1234, 'en-GB')).toBe('1.2 secs');
  expect(progressWords(12_300_000, 24_600_000, 'en-GB')).toBe('12.3 MB of 24.6 MB, 50%');
});
