import type { NamedScore } from './lab-event.ts';
import type { Task } from './choose-task.ts';
import type { Leak } from './find-leaks.ts';
import type { Metric, Plan } from './plan.ts';
import type { ColumnProfile } from './profile.ts';
import type { Comparison } from './score.ts';
import type { Split } from './split.ts';

/** Four digits that matter, as a person would write them. */
export function formatScore(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4);
}

export function scoreText({ value, error }: NamedScore): string {
  return error === null ? formatScore(value) : `${formatScore(value)} ± ${formatScore(error)}`;
}

export function analystSays(
  task: Task,
  profiles: readonly ColumnProfile[],
  leaks: readonly Leak[],
  split: Split,
): string {
  const lines = [task.why];
  const counts = new Map<string, number>();
  for (const { kind } of profiles) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  lines.push(`Columns: ${[...counts].map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}.`);
  const holes = profiles.filter(({ missingShare }) => missingShare > 0.05);
  if (holes.length > 0) {
    lines.push(
      `Missing: ${holes
        .slice(0, 8)
        .map(({ name, missingShare }) => `${name} ${(missingShare * 100).toFixed(0)} %`)
        .join(', ')}.`,
    );
  }
  for (const { column, kind, reason } of leaks) {
    lines.push(
      kind === 'target_again' ? `Leak: "${column}" is left out, ${reason}.` : `"${column}" adds nothing: ${reason}.`,
    );
  }
  lines.push(
    `${String(split.holdout.length)} rows are put aside until the end; ${String(split.train.length)} are learned from.`,
  );
  return lines.join('\n');
}

export function engineerSays(plan: Plan, profiles: readonly ColumnProfile[], leftOut: readonly string[]): string {
  const unused = profiles.filter(
    ({ name }) => name !== plan.target && !plan.inputs.includes(name) && !leftOut.includes(name),
  );
  const lines = [`${String(plan.inputs.length)} columns are used.`];
  if (unused.length > 0)
    lines.push(
      `Not used: ${unused.map(({ name, kind }) => `${name} (${plan.task === 'forecast' ? 'not known beforehand' : kind})`).join(', ')}.`,
    );
  for (const [step] of plan.steps) lines.push(stepSays[step] ?? step);
  return lines.join('\n');
}

const stepSays: { [step: string]: string } = {
  words: 'Texts become the frequent words that they hold.',
  date_parts: 'Dates become year, month, weekday and hour.',
  lags: 'The series is told what it was whole days and weeks before, never nearer than the horizon.',
};

export function reflect(metric: Metric, before: number | null, after: number, comparison: Comparison | null): string {
  if (before === null || comparison === null) return `The score to beat: ${metric} ${formatScore(after)}.`;
  const change = `${metric} ${formatScore(before)} → ${formatScore(after)}`;
  if (comparison.wins)
    return `Kept: ${change}, a gain of ${(comparison.gain / comparison.error).toFixed(1)} times its noise.`;
  if (comparison.gain <= 0) return `Rejected: ${change} is no gain.`;
  return `Rejected: ${change} is a gain of only ${(comparison.gain / comparison.error).toFixed(1)} times its noise.`;
}

/** What the report says of the packages that a language model could use. */
export function packagesSay({ offered, used }: { offered: readonly string[]; used: readonly string[] }): {
  title: string;
  lines: string[];
} {
  return {
    title: 'Python packages',
    lines: [
      `The model that wrote the steps could import ${offered.join(', ')}.`,
      used.length === 0
        ? 'None of the steps that stayed does.'
        : `The steps that stayed import ${used.join(', ')}; the script needs them on a desktop too.`,
    ],
  };
}
