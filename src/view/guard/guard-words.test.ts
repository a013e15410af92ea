import { describe, expect, it } from 'vitest';
import { plainCuts, type HeadScores } from '../../core/judgement.ts';
import { headToShow, mattered, stretchesOf } from './guard-words.ts';
import type { WeighedWord } from './guard-door.ts';

const text = 'Rob the bank!';
const none = { Low: 0, Medium: 0, High: 0, feasible: 0, legal: 0, ethical: 0, reversible: 0, limited: 0 };
const words: readonly WeighedWord[] = [
  { start: 0, end: 3, shift: { ...none, legal: -0.8 } },
  { start: 4, end: 7, shift: { ...none, legal: -0.001 } },
  { start: 8, end: 12, shift: { ...none, legal: 0.1 } },
];
const heads: HeadScores = {
  risk: { Low: 0.9, Medium: 0.1, High: 0 },
  feasible: 0.9,
  legal: 0.95,
  ethical: 0.4,
  reversible: 0.9,
  limited: 0.1,
};

describe('the weighed text', () => {
  it('is cut at its words and loses no character', () => {
    const stretches = stretchesOf(text, words, 'legal');
    expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
    expect(stretches.map(({ points }) => points)).toEqual([-80, null, 0, null, 10, null]);
  });

  it('names what moved most first and leaves out what moved nothing', () => {
    expect(mattered(text, words, 'legal').map(({ word }) => word)).toEqual(['Rob', 'bank']);
    expect(mattered(text, words, 'High')).toEqual([]);
  });

  it('begins with the head that decided, or was nearest to deciding', () => {
    expect(headToShow('high-risk', heads, plainCuts)).toBe('High');
    expect(headToShow('not-legal', heads, plainCuts)).toBe('legal');
    expect(headToShow('harmless', heads, plainCuts)).toBe('ethical');
  });
});
