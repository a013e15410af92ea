/** The fourth of six layers: on named entities it told the most (docs/lab.md). Named by `training/guard/graph.py`. */
export const tokenState = 'layers.3.norm2_norm';

/**
 * The graph with one more output. A protobuf message may come in parts: what follows a whole model under the number of
 * its graph is merged into that graph. So the file on the disk stays the one that was checked.
 */
export function withOutput(model: Uint8Array, name: string): Uint8Array {
  const field = (number: number, bytes: readonly number[]): number[] => [
    (number << 3) | 2,
    ...lengthOf(bytes.length),
    ...bytes,
  ];
  // ValueInfoProto: its name, and a type of float numbers without a shape.
  const float = field(2, field(1, [1 << 3, 1]));
  const output = [...field(1, [...new TextEncoder().encode(name)]), ...float];
  // GraphProto.output is 12, ModelProto.graph is 7.
  const more = field(7, field(12, output));
  const whole = new Uint8Array(model.length + more.length);
  whole.set(model);
  whole.set(more, model.length);
  return whole;
}

function lengthOf(count: number): number[] {
  return count < 128 ? [count] : [(count & 127) | 128, ...lengthOf(count >> 7)];
}
