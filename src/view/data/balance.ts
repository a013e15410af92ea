import { yesNoHeads, type YesNoHead } from '../../core/judgement.ts';
import type { DataRow } from './training-rows.ts';

export type Count = { name: string; count: number };

/** How often each head is answered yes, no, or not at all. */
export type HeadCount = { head: YesNoHead; yes: number; no: number; open: number };

export type RiskCount = { Low: number; Medium: number; High: number; open: number };

/** The largest first. */
export function countBy(rows: readonly DataRow[], nameOf: (row: DataRow) => string): readonly Count[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}

export function countHeads(rows: readonly DataRow[]): readonly HeadCount[] {
  return yesNoHeads.map((head) => {
    const count = { head, yes: 0, no: 0, open: 0 };
    for (const { label } of rows) {
      const answer = label === null ? null : label.heads[head];
      if (answer === null) count.open += 1;
      else if (answer) count.yes += 1;
      else count.no += 1;
    }
    return count;
  });
}

/** A label that lets several levels stand counts as open. */
export function countRisk(rows: readonly DataRow[]): RiskCount {
  const count: RiskCount = { Low: 0, Medium: 0, High: 0, open: 0 };
  for (const { label } of rows) {
    if (label?.risk === 'L') count.Low += 1;
    else if (label?.risk === 'M') count.Medium += 1;
    else if (label?.risk === 'H') count.High += 1;
    else count.open += 1;
  }
  return count;
}
