import { connectPython, type PythonClient, type PythonClientOptions } from '../python/python-client.ts';
import { failure, success } from '../core/outcome.ts';
import type { LabRequest } from './choose-task.ts';
import { findingOf, type LabEvent } from './lab-event.ts';
import { keepsNothing, type Progress, type RunKeeper } from './kept-run.ts';
import type { PackagesAtHand } from './packages/packages-at-hand.ts';
import { profileTable } from './profile.ts';
import type { Drawing } from './report/plots.ts';
import { runLab } from './run-lab.ts';
import { columnOf, readTable, type LabOutcome } from './table.ts';
import { looksTagged, readTagged } from './text/read-tagged.ts';
import { runSummary } from './text/run-summary.ts';
import { runTag } from './text/run-tag.ts';
import { connectText, type TextClient } from './text/text-client.ts';
import { TextColumns } from './text/text-columns.ts';
import type { CodeWriter } from './writer/code-writer.ts';

export type NamedBytes = { name: string; bytes: Uint8Array };
export type LabJob = { data: NamedBytes; predict: NamedBytes | null; request: LabRequest };

/** What a run may be given beside its job. */
export type RunWith = {
  writer?: CodeWriter | null;
  /** Packages that the writer's code may import. */
  packages?: PackagesAtHand | null;
  resume?: Progress | null;
};
export type LabFiles = { files: LabFile[]; drawings: Drawing[] };
export type LabFile = { name: string; type: string; content: string | Uint8Array };

/** What to do with a file of which nobody said it. */
export function kindOf({ data, request }: Pick<LabJob, 'data' | 'request'>): 'table' | 'tag' | 'summarize' {
  const { task, goal } = request;
  if (task === 'tag' || task === 'summarize') return task;
  if (task !== 'auto') return 'table';
  if (looksTagged(data.bytes)) return 'tag';
  if (/\bsummar|\bzusammenfass/i.test(goal)) return 'summarize';
  // A text without columns is a document; a table named .txt stays a table.
  const isText = /\.(?:txt|md)$/i.test(data.name);
  return isText && !readTable(data.bytes, data.name).ok ? 'summarize' : 'table';
}

/** One Lab: a Python of its own, one run at a time, and the files of the run that ended last. */
export class LabSession {
  readonly #connectPython: (options: PythonClientOptions) => PythonClient;
  readonly #connectText: () => TextClient;
  readonly #keeper: RunKeeper;
  #python: PythonClient | null = null;
  #pythonHas = '';
  #text: TextClient | null = null;
  #isStopped = false;
  #isRunning = false;
  #isClosed = false;

  constructor(
    keeper: RunKeeper = keepsNothing,
    python: (options: PythonClientOptions) => PythonClient = connectPython,
    text: () => TextClient = connectText,
  ) {
    this.#keeper = keeper;
    this.#connectPython = python;
    this.#connectText = text;
  }

