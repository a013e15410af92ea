import { failure, success } from '../core/outcome.ts';
import { profileOf, type ColumnProfile } from './profile.ts';
import type { LabKind, Metric, TaskKind } from './plan.ts';
import type { LabOutcome, Table } from './table.ts';

export type LabRequest = {
  goal: string;
  task: 'auto' | LabKind;
  target: string | null;
  time: string | null;
  horizon: number | null;
  metric: Metric | null;
  seed: number;
  minutes: number;
};

export type TableRequest = LabRequest & { task: 'auto' | TaskKind };

export type Task = {
  kind: TaskKind;
  target: string;
  time: string | null;
  horizon: number;
  metric: Metric;
  why: string;
};

const fewestRows = 30;

/** What is to be predicted, how, and measured by what: from the person's words and the table. */
export function chooseTask(table: Table, profiles: readonly ColumnProfile[], request: TableRequest): LabOutcome<Task> {
  if (table.rowCount < fewestRows) {
    return failure(
      'too_few_rows',
      `The table has ${String(table.rowCount)} rows. At least ${String(fewestRows)} are needed to learn something that can be checked.`,
    );
  }
  const target = request.target ?? namedIn(request.goal, table.names);
  if (target === null) {
    return failure(
      'no_target',
      `Which column is to be predicted? Name one of: ${table.names.slice(0, 20).join(', ')}.`,
    );
  }
  const profile = profileOf(profiles, target);
  if (profile === undefined) {
    return failure(
      'no_target',
      `There is no column "${target}". The columns are: ${table.names.slice(0, 20).join(', ')}.`,
    );
  }
  if (profile.kind === 'constant' || profile.kind === 'empty') {
    return failure(
      'constant_target',
      `Every row has the same "${target}", so there is nothing to learn. Choose another column.`,
    );
  }
  const kind = kindFor(profile, request);
  if (kind !== 'classify' && profile.mean === null) {
    return failure(
      'no_target',
      `"${target}" is not a column of numbers, so it can be classified and not ${kind === 'forecast' ? 'forecast' : 'measured'}.`,
    );
  }
  const time = request.time ?? profiles.find((column) => column.kind === 'date')?.name ?? null;
  if (kind === 'forecast' && (time === null || profileOf(profiles, time)?.kind !== 'date')) {
    return failure(
      'no_time',
      'A forecast needs a column with dates or times. Name it, with dates such as 2026-11-21 or 21.11.2026.',
    );
  }
  const metric = request.metric ?? metricFor(kind, profile, request.goal);
  const horizon = request.horizon ?? Math.max(1, Math.min(168, Math.floor(table.rowCount / 10)));
  return success({
    kind,
    target,
    time: kind === 'forecast' ? time : null,
    horizon,
    metric,
    why: whyFor(kind, profile, metric),
  });
}

/** The longest column name that the goal says, however it is spelled. */
export function namedIn(goal: string, names: readonly string[]): string | null {
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const said = plain(goal);
  const exact = names.filter((name) => said.includes(plain(name))).sort((a, b) => b.length - a.length)[0];
  if (exact !== undefined) return exact;
  // "which passengers survive" means the column "survived".
  const stems = said
    .split(' ')
    .filter((word) => word.length >= 5)
    .map((word) => word.slice(0, Math.max(5, word.length - 2)));
  return names.find((name) => stems.some((stem) => plain(name).includes(` ${stem}`))) ?? null;
}

function kindFor(target: ColumnProfile, { task, goal, horizon }: TableRequest): TaskKind {
  if (task !== 'auto') return task;
  if (horizon !== null || /\bforecast\b|\bnext (?:week|month|year|\d+|few|day|hour)/i.test(goal)) return 'forecast';
  if (target.kind !== 'number') return 'classify';
  return target.integers && target.distinct <= 10 ? 'classify' : 'regress';
}

function metricFor(kind: TaskKind, target: ColumnProfile, goal: string): Metric {
  if (kind === 'classify') return 'accuracy';
  if (kind === 'forecast') return 'mae';
  const isPrice = /price|cost|salary|fare|rent/i.test(`${target.name} ${goal}`) && (target.min ?? 0) > 0;
  return isPrice ? 'log-rmse' : 'rmse';
}

function whyFor(kind: TaskKind, target: ColumnProfile, metric: Metric): string {
  if (kind === 'classify') {
    return `"${target.name}" has ${String(target.distinct)} values, so a row is put into one of them; measured by ${metric}.`;
  }
  const range = `${String(target.min)} to ${String(target.max)}`;
  const word = kind === 'forecast' ? 'rows come in time, and what comes next is asked for' : 'it is a number';
  return `"${target.name}" runs from ${range}: ${word}; measured by ${metric}.`;
}
