import type { ColumnProfile } from './profile.ts';
import { columnOf, type Table } from './table.ts';

export type Leak = { column: string; kind: 'target_again' | 'column_again'; reason: string };

/** How much better than guessing a single column may be before it is taken for the answer itself. */
const tooGood = 0.985;

/**
 * Columns that say the target again, and columns that say another column again. The first would make any score a lie,
 * so they are left out; the second do no harm and are only named.
 */
export function findLeaks(table: Table, profiles: readonly ColumnProfile[], target: string): Leak[] {
  const answers = columnOf(table, target);
  const targetProfile = profiles.find(({ name }) => name === target);
  if (targetProfile === undefined) return [];
  const leaks: Leak[] = [];
  const usable = profiles.filter(({ name, kind }) => name !== target && kind !== 'constant' && kind !== 'empty');
  for (const profile of usable) {
    const cells = columnOf(table, profile.name);
    const isFew = targetProfile.distinct <= 50 && profile.distinct <= Math.max(50, table.rowCount / 20);
    const share = isFew ? agreement(cells, answers) : 0;
    const isSame = targetProfile.mean !== null && profile.mean !== null && correlation(cells, answers) > 0.9999;
    if (share >= tooGood || isSame) {
      const reason = isSame
        ? 'it is the same number in other units'
        : `it alone tells the target in ${(share * 100).toFixed(1)} % of the rows`;
      // One whose values were known only afterwards, or the target under another name.
      leaks.push({ column: profile.name, kind: 'target_again', reason });
    }
  }
  const rest = usable.filter(({ name }) => !leaks.some(({ column }) => column === name));
  for (const [index, profile] of rest.entries()) {
    const twin = rest.slice(0, index).find((other) => {
      if (other.distinct !== profile.distinct || profile.distinct > table.rowCount / 4) return false;
      return isRenaming(columnOf(table, other.name), columnOf(table, profile.name));
    });
    if (twin !== undefined) {
      leaks.push({ column: profile.name, kind: 'column_again', reason: `it says "${twin.name}" in other words` });
    }
  }
  return leaks;
}

/** The share of rows told right by the commonest answer for each value, beyond what guessing the commonest gives. */
function agreement(cells: readonly string[], answers: readonly string[]): number {
  const byValue = new Map<string, Map<string, number>>();
  const overall = new Map<string, number>();
  for (const [row, answer] of answers.entries()) {
    const counts = byValue.get(cells[row] ?? '') ?? new Map<string, number>();
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    byValue.set(cells[row] ?? '', counts);
    overall.set(answer, (overall.get(answer) ?? 0) + 1);
  }
  const right = [...byValue.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
  const guess = Math.max(...overall.values()) / answers.length;
  // With nine rows in ten of one class a column is not suspicious for being right that often.
  return guess > 0.95 ? 0 : right / answers.length;
}

function correlation(a: readonly string[], b: readonly string[]): number {
  const pairs = a.flatMap((cell, row) =>
    cell === '' || b[row] === '' ? [] : [[Number(cell), Number(b[row])] as const],
  );
  if (pairs.length < 20) return 0;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : Math.abs(xy / Math.sqrt(xx * yy));
}

function isRenaming(a: readonly string[], b: readonly string[]): boolean {
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  return a.every((value, row) => {
    const other = b[row] ?? '';
    if ((there.get(value) ?? other) !== other || (back.get(other) ?? value) !== value) return false;
    there.set(value, other);
    back.set(other, value);
    return true;
  });
}
