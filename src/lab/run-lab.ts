import { failure, success } from '../core/outcome.ts';
import type { PythonClient } from '../python/python-client.ts';
import { chooseTask, type TableRequest } from './choose-task.ts';
import { findLeaks } from './find-leaks.ts';
import { firstPlan } from './ideas.ts';
import { findingOf, type LabEvent, type LabResult } from './lab-event.ts';
import type { Plan, Prediction } from './plan.ts';
import { profileTable, type ColumnProfile } from './profile.ts';
import { packagesUsed, type PackagesAtHand } from './packages/packages-at-hand.ts';
import { LabPython } from './lab-python.ts';
import { Rounds, textColumns, type TableProgress } from './rounds.ts';
import { scoreOf, standardError, type Scored } from './score.ts';
import { cutHoldout } from './split.ts';
import { columnOf, pickRows, withoutColumn, writeCsv, type LabOutcome, type Table } from './table.ts';
import type { TextColumns } from './text/text-columns.ts';
import { verify } from './verify.ts';
import { analystSays, engineerSays } from './sentences.ts';
import { writeFinish, writeSolution } from './write-script.ts';
import type { CodeWriter } from './writer/code-writer.ts';

export type LabRun = {
  table: Table;
  predict: Table | null;
  request: TableRequest;
  /** A language model that proposes steps; without one the playbook's ideas are tried. */
  writer?: CodeWriter | null;
  /** Packages that the writer's steps may import; the playbook's never do. */
  packages?: PackagesAtHand | null;
  /** Reads texts for columns of them; without one they are counted by words only. */
  texts?: TextColumns | null;
  /** What an earlier run of the same file and question had tried when it was broken off. */
  resume?: TableProgress | null;
  keep?: (progress: TableProgress) => void;
};

const mostTextRows = 4_000;

/**
 * A whole run of the playbook: profile, hold-out cut first, a baseline, ideas that stay only if they win, and one look
 * at the hold-out at the end. `isStopped` ends the trying at once and goes on with the best so far.
 */
