import { Chance } from '../core/chance.ts';

/** A table that is made up on the spot: the same parts give the same rows. */
export type MadeTable = {
  rows: number;
  seed: number;
  /** `shuffled`: the same answers dealt out anew, so that there is nothing to be learnt from the columns. */
  answers: 'by-rule' | 'shuffled';
};

/** What the Lab is asked to predict in it. */
export const madeTarget = 'ripe';
/** The share of answers that are turned over: no model can be right about more than the rest, save by luck. */
export const turnedOver = 0.08;

const gramsOfSize = 160;

/**
 * Fruit from an orchard that does not exist, as CSV. A fruit is ripe if it is heavy for its size and not green, whatever
 * the tree and the basket; some are measured badly and some weights are missing, as in people's tables.
 */
export function makeTable({ rows, seed, answers }: MadeTable): string {
  const chance = new Chance(seed);
  const fruit = Array.from({ length: rows }, () => {
    const size = 1 + chance.next() * 4;
    const density = 0.6 + chance.next() * 0.8;
    const colour = chance.pick(['red', 'yellow', 'green']);
    const isRipe = (density > 0.95 && colour !== 'green') !== chance.chance(turnedOver);
    const weight = chance.chance(0.03) ? '' : (size * density * gramsOfSize).toFixed(0);
    const tree = `tree ${String(chance.int(1, 12))}`;
    const basket = String(chance.int(1, 40));
    return { columns: [size.toFixed(2), weight, colour, tree, basket], ripe: isRipe ? 'yes' : 'no' };
  });
  const given = fruit.map(({ ripe }) => ripe);
  const dealt = answers === 'shuffled' ? chance.shuffle(given) : given;
  const lines = fruit.map(({ columns }, place) => [...columns, dealt[place] ?? ''].join(','));
  return [`size,weight,colour,tree,basket,${madeTarget}`, ...lines, ''].join('\n');
}
