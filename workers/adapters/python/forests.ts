import Papa from 'papaparse';
import type { PyodideAPI } from 'pyodide';
import openYdf, { type YdfModel, type YdfModule } from 'ydf-training';

type Files = PyodideAPI['FS'];
type Columns = { [name: string]: (string | number | null)[] };

/** The same spellings that the library's own reader takes for a missing value. */
const missing = new Set(['', 'NA', 'nan', 'NaN', 'null']);
/** As on a desktop: a category of few rows is not worth a word of its own. */
const rarestCategory = 5;
const mostCategories = 2_000;
const otherCategory = '<OOD>';

/** What the module `ydf` asks for. Only text, numbers and arrays of numbers cross into Python. */
export type ForestsBridge = {
  train: (learner: string, path: string, label: string, task: string) => number;
  predict: (handle: number, path: string) => Float32Array;
  describe: (handle: number) => string;
  classes: (handle: number) => string;
  features: (handle: number) => string;
  save: (handle: number, folder: string) => void;
  unload: (handle: number) => void;
};

/** Yggdrasil Decision Forests over the files of Python's own folder. */
export async function openForests(wasm: WebAssembly.Module, files: Files): Promise<ForestsBridge> {
  const log: string[] = [];
  const note = (line: string) => {
    log.push(line);
    if (log.length > 20) log.shift();
  };
  const ydf = await openYdf({
    instantiateWasm: (imports, receive) => {
      void WebAssembly.instantiate(wasm, imports).then(receive);
      return {};
    },
    print: note,
    printErr: note,
  });
  const models = new Map<number, YdfModel>();
  let nextHandle = 1;
  let stopped = false;

  const modelOf = (handle: number): YdfModel => {
    const model = models.get(handle);
    if (model === undefined) throw new Error('This model has been unloaded.');
    return model;
  };
  const keep = (model: YdfModel): number => {
    models.set(nextHandle, model);
    return nextHandle++;
  };
  /** A failed check inside the library ends it for good; whatever it throws becomes a sentence. */
  const guarded = <Value>(work: () => Value): Value => {
    if (stopped) throw new Error('The forests stopped after an error before; start Python anew.');
    try {
      return quietly(work);
    } catch (problem) {
      if (problem instanceof Error && problem.name !== 'RuntimeError') throw problem;
      stopped = true;
      throw new Error(`The forests stopped: ${log.at(-1) ?? String(problem)}`, { cause: problem });
    }
  };

  return {
    train: (learner, path, label, task) =>
      guarded(() => {
        const columns = trainingColumns(readCsv(files, path), label, task);
        const Learner = learner === 'RANDOM_FOREST' ? ydf.RandomForestLearner : ydf.GradientBoostedTreesLearner;
        return keep(new Learner(label, task).train(columns));
      }),
    predict: (handle, path) => guarded(() => Float32Array.from(predict(modelOf(handle), readCsv(files, path)))),
    describe: (handle) => guarded(() => modelOf(handle).describe()),
    classes: (handle) => JSON.stringify(Array.from(modelOf(handle).getLabelClasses())),
    features: (handle) =>
      JSON.stringify(
        modelOf(handle)
          .getInputFeatures()
          .map(({ name }) => name),
      ),
    save: (handle, folder) => {
      guarded(() => {
        save(ydf, modelOf(handle), files, folder);
      });
    },
    unload: (handle) => {
      models.get(handle)?.unload();
      models.delete(handle);
    },
  };
}

/** The library says on the console what it does; a worker's console is nobody's to read. */
function quietly<Value>(work: () => Value): Value {
  const { log } = console;
  console.log = () => undefined;
  try {
    return work();
  } finally {
    console.log = log;
  }
}

function readCsv(files: Files, path: string): Map<string, string[]> {
  const text = files.readFile(path, { encoding: 'utf8' }) as string;
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  return new Map(header.map((name, index) => [name, rows.map((row) => row[index] ?? '')]));
}

function trainingColumns(table: Map<string, string[]>, label: string, task: string): Columns {
  const columns: Columns = {};
  for (const [name, values] of table) {
    const isClass = name === label && task === 'CLASSIFICATION';
    if (isClass) columns[name] = values;
    else if (values.every((value) => missing.has(value))) continue;
    else columns[name] = numbers(values) ?? categories(values);
  }
  if (columns[label] === undefined) throw new Error(`The table has no column "${label}" to learn.`);
  return columns;
}

/** Numbers with NaN where a value is missing, or null where some value is no number. */
function numbers(values: readonly string[]): number[] | null {
  const read: number[] = [];
  for (const value of values) {
    const number = missing.has(value) ? Number.NaN : Number(value);
    if (Number.isNaN(number) && !missing.has(value)) return null;
    read.push(number);
  }
  return read;
}

function categories(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= rarestCategory).sort((a, b) => b[1] - a[1]);
  const known = new Set(frequent.slice(0, mostCategories).map(([value]) => value));
  return values.map((value) => (missing.has(value) ? '' : known.has(value) ? value : otherCategory));
}

function predict(model: YdfModel, table: Map<string, string[]>): Iterable<number> {
  const columns: Columns = {};
  let rows = 0;
  for (const { name, type } of model.getInputFeatures()) {
    const values = table.get(name);
    if (values === undefined) throw new Error(`The table has no column "${name}", which the model was trained with.`);
    rows = values.length;
    columns[name] = values.map((value) => {
      if (missing.has(value)) return null;
      if (type !== 'NUMERICAL') return value;
      const number = Number(value);
      return Number.isNaN(number) ? null : number;
    });
  }
  return rows === 0 ? [] : model.predict(columns);
}

function save(ydf: YdfModule, model: YdfModel, files: Files, folder: string): void {
  const inside = `/saved_${String(Math.random()).slice(2)}`;
  model.internalModel.save(inside);
  files.mkdirTree(folder);
  for (const name of ydf.FS.readdir(inside)) {
    if (name === '.' || name === '..') continue;
    files.writeFile(`${folder}/${name}`, ydf.FS.readFile(`${inside}/${name}`));
    ydf.FS.unlink(`${inside}/${name}`);
  }
  ydf.FS.rmdir(inside);
}
