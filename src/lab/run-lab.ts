import { failure, success } from '../core/outcome.ts';
import type { PythonClient } from '../python/python-client.ts';
import { chooseTask, type LabRequest, type TableRequest, type Task } from './choose-task.ts';
import { findLeaks } from './find-leaks.ts';
import { firstPlan, ideas } from './ideas.ts';
import { findingOf, type LabEvent, type LabResult, type Round } from './lab-event.ts';
import type { Plan, Prediction } from './plan.ts';
import { profileTable, type ColumnProfile } from './profile.ts';
import { LabPython } from './lab-python.ts';
import { compare, scoreOf, standardError, type Scored } from './score.ts';
import { cutHoldout, makeFolds, seededRandom, shuffled } from './split.ts';
import { columnOf, pickRows, withoutColumn, writeCsv, type LabOutcome, type Table } from './table.ts';
import type { TextColumns } from './text/text-columns.ts';
import { verify } from './verify.ts';
import { analystSays, engineerSays, reflect } from './sentences.ts';
import { writeFinish, writeRound, writeSolution } from './write-script.ts';
import { proposeStep, type CodeWriter, type Memory } from './writer/code-writer.ts';

export type LabRun = {
  table: Table;
  predict: Table | null;
  request: TableRequest;
  /** A language model that proposes steps; without one the playbook's ideas are tried. */
  writer?: CodeWriter | null;
  /** Reads texts for columns of them; without one they are counted by words only. */
  texts?: TextColumns | null;
  /** What an earlier run of the same file and question had tried when it was broken off. */
  resume?: TableProgress | null;
  keep?: (progress: TableProgress) => void;
};

export type TableProgress = { kind: 'table'; rounds: Round[]; best: BestPlan };
/** The best so far: its plan, what it scored, what it predicted for each row, and its script. */
export type BestPlan = { plan: Plan; score: number; made: Scored; code: string };

/** More rows than this make a round too long to try many ideas: the rounds then look at a sample. */
const roundRows = 2_500;
const folds = 4;
const mostTextRows = 4_000;
/** Of a language model: proposals in a run, and answers in a row that are of no use. */
const mostProposals = 8;
const mostFailures = 3;
/** The share of the time that is kept for learning from all rows at the end. */
const finishShare = 0.35;
/** The share of the trying that ideas about columns may take. */
const columnShare = 0.6;

/**
 * A whole run of the playbook: profile, hold-out cut first, a baseline, ideas that stay only if they win, and one look
 * at the hold-out at the end. `isStopped` ends the trying at once and goes on with the best so far.
 */