  async run(job: LabJob, onEvent: (event: LabEvent) => void, given: RunWith = {}): Promise<LabOutcome<LabFiles>> {
    if (this.#isRunning) return failure('lab_failed', 'A run is under way. Stop it first.');
    this.#isRunning = true;
    this.#isStopped = false;
    this.#isClosed = false;
    const events: LabEvent[] = [];
    const emit = (event: LabEvent) => {
      if (event.kind !== 'output') events.push(event);
      onEvent(event);
    };
    try {
      const run = { summarize: this.#runSummary, tag: this.#runTag, table: this.#runTable }[kindOf(job)];
      const ran = await run.call(this, job, emit, events, given);
      // A run that ended has nothing to go on with, whether it was well or not.
      if (!this.#isClosed) await this.#keeper.clear();
      return ran;
    } finally {
      this.#isRunning = false;
    }
  }

  /** Ends the trying; the run goes on to its report with the best so far. */
  stop(): void {
    this.#isStopped = true;
  }

  close(): void {
    this.#isClosed = true;
    this.#python?.close();
    this.#text?.close();
    this.#python = null;
    this.#text = null;
  }

  async #runTable(
    { data, predict, request }: LabJob,
    emit: (event: LabEvent) => void,
    events: readonly LabEvent[],
    { writer = null, packages = null, resume = null }: RunWith,
  ): Promise<LabOutcome<LabFiles>> {
    const { task } = request;
    if (task === 'tag' || task === 'summarize') return failure('not_a_table', 'This is no question about a table.');
    const table = readTable(data.bytes, data.name);
    if (!table.ok) return table;
    const toPredict = predict === null ? success(null) : readTable(predict.bytes, predict.name);
    if (!toPredict.ok) return toPredict;
    const python = this.#openPython(packages);
    this.#text ??= this.#connectText();
    const run = {
      table: table.value,
      predict: toPredict.value,
      request: { ...request, task },
      writer,
      packages,
      texts: new TextColumns(this.#text),
      resume: resume?.kind === 'table' ? resume : null,
      keep: (progress: Progress) => void this.#keeper.save({ data, predict, request }, progress),
    };
    const ran = await runLab(run, python, emit, () => this.#isStopped);
    if (!ran.ok) return ran;
    const result = ran.value;
    const [{ drawPlots }, files] = await Promise.all([import('./report/plots.ts'), import('./report/write-files.ts')]);
    const drawings = drawPlots(result, profileTable(table.value), columnOf(table.value, result.task.target));
    const made = await files.writeFiles(findingOf(result), events, drawings, table.value.notes);
    made.push({ name: 'model.zip', type: 'application/zip', content: await files.zipModels(result) });
    const { predicted } = result;
    if (predicted !== null) {
      made.push({ name: 'predictions.csv', type: 'text/csv', content: files.writePredictions(result, predicted) });
    }
    return success({ files: made, drawings });
  }

  /** Packages are unpacked when a Python starts, so a run with others than the last one's takes a new one. */
  #openPython(packages: PackagesAtHand | null): PythonClient {
    const has = packages?.named.join() ?? '';
    if (this.#python !== null && this.#pythonHas === has) return this.#python;
    this.#python?.close();
    this.#pythonHas = has;
    this.#python = this.#connectPython({ readWheels: packages?.readWheels });
    return this.#python;
  }

  async #runTag(
    { data, predict, request }: LabJob,
    emit: (event: LabEvent) => void,
    events: readonly LabEvent[],
    { resume = null }: RunWith,
  ): Promise<LabOutcome<LabFiles>> {
    const text = readTagged(data.bytes, true);
    if (!text.ok) return text;
    const toTag = predict === null ? success(null) : readTagged(predict.bytes, false);
    if (!toTag.ok) return toTag;
    this.#text ??= this.#connectText();
    const run = {
      text: text.value,
      predict: toTag.value,
      subject: data.name,
      request,
      resume: resume?.kind === 'tag' ? resume : null,
      keep: (progress: Progress) => void this.#keeper.save({ data, predict, request }, progress),
    };
    const ran = await runTag(run, this.#text, emit, () => this.#isStopped);
    if (!ran.ok) return ran;
    const { finding, weights, byType, predicted } = ran.value;
    const [{ drawTagger }, files, { zipTagger }] = await Promise.all([
      import('./report/plots.ts'),
      import('./report/write-files.ts'),
      import('./text/write-tagger.ts'),
    ]);
    const drawings = drawTagger(finding, byType);
    const made = await files.writeFiles(finding, events, drawings, text.value.notes);
    const zip = await zipTagger(weights, finding.solution, files.writeMetrics(finding));
    made.push({ name: 'model.zip', type: 'application/zip', content: zip });
    if (predicted !== null) {
      made.push({ name: 'predictions.csv', type: 'text/csv', content: files.writeTags(predicted) });
    }
    return success({ files: made, drawings });
  }

  async #runSummary(
    { data, request }: LabJob,
    emit: (event: LabEvent) => void,
    events: readonly LabEvent[],
  ): Promise<LabOutcome<LabFiles>> {
    this.#text ??= this.#connectText();
    const run = { bytes: data.bytes, subject: data.name, request };
    const ran = await runSummary(run, this.#text, emit, () => this.#isStopped);
    if (!ran.ok) return ran;
    const { finding, summary, masked } = ran.value;
    const files = await import('./report/write-files.ts');
    const made = await files.writeFiles(finding, events, [], []);
    made.push(
      { name: 'summary.txt', type: 'text/plain', content: summary },
      { name: 'masked.txt', type: 'text/plain', content: masked },
      { name: 'model.zip', type: 'application/zip', content: await files.zipText(finding, summary) },
    );
    return success({ files: made, drawings: [] });
  }
}
