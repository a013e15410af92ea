import { Chance } from '../src/core/chance.ts';

/** The parts of ONNX that lead to the weights: ModelProto.graph, GraphProto.initializer, and TensorProto's own fields. */
const graphField = 7;
const initializerField = 5;
const dataTypeField = 2;
const rawDataField = 9;
const int8 = 3;

type Field = { number: number; value: number; start: number; end: number };

/**
 * The same graph with every int8 weight drawn anew: it loads, it has the same shapes, and it has learnt nothing. How many
 * bytes were drawn comes along, so that a test knows that there were some.
 */
export function untrained(model: Buffer, seed: number): { model: Buffer; drawn: number } {
  const made = Buffer.from(model);
  const chance = new Chance(seed);
  let drawn = 0;
  for (const graph of fieldsOf(made, 0, made.length).filter(({ number }) => number === graphField)) {
    for (const tensor of fieldsOf(made, graph.start, graph.end).filter(({ number }) => number === initializerField)) {
      const fields = fieldsOf(made, tensor.start, tensor.end);
      const raw = fields.find(({ number }) => number === rawDataField);
      if (raw === undefined || fields.find(({ number }) => number === dataTypeField)?.value !== int8) continue;
      for (let at = raw.start; at < raw.end; at += 1) made[at] = chance.int(0, 255);
      drawn += raw.end - raw.start;
    }
  }
  return { model: made, drawn };
}

/** The fields of one protobuf message; a varint has its value, what has a length its place. */
function fieldsOf(bytes: Buffer, from: number, to: number): Field[] {
  const fields: Field[] = [];
  let at = from;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < to) {
    const tag = varint();
    const [number, kind] = [Math.floor(tag / 8), tag % 8];
    if (kind === 0) {
      fields.push({ number, value: varint(), start: at, end: at });
      continue;
    }
    const length = kind === 2 ? varint() : kind === 1 ? 8 : 4;
    fields.push({ number, value: length, start: at, end: at + length });
    at += length;
  }
  return fields;
}
