import { readFileSync } from 'node:fs';
import * as runtime from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionBias, Graph } from './graph.ts';
import { buildSource } from './source.ts';
import { conversationState, parityRows, pieces, table, tools, type ParityRow } from './testing/fixture-model.ts';
import { TokenGrammar } from './token-grammar.ts';

describe('attentionBias', () => {
  it('shows all of the source to its rows, and to a target row the source and what came before', () => {
    const off = -10000;
    expect([...attentionBias(0, 3, 2)]).toEqual([0, 0, off, 0, 0, off, 0, 0, 0]);
    expect([...attentionBias(3, 2, 2)]).toEqual([0, 0, 0, 0, off, 0, 0, 0, 0, 0]);
  });
});

describe('Graph, on the published int8 model', () => {
  let graph: Graph;
  beforeAll(async () => {
    runtime.env.wasm.numThreads = 1;
    const bytes = readFileSync(new URL('../../../public/models/errand-agent/model.onnx', import.meta.url));
    graph = new Graph(await runtime.InferenceSession.create(bytes, { logSeverityLevel: 3 }), runtime.Tensor);
  }, 60_000);
  afterAll(() => graph.close());

  // A third of the rows, every kind among them; the browser test goes through all.
  it.each(parityRows.filter((_, place) => place % 3 === 0))(
    'scores the trainer’s tokens highest, “$text”',
    async (row) => {
      // WASM multiplies int8 exactly, so the fixture must come from ONNX Runtime's precise mode
      // (session.x64quantprecision = 1): without it a processor that lacks VNNI saturates, and scores move by 1 and more.
      expect(await worstShortfall(graph, row)).toBeLessThan(0.05);
    },
    60_000,
  );
});

/** How far a token of the trainer's answer ever falls short of the best legal one, each step following its answer. */
async function worstShortfall(graph: Graph, { text, previous, state, int8Tokens }: ParityRow): Promise<number> {
  const source = buildSource(text, conversationState(previous, state), table, pieces);
  if (!source.ok) throw new Error(source.message);
  const { ids, words } = source.value;
  const grammar = new TokenGrammar(tools, table, words);
  const turn = graph.begin();
  let pending = [...ids, table.row(table.control('<s>'))];
  let worst = 0;
  for (const token of int8Tokens) {
    const legal = grammar.legal();
    if (legal.length > 1) {
      const { logits, pointers } = await turn.run({ ids: pending, sourceLength: ids.length });
      const score = (id: number): number => (table.isCopy(id) ? pointers[table.sourceIndex(id)] : logits[id]) ?? NaN;
      worst = Math.max(worst, Math.max(...legal.map(score)) - score(token));
      pending = [];
    }
    grammar.advance(token);
    pending.push(table.row(token));
  }
  turn.close();
  return worst;
}
