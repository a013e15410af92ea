/** The two packages that bring no types of their own; only what is used here. */
declare module 'pyodide/pyodide.asm.mjs' {
  import type { loadPyodide } from 'pyodide';
  const createPyodideModule: NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>['createPyodideModule']>;
  export default createPyodideModule;
}

declare module 'ydf-training' {
  type Columns = { [name: string]: (string | number | null)[] };
  export type YdfModel = {
    getInputFeatures: () => { name: string; type: string }[];
    getLabelClasses: () => Iterable<string>;
    predict: (columns: Columns) => number[];
    describe: () => string;
    unload: () => void;
    internalModel: { save: (folder: string) => void };
  };
  type Learner = new (label: string, task: string) => { train: (columns: Columns) => YdfModel };
  export type YdfModule = {
    GradientBoostedTreesLearner: Learner;
    RandomForestLearner: Learner;
    FS: {
      readdir: (folder: string) => string[];
      readFile: (path: string) => Uint8Array;
      unlink: (path: string) => void;
      rmdir: (folder: string) => void;
    };
  };
  type Options = {
    instantiateWasm: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => object;
    print: (line: string) => void;
    printErr: (line: string) => void;
  };
  const openYdf: (options: Options) => Promise<YdfModule>;
  export default openYdf;
}
