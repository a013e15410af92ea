/** transformers.js's names for the types of a graph's weights, by what stands in its file's name; what is taken first, first. */
const typeOfSuffix = {
  _q4: 'q4',
  _quantized: 'q8',
  _int8: 'int8',
  _uint8: 'uint8',
  '': 'fp32',
  _q4f16: 'q4f16',
  _fp16: 'fp16',
  _bnb4: 'bnb4',
} as const;

type Suffix = keyof typeof typeOfSuffix;

export type GraphFile = {
  path: string;
  dataType: (typeof typeOfSuffix)[Suffix];
  /** How many files beside it hold its weights; a graph of more than 2 GB cannot hold them itself. */
  dataFiles: number;
};

/** The graph to run among the files of a model in transformers.js's layout, or null where there is none that can be run. */
export function graphFileOf(paths: readonly string[]): GraphFile | null {
  for (const suffix of Object.keys(typeOfSuffix) as Suffix[]) {
    const path = `onnx/model${suffix}.onnx`;
    if (!paths.includes(path)) continue;
    const dataFiles = paths.filter((other) => other.startsWith(`${path}_data`)).length;
    return { path, dataType: typeOfSuffix[suffix], dataFiles };
  }
  return null;
}
