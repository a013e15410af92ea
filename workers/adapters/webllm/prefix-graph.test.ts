import { describe, expect, it } from 'vitest';
import { TokenTable } from '../prefix-lm/token-table.ts';
import { ScoreTap, WebLlmGraph } from './prefix-graph.ts';

const table = new TokenTable({
  tokens: ['<s>', '</s>'].map((text, id) => ({ id, token: text, kind: 'control', text })),
  copy: 3,
  pieces: 10,
});

function scripted() {
  const log: string[] = [];
  const tap = new ScoreTap();
  const engine = {
    resetChat: () => Promise.resolve(void log.push('reset')),
    unload: () => Promise.resolve(void log.push('unload')),
    forwardTokensAndSample: (ids: number[], isPrefill: boolean) => {
      log.push(`${isPrefill ? 'prefill' : 'decode'} ${ids.join(' ')}`);
      tap.processLogits(Float32Array.from([1, 2, 3, 4, 5]));
      return Promise.resolve(0);
    },
  };
  return { log, graph: new WebLlmGraph(engine, tap, table) };
}

describe('WebLlmGraph', () => {
  it('numbers rows of the answer after the table, also where a source holds the same rows', async () => {
    const { log, graph } = scripted();
    const turn = graph.begin();
    await turn.run({ ids: [2, 11, 3, 10], sourceLength: 3 });
    await turn.run({ ids: [11], sourceLength: 3 });
    await turn.run({ ids: [12, 13], sourceLength: 3 });
    expect(log).toEqual(['reset', 'prefill 2 11 3 25', 'decode 26', 'prefill 27 28']);
  });

  it('begins each turn with an empty cache', async () => {
    const { log, graph } = scripted();
    await graph.begin().run({ ids: [2, 10], sourceLength: 1 });
    await graph.begin().run({ ids: [2, 10], sourceLength: 1 });
    expect(log.filter((line) => line === 'reset')).toHaveLength(2);
  });

  it('gives contract scores and, from source index 1 on, the pointer’s', async () => {
    const { graph } = scripted();
    const scores = await graph.begin().run({ ids: [2, 10], sourceLength: 1 });
    expect([...scores.logits]).toEqual([1, 2]);
    expect([...scores.pointers]).toEqual([-Infinity, 3, 4, 5]);
  });

  it('fails rather than read the scores of an earlier run', async () => {
    const tap = new ScoreTap();
    const engine = {
      resetChat: () => Promise.resolve(),
      unload: () => Promise.resolve(),
      forwardTokensAndSample: () => Promise.resolve(0),
    };
    const turn = new WebLlmGraph(engine, tap, table).begin();
    await expect(turn.run({ ids: [2, 10], sourceLength: 1 })).rejects.toThrow('without giving scores');
  });
});
