import { expect, it } from 'vitest';
import { makeTable, turnedOver } from './made-table.ts';

const order = { rows: 2000, seed: 7, answers: 'by-rule' } as const;
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** How often the answer is the one that size, weight and colour tell, where the weight is there. */
function ruleHolds(csv: string): number {
  const known = rowsOf(csv).filter(([, weight]) => weight !== '');
  const right = known.filter(([size, weight, colour, , , ripe]) => {
    const isHeavy = Number(weight) / (160 * Number(size)) > 0.95;
    return (isHeavy && colour !== 'green') === (ripe === 'yes');
  });
  return right.length / known.length;
}

it('is the same table for the same seed, and another for another', () => {
  expect(makeTable(order)).toBe(makeTable(order));
  expect(makeTable(order)).not.toBe(makeTable({ ...order, seed: 8 }));
  expect(rowsOf(makeTable(order))).toHaveLength(2000);
});

it('follows its rule save for the answers that were turned over', () => {
  expect(Math.abs(ruleHolds(makeTable(order)) - (1 - turnedOver))).toBeLessThan(0.02);
});

it('has the same answers when they are shuffled, and no rule', () => {
  const count = (csv: string) => rowsOf(csv).filter((row) => row.at(-1) === 'yes').length;
  const shuffled = makeTable({ ...order, answers: 'shuffled' });
  expect(count(shuffled)).toBe(count(makeTable(order)));
  expect(ruleHolds(shuffled)).toBeLessThan(0.7);
});
