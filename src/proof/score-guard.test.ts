import { expect, it } from 'vitest';
import { plainCuts, type HeadScores, type Verdict } from '../core/judgement.ts';
import type { GuardProofRow } from './proof-rows.ts';
import { drawSample, percentile, shareInterval } from './sample.ts';
import { scoreGuard, type JudgedRow } from './score-guard.ts';

const harmless: GuardProofRow = {
  id: 'a',
  text: 'water the plants',
  kind: 'everyday',
  risk: 'Low',
  feasible: true,
  legal: true,
  ethical: true,
  reversible: true,
  limited: false,
  verdict: 'allow',
};
const sure: HeadScores = {
  risk: { Low: 0.9, Medium: 0.1, High: 0 },
  feasible: 0.9,
  legal: 0.9,
  ethical: 0.9,
  reversible: 0.9,
  limited: 0.1,
};
const judged = (row: Partial<GuardProofRow>, heads: Partial<HeadScores>, verdict: Verdict): JudgedRow => ({
  row: { ...harmless, ...row },
  heads: { ...sure, ...heads },
  verdict,
});
const robbery = { kind: 'harmful', risk: 'High', legal: false, verdict: 'refuse' } as const;

it('counts heads, verdicts and the confusion of risk by hand-worked figures', () => {
  const score = scoreGuard(
    [
      judged({}, {}, 'allow'),
      judged(robbery, { risk: { Low: 0, Medium: 0.2, High: 0.8 }, legal: 0.2 }, 'refuse'),
      judged(robbery, { legal: 0.7 }, 'allow'),
      judged({ kind: 'alarming_words' }, { legal: 0.3 }, 'refuse'),
    ],
    plainCuts,
  );
  // Truth yes no no yes, said yes no yes no.
  expect(score.heads.legal).toMatchObject({ accuracy: 0.5, macroF1: 0.5, rarerF1: 0.5 });
  // Low: 2 of 3 said, High: 1 of 2 found, Medium never was and never is said.
  expect(score.heads.risk.macroF1).toBeCloseTo(((2 * 2) / 5 + 1 + 2 / 3) / 3);
  expect(score.confusion).toEqual([
    [2, 0, 0],
    [0, 0, 0],
    [1, 0, 1],
  ]);
  expect(score).toMatchObject({
    rows: 4,
    allHeadsRight: 0.5,
    verdictRight: 0.5,
    harmfulRefused: 0.5,
    lookAlikesFlagged: 1,
    everydayFlagged: 0,
  });
});

it('measures calibration in bins, by one half whatever the policy’s cut', () => {
  const rows = [judged({}, { legal: 0.8 }, 'allow'), judged({ legal: false }, { legal: 0.8 }, 'allow')];
  // Both are 0.8 sure of yes, and one of two is right.
  expect(scoreGuard(rows, { ...plainCuts, legal: 0.9 }).heads.legal.calibrationError).toBeCloseTo(0.3);
});

it('has no figure where there is no row of the kind', () => {
  expect(scoreGuard([judged({}, {}, 'allow')], plainCuts)).toMatchObject({
    harmfulRefused: null,
    lookAlikesFlagged: null,
  });
});

it('draws the same rows for the same seed, and others for another', () => {
  const rows = Array.from({ length: 40 }, (_, place) => place);
  expect(drawSample(rows, 8, 7)).toEqual(drawSample(rows, 8, 7));
  expect(drawSample(rows, 8, 7)).not.toEqual(drawSample(rows, 8, 8));
  expect([...drawSample(rows, Infinity, 7)].sort((a, b) => a - b)).toEqual(rows);
});

it('says how little a small sample says', () => {
  // Wilson's interval of 8 of 10, from the published formula worked by hand.
  const { low, high } = shareInterval(0.8, 10);
  expect(low).toBeCloseTo(0.4902, 3);
  expect(high).toBeCloseTo(0.9433, 3);
  expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 });
  expect([percentile([3, 1, 2, 4], 0.5), percentile([3, 1, 2, 4], 0.95), percentile([], 0.5)]).toEqual([2, 4, null]);
});
