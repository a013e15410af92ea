import { Chance } from '../core/chance.ts';
import { profileOf, type ColumnProfile } from './profile.ts';
import type { Task } from './choose-task.ts';
import { columnOf, type Table } from './table.ts';

export type Split = { train: number[]; holdout: number[] };

/** So that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  const chance = new Chance(seed);
  return () => chance.next();
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}

/** Cuts the hold-out before anything is looked at: a fifth of the rows, or the last steps of a series. */
export function cutHoldout(table: Table, profiles: readonly ColumnProfile[], task: Task, seed: number): Split {
  const answers = columnOf(table, task.target);
  const known = answers.flatMap((answer, row) => (answer === '' ? [] : [row]));
  if (task.kind === 'forecast' && task.time !== null) {
    const ordered = byTime(table, profiles, task.time, known);
    const size = Math.min(task.horizon, Math.floor(ordered.length / 4));
    return { train: ordered.slice(0, -size), holdout: ordered.slice(-size) };
  }
  const random = seededRandom(seed);
  const groups = task.kind === 'classify' ? groupBy(known, (row) => answers[row] ?? '') : [known];
  const holdout = groups.flatMap((rows) => shuffled(rows, random).slice(0, Math.round(rows.length / 5)));
  const apart = new Set(holdout);
  return { train: known.filter((row) => !apart.has(row)), holdout: holdout.sort((a, b) => a - b) };
}

/** A fold for each training row; -1 is learned from and never predicted. `limit` bounds what is looked at in a round. */
export function makeFolds(answers: readonly string[], task: Task, folds: number, seed: number): number[] {
  const rows = answers.map((_, row) => row);
  if (task.kind === 'forecast') {
    // Forward only: each block is predicted from what came before it.
    const size = Math.max(1, Math.min(task.horizon, Math.floor(rows.length / (folds + 2))));
    return rows.map((row) => {
      const fromEnd = Math.floor((rows.length - 1 - row) / size);
      return fromEnd < folds ? folds - 1 - fromEnd : -1;
    });
  }
  const random = seededRandom(seed + 1000);
  const groups = task.kind === 'classify' ? groupBy(rows, (row) => answers[row] ?? '') : [rows];
  const of = new Array<number>(rows.length).fill(0);
  let next = 0;
  for (const row of groups.flatMap((group) => shuffled(group, random))) of[row] = next++ % folds;
  return of;
}

function groupBy(rows: readonly number[], key: (row: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

export function byTime(
  table: Table,
  profiles: readonly ColumnProfile[],
  time: string,
  rows: readonly number[],
): number[] {
  const cells = columnOf(table, time);
  const form = profileOf(profiles, time)?.dateForms[0] ?? '';
  return [...rows].sort((a, b) => readTime(cells[a] ?? '', form) - readTime(cells[b] ?? '', form));
}

/** Milliseconds of a date in one of the spellings that the profile knows. */
export function readTime(text: string, form: string): number {
  const named = form.includes('%b') || form.includes('%B');
  if (named) return Date.parse(`${text} UTC`);
  const parts = text.split(/\D+/).map(Number);
  const order = form.startsWith('%d') ? [2, 1, 0] : form.startsWith('%m') ? [2, 0, 1] : [0, 1, 2];
  const [year = 0, month = 1, day = 1] = order.map((index) => parts[index] ?? 1);
  return Date.UTC(year, month - 1, day, parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0);
}
