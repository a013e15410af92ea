import { describe, expect, it } from 'vitest';
import type { HeadScores } from '../core/judgement.ts';
import { mostWords, weighWords, withoutEach, wordsOf } from './weigh-words.ts';

const text = 'Don’t  rob the bank, at 17:30!';
const written = (of: string) => wordsOf(of).map(({ start, end }) => of.slice(start, end));

function heads(legal: number): HeadScores {
  return { risk: { Low: 1, Medium: 0, High: 0 }, feasible: 1, legal, ethical: 1, reversible: 1, limited: 0 };
}

describe('the words that mattered', () => {
  it('are whole words of any script, with what joins their parts', () => {
    expect(written(text)).toEqual(['Don’t', 'rob', 'the', 'bank', 'at', '17:30']);
    expect(written('купить молоко, café')).toEqual(['купить', 'молоко', 'café']);
    expect(written('…?! 📞')).toEqual([]);
  });

  it('are left out one at a time, with no gap behind', () => {
    expect(withoutEach('rob the bank', wordsOf('rob the bank'))).toEqual(['the bank', 'rob bank', 'rob the']);
  });

  it('weigh what a probability loses without them', () => {
    const words = wordsOf('rob banks');
    const [rob, banks] = weighWords(words, heads(0.1), [heads(0.9), heads(0.05)]);
    expect(rob?.shift.legal).toBeCloseTo(-0.8);
    expect(banks?.shift.legal).toBeCloseTo(0.05);
    expect(rob?.shift.Low).toBe(0);
  });

  it('are no more than can be judged in a moment', () => {
    expect(wordsOf('word '.repeat(500)).length).toBe(mostWords);
  });
});
