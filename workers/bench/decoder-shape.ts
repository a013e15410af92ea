import type { DecoderShape } from '../../src/protocol/agent-bench-api.ts';
import { writeOnnx, type GraphInput, type GraphNode, type Weight } from './write-onnx.ts';

const mostRows = 512;
const microsoft = 'com.microsoft';

/**
 * A graph of that shape with random int8 weights, in the operators that serve the agent's own weights
 * (DynamicQuantizeMatMul) and ONNX Runtime's own grouped attention. It takes rows of embeddings rather than tokens: looking
 * up a row costs nothing, and a second copy of the table would only cost memory. Only the last row is scored.
 */
export function decoderGraph(shape: DecoderShape): Uint8Array {
  const { layers, width, headWidth, keyHeads, words } = shape;
  const parts = new Parts(shape);
  const past = (place: number, kind: string): GraphInput => ({
    name: `past.${String(place)}.${kind}`,
    type: 'float32',
    shape: [1, keyHeads, 'past', headWidth],
  });
  const present = (place: number, kind: string): GraphInput => ({
    name: `present.${String(place)}.${kind}`,
    type: 'float32',
    shape: [1, keyHeads, 'seen', headWidth],
  });
  const places = Array.from({ length: layers }, (_, place) => place);
  let state = 'embeddings';
  for (const place of places) state = parts.layer(place, state);
  parts.head(state);
  return writeOnnx({
    inputs: [
      { name: 'embeddings', type: 'float32', shape: [1, 'rows', width] },
      { name: 'last_seen', type: 'int32', shape: [1] },
      { name: 'seen', type: 'int32', shape: [] },
      ...places.flatMap((place) => [past(place, 'key'), past(place, 'value')]),
    ],
    outputs: [
      { name: 'logits', type: 'float32', shape: [1, 1, words] },
      ...places.flatMap((place) => [present(place, 'key'), present(place, 'value')]),
    ],
    weights: parts.weights,
    nodes: parts.nodes,
  });
}

class Parts {
  readonly nodes: GraphNode[] = [];
  readonly weights: Weight[] = [];
  readonly #shape: DecoderShape;

  constructor(shape: DecoderShape) {
    this.#shape = shape;
    const { headWidth, inner, width } = shape;
    this.#floats('cosines', [mostRows, headWidth / 2], (place) => Math.cos(place / 7));
    this.#floats('sines', [mostRows, headWidth / 2], (place) => Math.sin(place / 7));
    this.#floats('norm', [width], () => 1);
    this.#whole('halves', [inner, inner]);
    this.#whole('last_row', [-1]);
  }

  /** The name of the state after the layer. */
  layer(place: number, state: string): string {
    const { width, heads, keyHeads, headWidth, inner } = this.#shape;
    const name = (what: string): string => `layer.${String(place)}.${what}`;
    const normed = this.#norm(state, name('norm1'));
    const packed = this.#product(normed, name('qkv'), width, (heads + 2 * keyHeads) * headWidth);
    this.nodes.push({
      op: 'GroupQueryAttention',
      domain: microsoft,
      inputs: [
        packed,
        '',
        '',
        `past.${String(place)}.key`,
        `past.${String(place)}.value`,
        'last_seen',
        'seen',
        'cosines',
        'sines',
      ],
      outputs: [name('mixed'), `present.${String(place)}.key`, `present.${String(place)}.value`],
      attributes: [
        { name: 'num_heads', value: heads },
        { name: 'kv_num_heads', value: keyHeads },
        { name: 'do_rotary', value: 1 },
      ],
    });
    const attended = this.#two(
      'Add',
      state,
      this.#product(name('mixed'), name('out'), heads * headWidth, width),
      name('sum1'),
    );
    const wide = this.#product(this.#norm(attended, name('norm2')), name('wide'), width, 2 * inner);
    this.nodes.push({
      op: 'Split',
      inputs: [wide, 'halves'],
      outputs: [name('gate'), name('up')],
      attributes: [{ name: 'axis', value: -1 }],
    });
    this.nodes.push({ op: 'Sigmoid', inputs: [name('gate')], outputs: [name('open')] });
    const gated = this.#two(
      'Mul',
      this.#two('Mul', name('gate'), name('open'), name('silu')),
      name('up'),
      name('gated'),
    );
    return this.#two('Add', attended, this.#product(gated, name('down'), inner, width), name('sum2'));
  }

  head(state: string): void {
    const { width, words } = this.#shape;
    this.nodes.push({
      op: 'Gather',
      inputs: [this.#norm(state, 'norm_out'), 'last_row'],
      outputs: ['last'],
      attributes: [{ name: 'axis', value: 1 }],
    });
    this.#product('last', 'head', width, words, 'logits');
  }

  #norm(state: string, name: string): string {
    this.nodes.push({
      op: 'SimplifiedLayerNormalization',
      inputs: [state, 'norm'],
      outputs: [name],
      attributes: [
        { name: 'axis', value: -1 },
        { name: 'epsilon', value: 1.0e-5 },
      ],
    });
    return name;
  }

  #product(state: string, name: string, from: number, to: number, output = `${name}_out`): string {
    this.weights.push({ name, type: 'int8', dims: [from, to], bytes: randomBytes(from * to) });
    this.#floats(`${name}.scale`, [to], () => 1 / (64 * Math.sqrt(from)));
    const inputs = [state, name, `${name}.scale`];
    this.nodes.push({ op: 'DynamicQuantizeMatMul', domain: microsoft, inputs, outputs: [output] });
    return output;
  }

  #two(op: string, left: string, right: string, name: string): string {
    this.nodes.push({ op, inputs: [left, right], outputs: [name] });
    return name;
  }

  #floats(name: string, dims: readonly number[], value: (place: number) => number): void {
    const count = dims.reduce((product, size) => product * size, 1);
    const floats = Float32Array.from({ length: count }, (_, place) => value(place));
    this.weights.push({ name, type: 'float32', dims, bytes: new Uint8Array(floats.buffer) });
  }

  #whole(name: string, values: readonly number[]): void {
    const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.weights.push({ name, type: 'int64', dims: [values.length], bytes });
  }
}

/** Speed does not depend on the values, so one block of random ones is repeated. */
function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += block.length) bytes.set(block.subarray(0, Math.min(block.length, count - at)), at);
  return bytes;
}

const block = crypto.getRandomValues(new Uint8Array(65_536));
