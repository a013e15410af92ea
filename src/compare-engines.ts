import { failure } from './core/outcome.ts';
import { connectPage } from './engine/connect-page.ts';
import { connectEngine } from './engine/engine-client.ts';
import type { ModelManifest } from './engine/manifests.ts';
import type { Comparison } from './view/models/models-door.ts';
import { modelStrings } from './view/models/strings.ts';
import { sentences } from './view/sentences.ts';
import { loadRequest } from './wire-engine.ts';
import { noConversation } from './protocol/engine.ts';

export type TimedTurn = Comparison;

const stop = failure('interrupted' as const, 'Stopped.');

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

/** Loads a model and asks it; the last of `turns` is timed, so that the first can warm it up. A signal ends its worker at once. */
export async function timeTurn(
  manifest: ModelManifest,
  sentence: string,
  turns: number,
  signal?: AbortSignal,
): Promise<TimedTurn> {
  const { id, name, adapter } = manifest;
  const blank = { id, name, answer: null, problem: null, loadMs: null, turnMs: null, tokens: null };
  if (adapter === 'guard-bert') return { ...blank, problem: modelStrings.problems.noSentences };
  const client = connectPage(adapter) ?? connectEngine();
  // A closed client's worker is gone, and what was asked of it never answers.
  const stopped = new Promise<typeof stop>((resolve) => {
    signal?.addEventListener('abort', () => {
      resolve(stop);
    });
  });
  try {
    const loaded = await Promise.race([client.load(loadRequest(manifest, adapter, 'auto')), stopped]);
    if (!loaded.ok) return { ...blank, problem: sentences.engineTrouble(loaded.code, loaded.message) };
    let timed: TimedTurn = { ...blank, loadMs: loaded.value.loadMs };
    for (let turn = 0; turn < turns; turn += 1) {
      const runId = `timed-${String(turn)}`;
      const answer = await Promise.race([
        client.generate({ runId, modelId: id, text: sentence, state: noConversation }),
        stopped,
      ]);
      if (!answer.ok) {
        const problem = sentences.engineTrouble(answer.code, answer.message);
        return { ...blank, loadMs: loaded.value.loadMs, problem };
      }
      const { text, tokens, timings } = answer.value;
      timed = { ...timed, answer: text, tokens, turnMs: timings.totalMs };
    }
    return timed;
  } finally {
    client.close();
  }
}
