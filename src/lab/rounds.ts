import { failure, success } from '../core/outcome.ts';
import type { LabRequest, Task } from './choose-task.ts';
import { ideas } from './ideas.ts';
import type { LabEvent, Round } from './lab-event.ts';
import type { LabPython } from './lab-python.ts';
import { higherIsBetter, type Plan, type Prediction } from './plan.ts';
import type { ColumnProfile } from './profile.ts';
import { compare, scoreOf, type Scored } from './score.ts';
import { formatScore, reflect } from './sentences.ts';
import { makeFolds, seededRandom, shuffled } from './split.ts';
import { columnOf, pickRows, writeCsv, type LabOutcome, type Table } from './table.ts';
import type { TextColumns } from './text/text-columns.ts';
import { writeRound } from './write-script.ts';
import { proposeStep, type CodeWriter, type Memory } from './writer/code-writer.ts';

export type TableProgress = { kind: 'table'; rounds: Round[]; best: BestPlan };
/** The best so far: its plan, what it scored, what it predicted for each row, and its script. */
export type BestPlan = { plan: Plan; score: number; made: Scored; code: string };

/** More rows than this make a round too long to try many ideas: the rounds then look at a sample. */
const roundRows = 2_500;
const folds = 4;
/** Of a language model: proposals in a run, and answers in a row that are of no use. */
const mostProposals = 8;
const mostFailures = 3;
/** The share of the time that is kept for learning from all rows at the end. */
const finishShare = 0.35;
/** The share of the trying that ideas about columns may take. */
const columnShare = 0.6;

type Searched = { plan: Plan; cv: number; made: Scored; tried: Round[]; secondsToFirst: number };

type Tools = {
  python: LabPython;
  writer: CodeWriter | null;
  /** What the writer's steps may import beside the standard library. */
  packages: readonly string[];
  texts: TextColumns | null;
  emit: (event: LabEvent) => void;
  isStopped: () => boolean;
  keep: (progress: TableProgress) => void;
};

/** The rounds of one run: the same rows and the same folds for every idea, so that they can be compared row for row. */
export class Rounds {
  readonly #train: Table;
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
    this.#train = train;
    this.#sample = pickRows(train, sample);
    this.#answers = columnOf(this.#sample, task.target);
    this.#folds = makeFolds(this.#answers, task, folds, request.seed);
    this.#profiles = profiles;
    this.#task = task;
    this.#request = request;
    this.#with = tools;
  }

  /** What every round's script reads. */
  files(): { path: string; text: string }[] {
    return [
      { path: 'rounds.csv', text: writeCsv(this.#sample) },
      { path: 'folds.json', text: JSON.stringify(this.#folds) },
    ];
  }

  async search(base: Plan, readyAt: number, resume: TableProgress | null): Promise<LabOutcome<Searched>> {
    const { python, writer, emit, isStopped } = this.#with;
    const prepared = await python.write(this.files());
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
    await this.#confirm(base, startedAt);
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

  /**
   * What won on a sample is looked at once more on all training rows, where there is time: columns that lose there are
   * left out. A fifth of the training rows is predicted, with one forest each.
   */
  async #confirm(base: Plan, startedAt: number): Promise<void> {
    const best = this.#best;
    const { python, emit, isStopped } = this.#with;
    if (best === null || this.#sample.rowCount === this.#train.rowCount || isStopped()) return;
    const columnsOf = ({ steps, log }: Plan) => JSON.stringify([steps, log]);
    // The vectors of texts are those of the sample only.
    if (columnsOf(best.plan) === columnsOf(base) || textColumns(best.plan).length > 0) return;
    if (!best.plan.models.some(([kind]) => kind === 'boosted')) return;
    const spentMs = performance.now() - startedAt;
    const leftMs = this.#request.minutes * 60_000 - spentMs;
    const perRowMs = ((this.#tried[0]?.seconds ?? 0) * 1000) / (this.#sample.rowCount * (folds - 1));
    if (2 * perRowMs * this.#train.rowCount > leftMs * finishShare) {
      emit({ kind: 'said', role: 'verifier', text: 'There is no time to try the columns on all training rows too.' });
      return;
    }
    const rows = Array.from({ length: this.#train.rowCount }, (_, row) => row);
    const apart = new Set(
      shuffled(rows, seededRandom(this.#request.seed + 2000)).slice(0, Math.round(rows.length / 5)),
    );
    const files = [{ path: 'confirm.json', text: JSON.stringify(rows.map((row) => (apart.has(row) ? 0 : -1))) }];
    if (!(await python.write(files)).ok) return;
    const answers = columnOf(this.#train, this.#task.target);
    const scores: number[] = [];
    for (const each of [base, best.plan]) {
      const code = writeRound(
        { ...each, models: [['boosted', 1]] },
        'On all training rows',
        'train.csv',
        'confirm.json',
      );
      const ran = await python.round(code, leftMs, isStopped);
      if (!ran.ok) return;
      const asked = rows.filter((row) => apart.has(row));
      scores.push(
        scoreOf(this.#task.metric, {
          answers: asked.map((row) => answers[row] ?? ''),
          predictions: asked.map((row) => ran.value.made[row] ?? (this.#task.kind === 'classify' ? [] : Number.NaN)),
          classes: best.plan.classes,
        }),
      );
    }
    const [before = Number.NaN, after = Number.NaN] = scores;
    const holds = higherIsBetter(this.#task.metric) ? after > before : after < before;
    const change = `${formatScore(before)} → ${formatScore(after)}`;
    const words = holds ? 'gain there too' : 'gain nothing there, so the columns are used as they are';
    emit({
      kind: 'said',
      role: 'verifier',
      text: `On all training rows: ${change}. The ideas that won on a sample ${words}.`,
    });
    if (holds) return;
    this.#best = null;
    await this.#try(
      'plain_columns',
      'The columns as they are, with the models that won.',
      { ...base, models: best.plan.models },
      Math.max(leftMs, 60_000),
    );
    this.#best ??= best;
  }

  /** A step from the language model, run and judged like any idea; what came of it is what the next is written with. */
  async #askWriter(writer: CodeWriter, startedAt: number, budgetMs: number): Promise<void> {
    const { packages, emit, isStopped } = this.#with;
    const memory: Memory[] = [];
    const before = this.#tried.filter(({ idea }) => idea.startsWith('written_')).length;
    let failures = 0;
    for (let count = before + 1; count <= mostProposals && failures < mostFailures; count += 1) {
      const spent = performance.now() - startedAt;
      const best = this.#best;
      if (best === null || isStopped() || spent > budgetMs * columnShare) break;
      emit({ kind: 'progress', done: count, of: mostProposals, secondsLeft: (budgetMs - spent) / 1000 });
      const limit = AbortSignal.timeout(Math.round(Math.max(5_000, budgetMs - spent)));
      const asked = { task: this.#task, plan: best.plan, profiles: this.#profiles, packages, memory };
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

export function textColumns(plan: Plan): string[] {
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
