import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tokenState, withOutput } from './token-state.ts';

it('names a state that the shipped graph has', () => {
  const graph = readFileSync('public/models/errand-guard/model.onnx').toString('latin1');
  expect(graph).toContain(tokenState);
  expect(graph).toContain('sentence_vector');
});

it('adds an output behind the model and changes nothing of it', () => {
  const model = Uint8Array.of(8, 10);
  const whole = withOutput(model, 'x');
  expect(whole.subarray(0, 2)).toEqual(model);
  // Graph (7), in it one output (12): the name, then a tensor of floats.
  expect([...whole.subarray(2)]).toEqual([0x3a, 11, 0x62, 9, 0x0a, 1, 120, 0x12, 4, 0x0a, 2, 8, 1]);
  // A length of more than 127 takes two bytes.
  expect([...withOutput(model, 'y'.repeat(130)).subarray(2, 4)]).toEqual([0x3a, 0x8e]);
});
