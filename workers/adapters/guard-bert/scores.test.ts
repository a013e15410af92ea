import { describe, expect, it } from 'vitest';
import { readGuardConfig } from './config.ts';
import { calibrated, strictest } from './scores.ts';

const temperatures = { risk: 2, feasible: 1, legal: 0.5, ethical: 1, reversible: 1, limited: 1 };
const logits = { risk: [2, 0, 0] as const, feasible: 0, legal: 1, ethical: 3, reversible: -3, limited: 0 };

describe('calibrated', () => {
  it('divides each head by its own temperature', () => {
    const scores = calibrated(logits, temperatures);
    expect(scores.risk.Low).toBeCloseTo(Math.E / (Math.E + 2));
    expect(scores.risk.Low + scores.risk.Medium + scores.risk.High).toBeCloseTo(1);
    expect(scores.feasible).toBe(0.5);
    expect(scores.legal).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });

  it('never takes a score that is no number for a harmless one', () => {
    expect(() => calibrated({ ...logits, legal: NaN }, temperatures)).toThrow('no usable judgement');
    expect(() => calibrated({ ...logits, risk: [NaN, 0, 0] }, temperatures)).toThrow('no usable judgement');
  });
});

it('takes each head from the most alarming part', () => {
  const calm = calibrated({ ...logits, reversible: 5, limited: -5 }, temperatures);
  const alarming = calibrated(
    { risk: [0, 0, 6], feasible: 5, legal: -5, ethical: 5, reversible: 5, limited: 5 },
    temperatures,
  );
  const worst = strictest([calm, alarming]);
  expect(worst.risk).toBe(alarming.risk);
  expect(worst.legal).toBe(alarming.legal);
  expect(worst.feasible).toBe(calm.feasible);
  expect(worst.limited).toBe(alarming.limited);
});

it('refuses a configuration without its temperatures', () => {
  expect(readGuardConfig({ errand: { max_pieces: 64, temperatures } })).toEqual({ maxPieces: 64, temperatures });
  expect(() => readGuardConfig({ errand: { max_pieces: 64, temperatures: { risk: 1 } } })).toThrow('temperature');
  expect(() => readGuardConfig({})).toThrow();
});
