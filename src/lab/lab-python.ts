import { failure, success } from '../core/outcome.ts';
import type { PythonClient } from '../python/python-client.ts';
import type { LabEvent } from './lab-event.ts';
import type { Prediction } from './plan.ts';
import type { LabOutcome } from './table.ts';

type TextFile = { path: string; text: string };
type Finished = {
  made: Prediction[][];
  importances: { column: string; importance: number }[];
  models: { path: string; bytes: Uint8Array }[];
};

const finishLimitMs = 15 * 60_000;

/** Python as the Lab uses it: scripts that read and write files, and files that outlive a worker that had to be ended. */
export class LabPython {
  readonly #client: PythonClient;
  readonly #emit: (event: LabEvent) => void;
  readonly #files = new Map<string, Uint8Array>();
  readonly #sent = new Map<string, Uint8Array>();
  #generation = 0;
  #count = 0;
  #current: string | null = null;

  constructor(client: PythonClient, emit: (event: LabEvent) => void) {
    this.#client = client;
    this.#emit = emit;
  }

  async open(files: readonly TextFile[]): Promise<LabOutcome<null>> {
    const ready = await this.#client.start();
    if (!ready.ok) return failure('no_python', ready.message);
    return this.write(files);
  }

  async write(files: readonly TextFile[]): Promise<LabOutcome<null>> {
    for (const { path, text } of files) this.#files.set(path, new TextEncoder().encode(text));
    return this.#send();
  }

  /** Runs one round; what it made is read and checked here. */
  async round(
    code: string,
    timeLimitMs: number,
    isStopped: () => boolean = () => false,
  ): Promise<LabOutcome<{ made: (Prediction | null)[]; log: string }>> {
    const ran = await this.#run(code, timeLimitMs, isStopped);
    if (!ran.ok) return ran;
    const made = await this.#readJson('made.json');
    if (!made.ok) return made;
    const rows = Array.isArray(made.value) ? made.value : [];
    return success({ made: rows.map(parsePrediction), log: ran.value });
  }

  async finish(code: string, files: readonly TextFile[], out: string): Promise<LabOutcome<Finished>> {
    const sent = await this.write(files);
    if (!sent.ok) return sent;
    const ran = await this.#run(code, finishLimitMs, () => false);
    if (!ran.ok) return ran;
    const made = await this.#readJson(`${out}.json`);
    if (!made.ok) return made;
    const { made: tables, importances } = made.value as { made: unknown; importances: unknown };
    const listed = await this.#client.listFiles();
    const models: Finished['models'] = [];
    for (const { path } of listed.ok ? listed.value : []) {
      if (!path.startsWith(`${out}/`)) continue;
      const file = await this.#client.readFile(path);
      if (file.ok) models.push({ path, bytes: file.value });
    }
    const rows = Array.isArray(tables) ? tables : [];
    return success({
      made: rows.map((table) => (Array.isArray(table) ? table.map((row) => parsePrediction(row) ?? Number.NaN) : [])),
      importances: parseImportances(importances),
      models,
    });
  }

  async #run(code: string, timeLimitMs: number, isStopped: () => boolean): Promise<LabOutcome<string>> {
    const sent = await this.#send();
    if (!sent.ok) return sent;
    const runId = `lab-${String(++this.#count)}`;
    this.#current = runId;
    // Stop is looked for while a round runs: it may take a while.
    const watch = setInterval(() => {
      if (isStopped() && this.#current !== null) this.#client.interrupt(this.#current);
    }, 200);
    const onOutput = ({ text }: { text: string }) => {
      this.#emit({ kind: 'output', text });
    };
    const ran = await this.#client.run(code, { runId, name: `<${runId}>`, timeLimitMs, fresh: true, onOutput });
    clearInterval(watch);
    this.#current = null;
    if (!ran.ok) return failure(ran.code === 'interrupted' ? 'stopped' : 'lab_failed', ran.message);
    if (ran.value.error !== null) return failure('lab_failed', ran.value.error.traceback);
    return success(ran.value.stdout);
  }

  /** Hands over what this worker does not have yet. */
  async #send(): Promise<LabOutcome<null>> {
    const ready = await this.#client.start();
    if (!ready.ok) return failure('no_python', ready.message);
    if (this.#generation !== this.#client.generation) this.#sent.clear();
    this.#generation = this.#client.generation;
    const files = [...this.#files].filter(([path, bytes]) => this.#sent.get(path) !== bytes);
    if (files.length === 0) return success(null);
    const written = await this.#client.writeFiles(files.map(([path, bytes]) => ({ path, bytes })));
    if (!written.ok) return failure('lab_failed', written.message);
    for (const [path, bytes] of files) this.#sent.set(path, bytes);
    return success(null);
  }

  async #readJson(path: string): Promise<LabOutcome<unknown>> {
    const file = await this.#client.readFile(path);
    if (!file.ok) return failure('lab_failed', `The code did not write ${path}.`);
    try {
      // Python writes NaN, which JSON does not know.
      const text = new TextDecoder().decode(file.value).replace(/\b-?(?:NaN|Infinity)\b/g, 'null');
      return success(JSON.parse(text) as unknown);
    } catch {
      return failure('lab_failed', `${path} is no JSON.`);
    }
  }
}

function parsePrediction(value: unknown): Prediction | null {
  if (typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return value;
  return null;
}

function parseImportances(value: unknown): Finished['importances'] {
  if (typeof value !== 'object' || value === null) return [];
  const measures = value as { [measure: string]: unknown };
  const chosen = measures['SUM_SCORE'] ?? measures['INV_MEAN_MIN_DEPTH'] ?? Object.values(measures)[0];
  if (!Array.isArray(chosen)) return [];
  return chosen.flatMap((pair: unknown) => {
    if (!Array.isArray(pair)) return [];
    const [importance, column] = pair as unknown[];
    return typeof importance === 'number' && typeof column === 'string' ? [{ column, importance }] : [];
  });
}
