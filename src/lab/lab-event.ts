import type { LabKind, Metric, Plan } from './plan.ts';
import type { RoleId } from './roles/roles.ts';
import type { Leak } from './find-leaks.ts';
import type { ColumnProfile } from './profile.ts';
import type { Task } from './choose-task.ts';
import { packagesSay } from './sentences.ts';

export type Round = {
  idea: string;
  says: string;
  code: string;
  log: string;
  score: number | null;
  accepted: boolean;
  reflection: string;
  seconds: number;
};

/** What happens in a run, in order; the same for the screen, the report and the command. */
export type LabEvent =
  | { kind: 'said'; role: RoleId; text: string }
  | {
      kind: 'profiled';
      task: Task;
      columns: readonly ColumnProfile[];
      leaks: readonly Leak[];
      rows: number;
      notes: readonly string[];
    }
  | { kind: 'round_started'; idea: string; says: string; code: string }
  | { kind: 'output'; text: string }
  | { kind: 'round_ended'; round: Round; best: number }
  | { kind: 'progress'; done: number; of: number; secondsLeft: number }
  | { kind: 'finished'; finding: Finding };

export type Check = { claim: string; holds: boolean; detail: string };

export type ScoreName = 'holdout' | 'cv' | 'plain' | 'guess' | 'coverage' | 'opening';
export type NamedScore = { name: ScoreName; value: number; error: number | null };

/** What a run of any kind ends with: what the page shows and the report is written from. */
export type Finding = {
  kind: LabKind;
  /** What was predicted, or which file was read. */
  subject: string;
  metric: string;
  why: string;
  stopped: boolean;
  scores: readonly NamedScore[];
  rounds: readonly Round[];
  checks: readonly Check[];
  /** Texts that the run found, each list under its title. */
  passages: readonly { title: string; lines: readonly string[] }[];
  solution: string;
  /** What the script needs beside Python. */
  packages: string;
  seconds: number;
  secondsToFirst: number;
};

export type LabResult = {
  task: Task;
  metric: Metric;
  plan: Plan;
  cv: number;
  cvError: number;
  holdout: number;
  holdoutError: number;
  /** The mean or the commonest class on the hold-out. */
  baseline: number;
  /** The forests as they come, with the columns as they are, on the hold-out. */
  plain: number;
  rounds: Round[];
  checks: Check[];
  importances: { column: string; importance: number }[];
  answers: string[];
  predictions: (number | readonly number[])[];
  /** For a forecast: the times of the hold-out. */
  times: string[];
  seconds: number;
  secondsToFirst: number;
  stopped: boolean;
  solution: string;
  models: { path: string; bytes: Uint8Array }[];
  /** What the writer's steps could import, and which of it the steps that stayed do; null where nothing was at hand. */
  packages: { offered: readonly string[]; used: readonly string[] } | null;
  /** Predictions for the file that was given for it. */
  predicted: (number | readonly number[])[] | null;
};

export function findingOf(result: LabResult): Finding {
  const { task, metric, rounds, checks, solution, seconds, secondsToFirst, stopped } = result;
  return {
    kind: task.kind,
    subject: task.target,
    metric,
    why: task.why,
    stopped,
    scores: [
      { name: 'holdout', value: result.holdout, error: result.holdoutError },
      { name: 'cv', value: result.cv, error: result.cvError },
      { name: 'plain', value: result.plain, error: null },
      { name: 'guess', value: result.baseline, error: null },
    ],
    rounds,
    checks,
    passages: result.packages === null ? [] : [packagesSay(result.packages)],
    solution,
    packages: ['ydf', ...(result.packages?.used ?? [])].join(' '),
    seconds,
    secondsToFirst,
  };
}
