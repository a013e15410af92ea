import { Chance } from '../../../src/core/chance.ts';

/** Of the graph's constants, those that a model of the contract has and its base has not. */
const drawnWhole = new Set(['contract_head.int8', 'contract_head.bias', 'pointer_query.int8', 'pointer_key.int8']);
const tokenRows = 'rows.int8';

/**
 * A copy of an exported graph whose output heads, pointer and token rows are drawn at random; scales stay, so that the
 * numbers keep their size. `pieces`: how many rows of the table are word pieces, which stay as they are.
 */
export function drawWeights(onnx: Uint8Array, pieces: number, seed: number): Uint8Array {
  const drawn = onnx.slice();
  const chance = new Chance(seed);
  for (const tensor of readConstants(drawn)) {
    const isRows = tensor.name === tokenRows;
    if (!isRows && !drawnWhole.has(tensor.name)) continue;
    if (tensor.name.endsWith('.bias')) drawn.fill(0, tensor.start, tensor.end);
    else {
      const width = tensor.dims.at(-1) ?? 0;
      for (let at = tensor.start + (isRows ? pieces * width : 0); at < tensor.end; at++) drawn[at] = chance.int(0, 255);
    }
  }
  return drawn;
}

type Constant = { name: string; dims: readonly number[]; start: number; end: number };

/** Where the constants' bytes lie in an ONNX file (protobuf: graph is field 7, its initializers field 5). */
export function readConstants(bytes: Uint8Array): Constant[] {
  const found: Constant[] = [];
  for (const graph of fieldsOf(bytes, 0, bytes.length)) {
    if (graph.number !== 7) continue;
    for (const initializer of fieldsOf(bytes, graph.start, graph.end)) {
      if (initializer.number === 5) found.push(readConstant(bytes, initializer.start, initializer.end));
    }
  }
  return found;
}

function readConstant(bytes: Uint8Array, start: number, end: number): Constant {
  const constant = { name: '', dims: [] as number[], start: 0, end: 0 };
  for (const field of fieldsOf(bytes, start, end)) {
    if (field.number === 8) constant.name = new TextDecoder().decode(bytes.subarray(field.start, field.end));
    else if (field.number === 9) Object.assign(constant, { start: field.start, end: field.end });
    else if (field.number === 1 && field.wire === 2) {
      for (let at = field.start; at < field.end;) {
        const [size, next] = readVarint(bytes, at);
        constant.dims.push(size);
        at = next;
      }
    } else if (field.number === 1) constant.dims.push(field.value);
  }
  return constant;
}

type Field = { number: number; wire: number; start: number; end: number; value: number };

function* fieldsOf(bytes: Uint8Array, from: number, to: number): Generator<Field> {
  let at = from;
  while (at < to) {
    const [key, afterKey] = readVarint(bytes, at);
    const [number, wire] = [Math.floor(key / 8), key % 8];
    const [value, afterValue] = wire === 0 || wire === 2 ? readVarint(bytes, afterKey) : [0, afterKey];
    const size = wire === 2 ? value : wire === 1 ? 8 : wire === 5 ? 4 : 0;
    yield { number, wire, start: afterValue, end: afterValue + size, value };
    at = afterValue + size;
  }
}

function readVarint(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  let factor = 1;
  for (let at = from; ; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error('The graph ends in the middle of a number');
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
    factor *= 128;
  }
}