export async function runLab(
  { table, predict, request, writer = null, texts = null, resume = null, keep = () => undefined }: LabRun,
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
  const rounds = new Rounds(train, profiles, task, request, { python, writer, texts: reader, emit, isStopped, keep });
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
    models: [
      ...final.value.models,
      ...files.flatMap(({ path, text }) =>
        path === 'vectors.json' ? [{ path, bytes: new TextEncoder().encode(text) }] : [],
      ),
    ],
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

type Tools = {
  python: LabPython;
  writer: CodeWriter | null;
  texts: TextColumns | null;
  emit: (event: LabEvent) => void;
  isStopped: () => boolean;
  keep: (progress: TableProgress) => void;
};

/** The rounds of one run: the same rows and the same folds for every idea, so that they can be compared row for row. */
class Rounds {
  readonly #answers: string[];
  readonly #folds: number[];
  readonly #sample: Table;
  readonly #profiles: readonly ColumnProfile[];
  readonly #task: Task;
  readonly #request: LabRequest;
  readonly #with: Tools;
  readonly #tried: Round[] = [];
  #best: BestPlan | null = null;

  constructor(train: Table, profiles: readonly ColumnProfile[], task: Task, request: LabRequest, tools: Tools) {
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
    this.#with = tools;
  }

  async search(base: Plan, readyAt: number, resume: TableProgress | null): Promise<LabOutcome<Searched>> {
    const { python, writer, emit, isStopped } = this.#with;
    const prepared = await python.write([
      { path: 'rounds.csv', text: writeCsv(this.#sample) },
      { path: 'folds.json', text: JSON.stringify(this.#folds) },
    ]);
    if (!prepared.ok) return prepared;
    const budgetMs = this.#request.minutes * 60_000 * (1 - finishShare);
    // What was spent before a reload counts.
    const startedAt = readyAt - (resume?.rounds ?? []).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
    if (resume === null) {
      await this.#try('baseline', 'Every column as it is, boosted trees as they come.', base, budgetMs * 2);
    } else {
      this.#best = resume.best;
      this.#tried.push(...resume.rounds);
      for (const round of resume.rounds) emit({ kind: 'round_ended', round, best: resume.best.score });
    }
    if (this.#best === null) return failure('lab_failed', `The first model failed. ${this.#tried[0]?.log ?? ''}`);
    const secondsToFirst = (performance.now() - readyAt) / 1000;
    if (writer !== null) await this.#askWriter(writer, startedAt, budgetMs);
    const known = new Set(this.#tried.map(({ idea }) => idea));
    for (const [index, idea] of ideas.entries()) {
      // With a writer the playbook only brings more models of the columns that were found.
      if (known.has(idea.id) || (writer !== null && idea.isAboutModels !== true)) continue;
      const spent = performance.now() - startedAt;
      emit({ kind: 'progress', done: index, of: ideas.length, secondsLeft: Math.max(0, (budgetMs - spent) / 1000) });
      if (isStopped() || spent > budgetMs) break;
      // Time is kept for more models of the best columns, which help on most tables.
      if (spent > budgetMs * columnShare && idea.isAboutModels !== true) continue;
      const { plan } = this.#best;
      const next = idea.change({ table: this.#sample, profiles: this.#profiles, task: this.#task, plan });
      if (next === null || !(await this.#readTexts(next))) continue;
      await this.#try(idea.id, idea.says, next, budgetMs - spent, isStopped);
    }
    const { plan, score, made } = this.#best;
    return success({ plan, cv: score, made, tried: this.#tried, secondsToFirst });
  }

  /** Where a plan takes texts by their vectors, those of the rounds are read first; false where that cannot be done. */
  async #readTexts(plan: Plan): Promise<boolean> {
    const columns = textColumns(plan);
    if (columns.length === 0) return true;
    const { texts, python, emit } = this.#with;
    if (texts === null) return false;
    const read = await texts.tableOf(columns.flatMap((name) => columnOf(this.#sample, name)));
    if (!read.ok) {
      emit({ kind: 'said', role: 'engineer', text: `Texts are not taken by their vectors: ${read.message}` });
      return false;
    }
    return (await python.write([{ path: 'vectors.json', text: read.value }])).ok;
  }

  /** A step from the language model, run and judged like any idea; what came of it is what the next is written with. */
  async #askWriter(writer: CodeWriter, startedAt: number, budgetMs: number): Promise<void> {
    const { emit, isStopped } = this.#with;
    const memory: Memory[] = [];
    const before = this.#tried.filter(({ idea }) => idea.startsWith('written_')).length;
    let failures = 0;
    for (let count = before + 1; count <= mostProposals && failures < mostFailures; count += 1) {
      const spent = performance.now() - startedAt;
      const best = this.#best;
      if (best === null || isStopped() || spent > budgetMs * columnShare) break;
      emit({ kind: 'progress', done: count, of: mostProposals, secondsLeft: (budgetMs - spent) / 1000 });
      const limit = AbortSignal.timeout(Math.round(Math.max(5_000, budgetMs - spent)));
      const asked = { task: this.#task, plan: best.plan, profiles: this.#profiles, memory };
      const proposed = await proposeStep(writer, asked, limit);
      if (!proposed.ok) {
        failures += 1;
        emit({ kind: 'said', role: 'coder', text: `${writer.id}: ${proposed.message}` });
        continue;
      }
      const { analysis, code } = proposed.value;
      const step = `written_${String(count)}`;
      const plan = withWritten(best.plan, step, code);
      const round = await this.#try(step, analysis, plan, budgetMs - spent, isStopped);
      const error = round.score === null ? `It failed:\n${round.log.split('\n').slice(-4).join('\n')}` : '';
      memory.push({ answer: proposed.value, cameOf: `${round.reflection}\n${error}`.trim() });
      failures = round.score === null ? failures + 1 : 0;
    }
  }

  /** The best plan's code once more: a score that does not repeat is none. */
  async repeat(): Promise<{ before: number; after: number | null }> {
    const best = this.#best;
    if (best === null) return { before: Number.NaN, after: null };
    const again = await this.#with.python.round(best.code, this.#request.minutes * 60_000);
    return { before: best.score, after: again.ok ? scoreOf(this.#task.metric, this.#scored(again.value.made)) : null };
  }

  async #try(
    idea: string,
    says: string,
    plan: Plan,
    limitMs: number,
    isStopped: () => boolean = () => false,
  ): Promise<Round> {
    const { python, emit, keep } = this.#with;
    const startedAt = performance.now();
    const code = writeRound(plan, says);
    emit({ kind: 'said', role: 'specialist', text: says });
    emit({ kind: 'round_started', idea, says, code });
    const ran = await python.round(code, Math.max(5_000, limitMs), isStopped);
    const seconds = (performance.now() - startedAt) / 1000;
    const ended = (round: Round): Round => {
      this.#tried.push(round);
      emit({ kind: 'round_ended', round, best: this.#best?.score ?? Number.NaN });
      if (this.#best !== null) keep({ kind: 'table', rounds: [...this.#tried], best: this.#best });
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

function textColumns(plan: Plan): string[] {
  return plan.steps.flatMap(([step, { columns }]) =>
    step === 'text_vectors' && Array.isArray(columns) ? columns.map(String) : [],
  );
}

function withWritten(plan: Plan, step: string, code: string): Plan {
  return { ...plan, steps: [...plan.steps, [step, {}]], written: { ...plan.written, [step]: code } };
}

function classesOf(task: Task, answers: readonly string[]): string[] {
  return task.kind === 'classify' ? [...new Set(answers)].sort() : [];
}
