import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { DecoderShape, LoopTimes } from '../../src/protocol/agent-bench-api.ts';
import {
  attentionBias,
  emptyPast,
  presentName,
  type GraphRows,
  type TensorFactory,
} from '../adapters/prefix-lm/graph.ts';

type Feeds = { [name: string]: Tensor };

/** The agent's session with nothing around it: inputs are ready before the clock starts, and nobody looks at the scores. */
export function bareLoop(
  session: InferenceSession,
  TensorOf: TensorFactory,
  rows: readonly GraphRows[],
): Promise<LoopTimes> {
  const past = emptyPast(session, TensorOf);
  let seen = 0;
  const steps = rows.map(({ ids, sourceLength }) => {
    const pastLength = seen;
    seen += ids.length;
    const row = (value: (place: number) => number): Tensor =>
      new TensorOf(
        'int64',
        BigInt64Array.from(ids, (_, place) => BigInt(value(place))),
        [1, ids.length],
      );
    return {
      count: ids.length,
      feeds: {
        input_ids: row((place) => ids[place] ?? 0),
        token_type_ids: row((place) => (pastLength + place < sourceLength ? 0 : 1)),
        position_ids: row((place) => pastLength + place),
        attention_bias: new TensorOf('float32', attentionBias(pastLength, ids.length, sourceLength), [
          1,
          1,
          ids.length,
          seen,
        ]),
      },
    };
  });
  return timeLoop(session, steps, Object.fromEntries(past), presentName);
}

export type OpenedShape = { shape: DecoderShape; session: InferenceSession };

/** As many rows and runs as are given; the rows' values do not matter. */
export function shapeLoop(
  { shape, session }: OpenedShape,
  TensorOf: TensorFactory,
  rows: readonly number[],
): Promise<LoopTimes> {
  const { layers, width, keyHeads, headWidth } = shape;
  const none = new TensorOf('float32', new Float32Array(0), [1, keyHeads, 0, headWidth]);
  const names = Array.from({ length: layers }, (_, place) => [
    `past.${String(place)}.key`,
    `past.${String(place)}.value`,
  ]);
  let seen = 0;
  const steps = rows.map((count) => {
    seen += count;
    const values = Float32Array.from({ length: count * width }, (_, place) => Math.sin(place));
    return {
      count,
      feeds: {
        embeddings: new TensorOf('float32', values, [1, count, width]),
        last_seen: new TensorOf('int32', Int32Array.of(seen - 1), [1]),
        seen: new TensorOf('int32', Int32Array.of(seen), []),
      },
    };
  });
  return timeLoop(session, steps, Object.fromEntries(names.flat().map((name) => [name, none])), (name) =>
    name.replace('past', 'present'),
  );
}

async function timeLoop(
  session: InferenceSession,
  steps: readonly { count: number; feeds: Feeds }[],
  nothingYet: Feeds,
  presentOf: (past: string) => string,
): Promise<LoopTimes> {
  const runMs: number[] = [];
  const startedMs = performance.now();
  let past: Feeds = nothingYet;
  for (const { feeds } of steps) {
    const runStartedMs = performance.now();
    const outputs = await session.run({ ...feeds, ...past });
    past = Object.fromEntries(Object.keys(nothingYet).map((name) => [name, outputs[presentOf(name)] as Tensor]));
    runMs.push(performance.now() - runStartedMs);
  }
  return { rows: steps.map(({ count }) => count), runMs, totalMs: performance.now() - startedMs };
}
