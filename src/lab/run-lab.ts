import { failure, success } from '../core/outcome.ts';
import type { PythonClient } from '../python/python-client.ts';
import { chooseTask, type LabRequest, type TableRequest, type Task } from './choose-task.ts';
import { findLeaks } from './find-leaks.ts';
import { firstPlan, ideas, type Situation } from './ideas.ts';
import { findingOf, type LabEvent, type LabResult, type Round } from './lab-event.ts';
import type { Plan, Prediction } from './plan.ts';
import { profileTable, type ColumnProfile } from './profile.ts';
import { LabPython } from './lab-python.ts';
import { compare, scoreOf, standardError, type Scored } from './score.ts';
import { cutHoldout, makeFolds, seededRandom, shuffled } from './split.ts';
import { columnOf, pickRows, withoutColumn, writeCsv, type LabOutcome, type Table } from './table.ts';
import { verify } from './verify.ts';
import { analystSays, engineerSays, reflect } from './sentences.ts';
import { writeFinish, writeRound, writeSolution } from './write-script.ts';

export type LabRun = { table: Table; predict: Table | null; request: TableRequest };

/** More rows than this make a round too long to try many ideas: the rounds then look at a sample. */
const roundRows = 2_500;
const folds = 4;
/** The share of the time that is kept for learning from all rows at the end. */
const finishShare = 0.35;
/** The share of the trying that ideas about columns may take. */
const columnShare = 0.6;

/**
 * A whole run of the playbook: profile, hold-out cut first, a baseline, ideas that stay only if they win, and one look
 * at the hold-out at the end. `isStopped` ends the trying at once and goes on with the best so far.
 */
