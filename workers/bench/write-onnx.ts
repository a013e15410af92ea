/** As much of ONNX's protocol buffers (onnx.proto3) as a graph of a bench needs: enough to write one, not to read one. */
type Chunk = Uint8Array;

const encoder = new TextEncoder();

export const elementTypes = { float32: 1, int8: 3, int32: 6, int64: 7 } as const;
export type ElementType = keyof typeof elementTypes;

/** A size in words is one that differs from run to run. */
export type TensorShape = readonly (number | string)[];
export type GraphInput = { name: string; type: ElementType; shape: TensorShape };
export type Weight = { name: string; type: ElementType; dims: readonly number[]; bytes: Uint8Array };
export type Attribute = { name: string; value: number | readonly number[] };
export type GraphNode = {
  op: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** `com.microsoft` for ONNX Runtime's own operators. */
  domain?: string;
  attributes?: readonly Attribute[];
};
export type GraphParts = {
  inputs: readonly GraphInput[];
  outputs: readonly GraphInput[];
  weights: readonly Weight[];
  nodes: readonly GraphNode[];
};

/** The whole model as a file's bytes. Real-valued attributes are floats, whole lists are ints. */
export function writeOnnx({ inputs, outputs, weights, nodes }: GraphParts): Uint8Array {
  const graph = [
    ...nodes.flatMap((node) => message(1, nodeFields(node))),
    ...text(2, 'bench'),
    ...weights.flatMap((weight) => message(5, weightFields(weight))),
    ...inputs.flatMap((input) => message(11, valueFields(input))),
    ...outputs.flatMap((output) => message(12, valueFields(output))),
  ];
  return join([
    ...whole(1, 10),
    ...message(7, graph),
    ...message(8, [...text(1, ''), ...whole(2, 20)]),
    ...message(8, [...text(1, 'com.microsoft'), ...whole(2, 1)]),
  ]);
}

function nodeFields({ op, inputs, outputs, domain, attributes = [] }: GraphNode): Chunk[] {
  return [
    ...inputs.flatMap((name) => text(1, name)),
    ...outputs.flatMap((name) => text(2, name)),
    ...text(4, op),
    ...attributes.flatMap((attribute) => message(5, attributeFields(attribute))),
    ...(domain === undefined ? [] : text(7, domain)),
  ];
}

const attributeTypes = { float: 1, int: 2, ints: 7 };

function attributeFields({ name, value }: Attribute): Chunk[] {
  if (typeof value !== 'number') {
    return [...text(1, name), ...value.flatMap((one) => whole(8, one)), ...whole(20, attributeTypes.ints)];
  }
  if (Number.isInteger(value)) return [...text(1, name), ...whole(3, value), ...whole(20, attributeTypes.int)];
  const float = new Uint8Array(new Float32Array([value]).buffer);
  return [...text(1, name), key(2, 5), float, ...whole(20, attributeTypes.float)];
}

function weightFields({ name, type, dims, bytes }: Weight): Chunk[] {
  return [
    ...dims.flatMap((size) => whole(1, size)),
    ...whole(2, elementTypes[type]),
    ...text(8, name),
    key(9, 2),
    varint(bytes.length),
    bytes,
  ];
}

function valueFields({ name, type, shape }: GraphInput): Chunk[] {
  const sizes = shape.flatMap((size) => message(1, typeof size === 'number' ? whole(1, size) : text(2, size)));
  const tensor = [...whole(1, elementTypes[type]), ...message(2, sizes)];
  return [...text(1, name), ...message(2, message(1, tensor))];
}

function text(field: number, value: string): Chunk[] {
  const bytes = encoder.encode(value);
  return [key(field, 2), varint(bytes.length), bytes];
}

function whole(field: number, value: number): Chunk[] {
  return [key(field, 0), varint(value)];
}

function message(field: number, chunks: readonly Chunk[]): Chunk[] {
  return [key(field, 2), varint(chunks.reduce((sum, { length }) => sum + length, 0)), ...chunks];
}

function key(field: number, wire: 0 | 2 | 5): Chunk {
  return varint(field * 8 + wire);
}

function varint(value: number): Chunk {
  let left = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const more = left > 127n;
    bytes.push(Number(left & 127n) | (more ? 128 : 0));
    left >>= 7n;
  } while (left > 0n);
  return Uint8Array.from(bytes);
}

function join(chunks: readonly Chunk[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
