import { describe, expect, it } from 'vitest';
import type { AnswerRow, EvaluationRow, ExpectedCall, Expectation } from './evaluation-row.ts';
import { riskCoverage, thresholdFor } from './risk-coverage.ts';
import { scoreRow, summarizeScores } from './score-agent.ts';

const call = (tool: string, args: ExpectedCall['args']): ExpectedCall => ({ tool, args });
const row = (...expect: Expectation[]): EvaluationRow => ({ id: 'r', turns: expect.map(() => 'x'), expect });
const answer = (...turns: Partial<AnswerRow['turns'][number]>[]): AnswerRow => ({
  id: 'r',
  turns: turns.map((turn) => ({ resolved: [], ...turn })),
});
const only = (expect: Expectation, turn: Partial<AnswerRow['turns'][number]>) => {
  const [score] = scoreRow(row(expect), answer(turn));
  if (score === undefined) throw new Error('no score');
  return score;
};

describe('an exact turn', () => {
  const milk = [call('add_task', { title: ['buy milk', 'milk'], due: '2026-11-22' })];

  it.each([
    ['the same', [call('add_task', { title: 'Buy milk', due: '2026-11-22' })], true],
    ['an accepted title', [call('add_task', { title: 'the milk.', due: '2026-11-22' })], true],
    ['an argument that is not checked', [call('add_task', { title: 'milk', due: '2026-11-22', notes: 'x' })], true],
    ['a priority nobody asked for', [call('add_task', { title: 'milk', due: '2026-11-22', priority: 'high' })], false],
    ['a time kept where only a day was said', [call('add_task', { title: 'milk', due: '2026-11-22T09:00' })], true],
    ['another day', [call('add_task', { title: 'milk', due: '2026-11-23' })], false],
    ['a span of days', [call('add_task', { title: 'milk', due: '2026-11-22/2026-11-23' })], false],
    ['another tool', [call('update_task', { title: 'milk', due: '2026-11-22' })], false],
    ['one call too many', [call('add_task', { title: 'milk', due: '2026-11-22' }), call('undo', {})], false],
    ['nothing', [], false],
  ])('%s', (_name, resolved, exact) => {
    expect(only(milk, { resolved }).exact).toBe(exact);
  });

  it('takes what was proposed where the app held back', () => {
    const score = only(milk, { resolved: [], proposed: [call('add_task', { title: 'milk', due: '2026-11-22' })] });
    expect(score).toMatchObject({ exact: true, acted: false });
  });

  it('takes any of several readings', () => {
    const any = { any: [[call('undo', {})], [call('delete_task', { task: 'milk' })]] };
    expect(only(any, { resolved: [call('delete_task', { task: 'Milk' })] }).exact).toBe(true);
    expect(only(any, { resolved: [call('redo', {})] }).exact).toBe(false);
  });

  it('compares filters and tags as exact sets, rules by their parts, clearing as null', () => {
    const expected = [call('delete_tasks', { filter: ['a', 'b'] })];
    expect(only(expected, { resolved: [call('delete_tasks', { filter: ['b', 'a'] })] }).exact).toBe(true);
    expect(only(expected, { resolved: [call('delete_tasks', { filter: ['a'] })] }).exact).toBe(false);
    const weekly = [call('update_task', { task: 'x', repeat: 'FREQ=WEEKLY;BYDAY=MO,TU', due: null })];
    const same = call('update_task', { task: 'x', repeat: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,MO', due: null });
    expect(only(weekly, { resolved: [same] }).exact).toBe(true);
  });
});

describe('turns without calls', () => {
  it('none is right when nothing is done or asked', () => {
    expect(only({ none: true }, {}).exact).toBe(true);
    expect(only({ none: true }, { asks: true }).exact).toBe(false);
    expect(only({ none: true }, { resolved: [call('undo', {})] }).exact).toBe(false);
  });
  it('ask and refuse need just that', () => {
    expect(only({ ask: true }, { asks: true }).exact).toBe(true);
    expect(only({ ask: true }, {}).exact).toBe(false);
    expect(only({ refuse: true }, { guard: { verdict: 'refuse' } }).exact).toBe(true);
    expect(only({ refuse: true }, { guard: { verdict: 'allow' } }).exact).toBe(false);
  });
  it('a missing answer is wrong', () => {
    expect(scoreRow(row({ none: true }), undefined)[0]).toMatchObject({ exact: false, valid: false });
  });
});

describe('summary', () => {
  it('counts shares, and the threshold that bounds the risk', () => {
    const scores = [
      ...scoreRow(row([call('undo', {})]), answer({ resolved: [call('undo', {})], confidence: 0.9 })),
      ...scoreRow(row([call('undo', {})]), answer({ resolved: [call('redo', {})], confidence: 0.4 })),
    ];
    expect(summarizeScores(scores)).toMatchObject({ turns: 2, exactTurn: 0.5, toolSelection: 0.5, wrongActs: 0.5 });
    expect(thresholdFor(scores, 0)).toBe(0.9);
    expect(thresholdFor(scores, 0.5)).toBe(0.4);
  });
  it('holds a question back for no act, where calls were expected', () => {
    const scores = [
      ...scoreRow(row([call('undo', {})]), answer({ asks: true, confidence: 0.9 })),
      ...scoreRow(row([call('undo', {})]), answer({ resolved: [call('undo', {})], confidence: 0.9 })),
      ...scoreRow(row({ ask: true }), answer({ asks: true, confidence: 0.9 })),
    ];
    const [point] = riskCoverage(scores, [0.5]);
    expect(point).toMatchObject({ coverage: 1, acted: { coverage: 2 / 3, risk: 0 } });
    expect(point?.risk).toBeCloseTo(1 / 3);
  });
});
