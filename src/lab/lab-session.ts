import { connectPython, type PythonClient } from '../python/python-client.ts';
import { failure, success } from '../core/outcome.ts';
import type { LabRequest } from './choose-task.ts';
import type { LabEvent, LabResult } from './lab-event.ts';
import { profileTable } from './profile.ts';
import type { Drawing } from './report/plots.ts';
import { runLab } from './run-lab.ts';
import { columnOf, readTable, type LabOutcome, type Table } from './table.ts';

export type NamedBytes = { name: string; bytes: Uint8Array };
export type LabJob = { data: NamedBytes; predict: NamedBytes | null; request: LabRequest };
export type LabFiles = { files: LabFile[]; drawings: Drawing[] };
export type LabFile = { name: string; type: string; content: string | Uint8Array };

/** One Lab: a Python of its own, one run at a time, and the files of the run that ended last. */
export class LabSession {
  readonly #python: PythonClient;
  #isStopped = false;
  #isRunning = false;

  constructor(python: PythonClient = connectPython()) {
    this.#python = python;
  }

  async run({ data, predict, request }: LabJob, onEvent: (event: LabEvent) => void): Promise<LabOutcome<LabFiles>> {
    if (this.#isRunning) return failure('lab_failed', 'A run is under way. Stop it first.');
    this.#isRunning = true;
    this.#isStopped = false;
    try {
      const table = readTable(data.bytes, data.name);
      if (!table.ok) return table;
      const toPredict = predict === null ? success(null) : readTable(predict.bytes, predict.name);
      if (!toPredict.ok) return toPredict;
      const events: LabEvent[] = [];
      const emit = (event: LabEvent) => {
        if (event.kind !== 'output') events.push(event);
        onEvent(event);
      };
      const run = { table: table.value, predict: toPredict.value, request };
      const result = await runLab(run, this.#python, emit, () => this.#isStopped);
      return result.ok ? success(await this.#files(result.value, table.value, events)) : result;
    } finally {
      this.#isRunning = false;
    }
  }

  /** Ends the trying; the run goes on to its report with the best so far. */
  stop(): void {
    this.#isStopped = true;
  }

  close(): void {
    this.#python.close();
  }

  async #files(result: LabResult, table: Table, events: readonly LabEvent[]): Promise<LabFiles> {
    // The pictures and the archive are only fetched by who gets this far.
    const [{ drawPlots }, { writeReport }, files] = await Promise.all([
      import('./report/plots.ts'),
      import('./report/write-report.ts'),
      import('./report/write-files.ts'),
    ]);
    const drawings = drawPlots(result, profileTable(table), columnOf(table, result.task.target));
    const made: LabFile[] = [
      { name: 'report.html', type: 'text/html', content: writeReport(result, events, drawings, table.notes) },
      { name: 'solution.py', type: 'text/x-python', content: result.solution },
      { name: 'notebook.ipynb', type: 'application/json', content: files.writeNotebook(result) },
      { name: 'model.zip', type: 'application/zip', content: await files.zipModels(result) },
      { name: 'metrics.json', type: 'application/json', content: files.writeMetrics(result) },
      { name: 'rounds.jsonl', type: 'application/jsonl', content: files.writeLearningRows(result) },
    ];
    const { predicted } = result;
    if (predicted !== null) {
      made.push({ name: 'predictions.csv', type: 'text/csv', content: files.writePredictions(result, predicted) });
    }
    return { files: made, drawings };
  }
}
