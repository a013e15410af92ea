import { connectPage } from './engine/connect-page.ts';
import { connectEngine } from './engine/engine-client.ts';
import type { ModelManifest } from './engine/manifests.ts';
import type { Comparison } from './view/models/models-door.ts';
import { loadRequest } from './wire-engine.ts';

export type TimedTurn = Comparison;

const state = { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] };

/** One sentence on each engine, one after the other, each in a worker of its own that ends afterwards. */
export async function compareEngines(
  ids: readonly string[],
  sentence: string,
  find: (id: string) => Promise<ModelManifest | null>,
  onResult: (result: Comparison) => void,
): Promise<void> {
  for (const id of ids) {
    const manifest = await find(id);
    if (manifest !== null) onResult(await timeTurn(manifest, sentence, 1));
  }
}

/** Loads a model and asks it; the last of `turns` is timed, so that the first can warm it up. */
export async function timeTurn(manifest: ModelManifest, sentence: string, turns: number): Promise<TimedTurn> {
  const { id, name, adapter } = manifest;
  const blank = { id, name, answer: null, problem: null, loadMs: null, turnMs: null, tokens: null };
  if (adapter === 'guard-bert') return { ...blank, problem: 'It does not answer sentences.' };
  const client = connectPage(adapter) ?? connectEngine();
  try {
    const loaded = await client.load(loadRequest(manifest, adapter, 'auto'));
    if (!loaded.ok) return { ...blank, problem: loaded.message };
    let timed: TimedTurn = { ...blank, loadMs: loaded.value.loadMs };
    for (let turn = 0; turn < turns; turn += 1) {
      const runId = `timed-${String(turn)}`;
      const answer = await client.generate({ runId, modelId: id, text: sentence, state });
      if (!answer.ok) return { ...blank, loadMs: loaded.value.loadMs, problem: answer.message };
      const { text, tokens, timings } = answer.value;
      timed = { ...timed, answer: text, tokens, turnMs: timings.totalMs };
    }
    return timed;
  } finally {
    client.close();
  }
}