export async function runLab(
  {
    table,
    predict,
    request,
    writer = null,
    packages = null,
    texts = null,
    resume = null,
    keep = () => undefined,
  }: LabRun,
  client: PythonClient,
  emit: (event: LabEvent) => void,
  isStopped: () => boolean,
): Promise<LabOutcome<LabResult>> {
  const startedAt = performance.now();
  const wholeProfiles = profileTable(table);
  const chosen = chooseTask(table, wholeProfiles, request);
  if (!chosen.ok) return chosen;
  const task = chosen.value;
  const split = cutHoldout(table, wholeProfiles, task, request.seed);
  const train = pickRows(table, split.train);
  const holdout = pickRows(table, split.holdout);
  const profiles = profileTrainingRows(train, wholeProfiles);
  const leaks = findLeaks(train, profiles, task.target);
  emit({ kind: 'profiled', task, columns: profiles, leaks, rows: table.rowCount, notes: table.notes });
  emit({ kind: 'said', role: 'analyst', text: analystSays(task, profiles, leaks, split) });

  const leftOut = leaks.filter(({ kind }) => kind === 'target_again').map(({ column }) => column);
  const base = firstPlan(train, profiles, task, leftOut);
  if (base.inputs.length === 0) {
    return failure(
      'no_inputs',
      `No column is left to predict "${task.target}" from. Add one that is known beforehand.`,
    );
  }
  emit({ kind: 'said', role: 'engineer', text: engineerSays(base, profiles, leftOut) });

  const python = new LabPython(client, emit);
  const ready = await python.open([{ path: 'train.csv', text: writeCsv(train) }]);
  if (!ready.ok) return ready;
  const readyAt = performance.now();
  // More rows would take the encoder longer than the idea is worth.
  const reader = table.rowCount + (predict?.rowCount ?? 0) <= mostTextRows ? texts : null;
  const rounds = new Rounds(train, profiles, task, request, {
    python,
    writer,
    packages: packages?.named ?? [],
    texts: reader,
    emit,
    isStopped,
    keep,
  });
  const searched = await rounds.search(base, readyAt, resume);
  if (!searched.ok) return searched;
  const { plan, cv, made, tried, secondsToFirst } = searched.value;

  emit({ kind: 'said', role: 'coder', text: 'Learning from all training rows; then the hold-out is predicted, once.' });
  // Only now do the rows of the hold-out go to Python, and without their answers.
  const files = [{ path: 'holdout.csv', text: writeCsv(withoutColumn(holdout, task.target)) }];
  if (predict !== null) files.push({ path: 'predict.csv', text: writeCsv(withoutColumn(predict, task.target)) });
  if (textColumns(plan).length > 0 && texts !== null) {
    const all = [train, holdout, ...(predict === null ? [] : [predict])];
    const read = await texts.tableOf(textColumns(plan).flatMap((name) => all.flatMap((each) => columnOf(each, name))));
    if (!read.ok) return read;
    files.push({ path: 'vectors.json', text: read.value });
  }
  const final = await python.finish(
    writeFinish(
      plan,
      'The final models',
      files.map(({ path }) => path).filter((path) => path.endsWith('.csv')),
      'model',
    ),
    files,
    'model',
  );
  if (!final.ok) return final;
  const plain = await python.finish(writeFinish(base, 'Plain forests', ['holdout.csv'], 'plain'), files, 'plain');
  if (!plain.ok) return plain;

  const used = packages === null ? [] : packagesUsed(Object.values(plan.written ?? {}), packages.imports);
  const answers = columnOf(holdout, task.target);
  const scored: Scored = { answers, predictions: final.value.made[0] ?? [], classes: plan.classes };
  const { metric } = task;
  const result: LabResult = {
    task,
    metric,
    plan,
    cv,
    cvError: standardError(metric, made),
    holdout: scoreOf(metric, scored),
    holdoutError: standardError(metric, scored),
    baseline: scoreOf(metric, { ...scored, predictions: guesses(columnOf(train, task.target), answers.length, plan) }),
    plain: scoreOf(metric, { ...scored, predictions: plain.value.made[0] ?? [] }),
    rounds: tried,
    checks: [],
    importances: final.value.importances,
    answers,
    predictions: [...scored.predictions],
    times: task.time === null ? [] : columnOf(holdout, task.time),
    seconds: (performance.now() - startedAt) / 1000,
    secondsToFirst,
    stopped: isStopped(),
    solution: writeSolution(plan, `Predicts ${task.target}.`, table, used),
    models: [
      ...final.value.models,
      // The notebook's rounds read theirs too.
      ...[...rounds.files(), ...files.filter(({ path }) => path === 'vectors.json')].map(({ path, text }) => ({
        path,
        bytes: new TextEncoder().encode(text),
      })),
    ],
    packages: packages === null ? null : { offered: packages.named, used },
    predicted: predict === null ? null : (final.value.made[1] ?? []),
  };
  const checks = await verify(result, leaks, split, () => rounds.repeat());
  emit({
    kind: 'said',
    role: 'verifier',
    text: checks.map(({ claim, holds, detail }) => `${holds ? '✓' : '✗'} ${claim}: ${detail}`).join('\n'),
  });
  const finished = { ...result, checks };
  emit({ kind: 'finished', finding: findingOf(finished) });
  return success(finished);
}

/** From here on only training rows are looked at; that a column counts the rows can only be seen in all of them. */
function profileTrainingRows(train: Table, whole: readonly ColumnProfile[]): ColumnProfile[] {
  return profileTable(train).map((profile, index) =>
    whole[index]?.kind === 'id' ? { ...profile, kind: 'id' } : profile,
  );
}

/** What one would say without looking at a row: the commonest class, or the mean. */
function guesses(known: readonly string[], count: number, plan: Plan): Prediction[] {
  if (plan.task === 'classify') {
    const shares = plan.classes.map((name) => known.filter((value) => value === name).length / known.length);
    return new Array<Prediction>(count).fill(shares);
  }
  const values = known.map(Number);
  return new Array<Prediction>(count).fill(values.reduce((sum, value) => sum + value, 0) / values.length);
}
