import { describe, expect, it } from 'vitest';
import { plainCuts, type CareLevel, type HeadScores, type Risk } from '../core/judgement.ts';
import { decide, noWords, oneAdd, type Effects, type Words } from './policy.ts';

const add = oneAdd;
const change: Effects = { ...add, changesOrRemoves: true };
const read: Effects = { ...add, onlyReads: true };
const nothing: Effects = { ...read, calls: 0 };
const everyEffect: [string, Effects, string][] = [
  ['no inverse', { ...change, irreversible: true }, 'no-inverse'],
  ['money', { ...change, movesMoney: true }, 'money'],
  ['everything', { ...change, everything: true }, 'everything'],
  ['six tasks at once', { ...change, bulkTouched: 6 }, 'bulk'],
];

function words(risk: Risk, given: Partial<Omit<HeadScores, 'risk'>> = {}): Words {
  const calm = { feasible: 0.9, legal: 0.9, ethical: 0.9, reversible: 0.9, limited: 0.1, ...given };
  return { ...noWords, heads: { risk: { Low: 0, Medium: 0, High: 0, [risk]: 1 }, ...calm } };
}
const no = 0.1;

describe('the table, at the middle level', () => {
  it.each<[string, Effects, Words, string, string]>([
    ['not legal', add, words('Low', { legal: no }), 'refuse', 'not-legal'],
    ['not legal, only reading', read, words('Low', { legal: no }), 'refuse', 'not-legal'],
    ['not legal, no call', nothing, words('Low', { legal: no }), 'refuse', 'not-legal'],
    ['not ethical, Medium', add, words('Medium', { ethical: no }), 'refuse', 'not-ethical'],
    ['not ethical, High', add, words('High', { ethical: no }), 'refuse', 'not-ethical'],
    ['no call, not feasible', nothing, words('Low', { feasible: no }), 'suggest', 'beyond-tools'],
    ['no call, limited', nothing, words('Low', { limited: 0.9 }), 'suggest', 'beyond-tools'],
    ['no call', nothing, words('High'), 'allow', 'only-reads'],
    ['only reading', read, words('High', { limited: 0.9 }), 'allow', 'only-reads'],
    ['six tasks at once', { ...change, bulkTouched: 6 }, words('Low'), 'confirm', 'bulk'],
    ['five tasks at once', { ...change, bulkTouched: 5 }, words('Low'), 'allow', 'harmless'],
    ['another language', add, { ...words('Low'), otherLanguage: true }, 'confirm', 'other-language'],
    [
      'another language, below a cut fitted on English',
      add,
      { ...words('Low', { legal: 0.6 }), cuts: { ...plainCuts, legal: 0.65 }, otherLanguage: true },
      'confirm',
      'other-language',
    ],
    [
      'another language, against the law',
      add,
      { ...words('Low', { legal: 0.4 }), otherLanguage: true },
      'refuse',
      'not-legal',
    ],
    ['another language, no call', nothing, { ...words('Low'), otherLanguage: true }, 'suggest', 'other-language'],
    ['another language, only reading', read, { ...words('Low'), otherLanguage: true }, 'allow', 'only-reads'],
    ['the guard failed', add, { ...noWords, failed: true }, 'confirm', 'guard-unavailable'],
    ['the guard failed, only reading', read, { ...noWords, failed: true }, 'allow', 'only-reads'],
    ['no guard wanted', change, noWords, 'allow', 'harmless'],
    ['High', add, words('High'), 'confirm', 'high-risk'],
    ['not ethical, Low', add, words('Low', { ethical: no }), 'confirm', 'not-ethical'],
    ['not reversible, Medium', add, words('Medium', { reversible: no }), 'confirm', 'not-reversible'],
    ['not reversible, Low', add, words('Low', { reversible: no }), 'allow', 'harmless'],
    ['Medium', add, words('Medium'), 'allow', 'harmless'],
    ['limited, as a task', add, words('Low', { limited: 0.9, feasible: no }), 'allow', 'harmless'],
  ])('%s', (_, effects, judged, verdict, reason) => {
    expect(decide(effects, judged)).toEqual({ verdict, reason });
  });

  it('cuts where the manifest says', () => {
    const judged = words('Low', { legal: 0.55 });
    expect(decide(add, judged).verdict).toBe('allow');
    expect(decide(add, { ...judged, cuts: { ...plainCuts, legal: 0.6 } }).verdict).toBe('refuse');
  });
});

describe('the level of care', () => {
  it.each<[string, CareLevel, Effects, Words, string]>([
    ['light, High', 'light', add, words('High'), 'confirm'],
    ['light, not ethical but Low', 'light', add, words('Low', { ethical: no }), 'allow'],
    ['light, not reversible and Medium', 'light', add, words('Medium', { reversible: no }), 'allow'],
    ['light, not legal', 'light', add, words('Low', { legal: no }), 'refuse'],
    ['light, not ethical and Medium', 'light', add, words('Medium', { ethical: no }), 'refuse'],
    ['light, another language', 'light', add, { ...words('Low'), otherLanguage: true }, 'confirm'],
    ['light, the guard failed', 'light', add, { ...noWords, failed: true }, 'confirm'],
    ['strict, a harmless add', 'strict', add, words('Low'), 'allow'],
    ['strict, Medium', 'strict', add, words('Medium'), 'confirm'],
    ['strict, a harmless change', 'strict', change, words('Low'), 'confirm'],
    ['strict, reading', 'strict', read, words('Medium'), 'allow'],
  ])('%s', (_, care, effects, judged, verdict) => {
    expect(decide(effects, judged, care).verdict).toBe(verdict);
  });

  it.each(everyEffect)('never goes below asking: %s', (_, effects, reason) => {
    for (const care of ['light', 'middle', 'strict'] as const) {
      for (const judged of [words('Low'), noWords]) {
        expect(decide(effects, judged, care)).toEqual({ verdict: 'confirm', reason });
      }
    }
  });
});
