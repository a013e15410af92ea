import type { InferenceSession, Tensor } from 'onnxruntime-common';

/** The rows to run next: source rows and `<s>` first, then a token or a few. */
export type GraphRows = { ids: readonly number[]; sourceLength: number };

/** The last row's scores: contract logits, then pointer scores of the source indices 0, 1, 2, … */
export type GraphScores = { logits: Float32Array; pointers: Float32Array };

/** One answer's pass through the graph: it keeps the keys and values of what was run so far. */
export interface GraphTurn {
  run(rows: GraphRows): Promise<GraphScores>;
  close(): void;
}

/** A model's graph, whatever runs it. */
export interface TurnGraph {
  begin(): GraphTurn;
  close(): Promise<void>;
}

export type TensorFactory = typeof Tensor;

const blocked = -10000;

/** The graph of docs/agent-model.md, opened once and kept warm. */
export class Graph implements TurnGraph {
  readonly #session: InferenceSession;
  readonly #tensor: TensorFactory;
  readonly #emptyPast: ReadonlyMap<string, Tensor>;

  constructor(session: InferenceSession, tensor: TensorFactory) {
    this.#session = session;
    this.#tensor = tensor;
    this.#emptyPast = new Map(emptyPast(session, tensor));
  }

  begin(): GraphTurn {
    let past: ReadonlyMap<string, Tensor> = this.#emptyPast;
    let pastLength = 0;
    const dispose = (): void => {
      // A no-op for tensors in JavaScript's memory; those on the GPU are freed.
      if (past !== this.#emptyPast) for (const tensor of past.values()) tensor.dispose();
    };
    return {
      run: async ({ ids, sourceLength }) => {
        const outputs = await this.#session.run({
          ...this.#rowInputs(ids, pastLength, sourceLength),
          ...Object.fromEntries(past),
        });
        dispose();
        past = new Map([...this.#emptyPast.keys()].map((name) => [name, outputOf(outputs, presentName(name))]));
        pastLength += ids.length;
        return { logits: await lastRow(outputs, 'logits'), pointers: await lastRow(outputs, 'pointer_scores') };
      },
      close: () => {
        dispose();
        past = this.#emptyPast;
      },
    };
  }

  close(): Promise<void> {
    return this.#session.release();
  }

  #rowInputs(ids: readonly number[], pastLength: number, sourceLength: number): { [name: string]: Tensor } {
    const count = ids.length;
    const row = (values: (place: number) => number): Tensor =>
      new this.#tensor(
        'int64',
        BigInt64Array.from(ids, (_, place) => BigInt(values(place))),
        [1, count],
      );
    const seen = pastLength + count;
    return {
      input_ids: row((place) => ids[place] ?? 0),
      token_type_ids: row((place) => (pastLength + place < sourceLength ? 0 : 1)),
      position_ids: row((place) => pastLength + place),
      attention_bias: new this.#tensor('float32', attentionBias(pastLength, count, sourceLength), [1, 1, count, seen]),
    };
  }
}

/** 0 where attended: source rows see all of the source, target rows the source and what came before them. */
export function attentionBias(pastLength: number, count: number, sourceLength: number): Float32Array {
  const width = pastLength + count;
  const bias = new Float32Array(count * width);
  for (let place = 0; place < count; place++) {
    const seen = Math.max(sourceLength, pastLength + place + 1);
    bias.fill(blocked, place * width + seen, (place + 1) * width);
  }
  return bias;
}

export function emptyPast(session: InferenceSession, tensor: TensorFactory): [string, Tensor][] {
  return session.inputMetadata.flatMap((input) => {
    if (!input.name.startsWith('past_') || !input.isTensor) return [];
    // The only size that is not fixed is the number of rows so far.
    const shape = input.shape.map((size) => (typeof size === 'number' ? size : 0));
    return [[input.name, new tensor('float32', new Float32Array(0), shape)]];
  });
}

export function presentName(pastName: string): string {
  return pastName.replace('past_key_values', 'present').replace('past_pointer', 'present_pointer');
}

function outputOf(outputs: InferenceSession.OnnxValueMapType, name: string): Tensor {
  const output = outputs[name];
  if (output === undefined || !('dims' in output)) throw new Error(`The graph has no output ${name}`);
  return output;
}

async function lastRow(outputs: InferenceSession.OnnxValueMapType, name: string): Promise<Float32Array> {
  const output = outputOf(outputs, name);
  const data = await output.getData(true);
  if (!(data instanceof Float32Array)) throw new Error(`The output ${name} is not float32`);
  return data.subarray(data.length - (output.dims.at(-1) ?? 0));
}
