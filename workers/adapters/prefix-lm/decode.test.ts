import { describe, expect, it } from 'vitest';
import { choose } from './decode.ts';
import { DoubtWatch } from './doubt.ts';
import { table } from './testing/fixture-model.ts';

const low = -10_000;

/** Scores that are out of reach but for those given. */
function scores(given: Record<number, number>, pointed: Record<number, number> = {}) {
  const logits = new Float32Array(table.size).fill(low);
  const pointers = new Float32Array(table.copies + 1).fill(low);
  for (const [token, score] of Object.entries(given)) logits[Number(token)] = score;
  for (const [index, score] of Object.entries(pointed)) pointers[Number(index)] = score;
  return { logits, pointers };
}

describe('choose', () => {
  it('gives the best legal token, its share of the legal ones and theirs of all', () => {
    const found = choose(scores({ 3: 0, 4: 0, 5: Math.log(2) }), [3, 4], table, []);
    expect(found?.token).toBe(3);
    expect(found?.probability).toBeCloseTo(0.5);
    expect(found?.legal).toBeCloseTo(0.5);
  });
  it('counts copies among all only where the source can be copied', () => {
    const pointed = { 1: 0, 2: 0 };
    expect(choose(scores({ 3: 0 }, pointed), [3], table, [1])?.legal).toBeCloseTo(0.5);
    expect(choose(scores({ 3: 0 }, pointed), [3], table, [1, 2])?.legal).toBeCloseTo(1 / 3);
  });
  it('has no answer where a score is no number', () => {
    expect(choose(scores({ 3: NaN }), [3], table, [])).toBeNull();
  });
});

describe('DoubtWatch', () => {
  it('keeps the two lowest probabilities in any order, their logarithms and the calls of the plan', () => {
    const orders = [
      [0.9, 0.5, 0.7],
      [0.5, 0.7, 0.9],
      [0.7, 0.9, 0.5],
    ];
    for (const probabilities of orders) {
      const watch = new DoubtWatch();
      probabilities.forEach((probability, place) => {
        watch.see({ token: place, probability, legal: 1 - place / 10 });
      });
      const answer = watch.read([20, 21, table.control('<action>')], table);
      expect(answer).toMatchObject({ lowest: 0.5, second: 0.7, chosen: 3, calls: 2 });
      expect(answer.legal).toBeCloseTo(0.8);
      expect(answer.sumLog).toBeCloseTo(Math.log(0.9 * 0.5 * 0.7));
    }
  });
  it('knows no call in a final sentence', () => {
    expect(new DoubtWatch().read([table.control('<final>')], table)).toMatchObject({ calls: 0, lowest: 1, second: 1 });
  });
});