export async function runLab(
  { table, predict, request }: LabRun,
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
  const rounds = new Rounds(train, profiles, task, request, python, emit);
  const searched = await rounds.search(base, readyAt, isStopped);
  if (!searched.ok) return searched;
  const { plan, cv, made, tried, secondsToFirst } = searched.value;

  emit({ kind: 'said', role: 'coder', text: 'Learning from all training rows; then the hold-out is predicted, once.' });
  // Only now do the rows of the hold-out go to Python, and without their answers.
  const files = [{ path: 'holdout.csv', text: writeCsv(withoutColumn(holdout, task.target)) }];
  if (predict !== null) files.push({ path: 'predict.csv', text: writeCsv(withoutColumn(predict, task.target)) });
  const final = await python.finish(
    writeFinish(
      plan,
      'The final models',
      files.map(({ path }) => path),
      'model',
    ),
    files,
    'model',
  );
  if (!final.ok) return final;
  const plain = await python.finish(writeFinish(base, 'Plain forests', ['holdout.csv'], 'plain'), files, 'plain');
  if (!plain.ok) return plain;

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
    solution: writeSolution(plan, `Predicts ${task.target}.`, table),
    models: final.value.models,
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

type Searched = { plan: Plan; cv: number; made: Scored; tried: Round[]; secondsToFirst: number };

/** The rounds of one run: the same rows and the same folds for every idea, so that they can be compared row for row. */
class Rounds {
  readonly #answers: string[];
  readonly #folds: number[];
  readonly #sample: Table;
  readonly #profiles: readonly ColumnProfile[];
  readonly #task: Task;
  readonly #request: LabRequest;
  readonly #python: LabPython;
  readonly #emit: (event: LabEvent) => void;
  #best: { plan: Plan; score: number; made: Scored; code: string } | null = null;

  constructor(
    train: Table,
    profiles: readonly ColumnProfile[],
    task: Task,
    request: LabRequest,
    python: LabPython,
    emit: (event: LabEvent) => void,
  ) {
    const rows = Array.from({ length: train.rowCount }, (_, row) => row);
    const isLarge = train.rowCount > roundRows && task.kind !== 'forecast';
    const sample = isLarge
      ? shuffled(rows, seededRandom(request.seed))
          .slice(0, roundRows)
          .sort((a, b) => a - b)
      : rows;
    this.#sample = pickRows(train, sample);
    this.#answers = columnOf(this.#sample, task.target);
    this.#folds = makeFolds(this.#answers, task, folds, request.seed);
    this.#profiles = profiles;
    this.#task = task;
    this.#request = request;
    this.#python = python;
    this.#emit = emit;
  }

  async search(base: Plan, readyAt: number, isStopped: () => boolean): Promise<LabOutcome<Searched>> {
    const prepared = await this.#python.write([
      { path: 'rounds.csv', text: writeCsv(this.#sample) },
      { path: 'folds.json', text: JSON.stringify(this.#folds) },
    ]);
    if (!prepared.ok) return prepared;
    const budgetMs = this.#request.minutes * 60_000 * (1 - finishShare);
    const tried: Round[] = [];
    const first = await this.#try('baseline', 'Every column as it is, boosted trees as they come.', base, budgetMs * 2);
    tried.push(first);
    if (this.#best === null) return failure('lab_failed', `The first model failed. ${first.log}`);
    const secondsToFirst = (performance.now() - readyAt) / 1000;
    for (const [index, idea] of ideas.entries()) {
      const spent = performance.now() - readyAt;
      this.#emit({
        kind: 'progress',
        done: index,
        of: ideas.length,
        secondsLeft: Math.max(0, (budgetMs - spent) / 1000),
      });
      if (isStopped() || spent > budgetMs) break;
      // Time is kept for more models of the best columns, which help on most tables.
      if (spent > budgetMs * columnShare && !idea.isAboutModels) continue;
      const situation: Situation = {
        table: this.#sample,
        profiles: this.#profiles,
        task: this.#task,
        plan: this.#best.plan,
      };
      const plan = idea.change(situation);
      if (plan !== null) tried.push(await this.#try(idea.id, idea.says, plan, budgetMs - spent, isStopped));
    }
    const { plan, score, made } = this.#best;
    return success({ plan, cv: score, made, tried, secondsToFirst });
  }

  /** The best plan's code once more: a score that does not repeat is none. */
  async repeat(): Promise<{ before: number; after: number | null }> {
    const best = this.#best;
    if (best === null) return { before: Number.NaN, after: null };
    const again = await this.#python.round(best.code, this.#request.minutes * 60_000);
    return { before: best.score, after: again.ok ? scoreOf(this.#task.metric, this.#scored(again.value.made)) : null };
  }

  async #try(
    idea: string,
    says: string,
    plan: Plan,
    limitMs: number,
    isStopped: () => boolean = () => false,
  ): Promise<Round> {
    const startedAt = performance.now();
    const code = writeRound(plan, says);
    this.#emit({ kind: 'said', role: 'specialist', text: says });
    this.#emit({ kind: 'round_started', idea, says, code });
    const ran = await this.#python.round(code, Math.max(5_000, limitMs), isStopped);
    const seconds = (performance.now() - startedAt) / 1000;
    const ended = (round: Round): Round => {
      this.#emit({ kind: 'round_ended', round, best: this.#best?.score ?? Number.NaN });
      return round;
    };
    const { metric } = this.#task;
    if (!ran.ok) {
      const reflection = `It did not run to its end (${ran.message.split('\n').at(-1) ?? ''}), so the plan stays as it was.`;
      return ended({ idea, says, code, log: ran.message, score: null, accepted: false, reflection, seconds });
    }
    const made = this.#scored(ran.value.made);
    const score = scoreOf(metric, made);
    const before = this.#best;
    const comparison = before === null ? null : compare(metric, before.made, made);
    const accepted = comparison === null || comparison.wins;
    if (accepted) this.#best = { plan, score, made, code };
    const reflection = reflect(metric, before?.score ?? null, score, comparison);
    return ended({ idea, says, code, log: ran.value.log, score, accepted, reflection, seconds });
  }

  /** Only rows that were predicted count; those of fold -1 are never. */
  #scored(made: readonly (Prediction | null)[]): Scored {
    const rows = this.#folds.flatMap((fold, row) => (fold < 0 ? [] : [row]));
    const missing = this.#task.kind === 'classify' ? [] : Number.NaN;
    return {
      answers: rows.map((row) => this.#answers[row] ?? ''),
      predictions: rows.map((row) => made[row] ?? missing),
      classes: this.#best?.plan.classes ?? classesOf(this.#task, this.#answers),
    };
  }
}

function classesOf(task: Task, answers: readonly string[]): string[] {
  return task.kind === 'classify' ? [...new Set(answers)].sort() : [];
}
