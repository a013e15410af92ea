import type { Encode } from './agent/corrections/nearest-correction.ts';
import type { Judge } from './agent/run-loop.ts';
import type { GuardStatus } from './core/engine-status.ts';
import { plainCuts, yesNoHeads, type HeadCuts } from './core/judgement.ts';
import { success } from './core/outcome.ts';
import { findManifest, resolveFiles, type ModelManifest } from './engine/manifests.ts';
import { prepareLanguages } from './guard/language.ts';
import { connectGuard, type GuardClient, type GuardPatience } from './guard/guard-client.ts';

export const guardId = 'errand-guard';

/** Nothing is decided by a vector that comes late, so it may take longer than a judgement. */
const encodingPatience: GuardPatience = { loadingMs: 2000, judgingMs: 5000 };

export type WiredGuard = {
  client: GuardClient;
  cuts: HeadCuts;
  judge: Judge;
  /** A sentence's vector; null where the guard cannot make one now. */
  encode: Encode;
  /** The model behind the vectors, version included. */
  vectorOf: string;
  load: () => Promise<GuardStatus>;
};

/** The guard's client and its manifest in one piece. An app without that manifest is one whose guard always fails. */
export function wireGuard(patience: GuardPatience, onStatus: (status: GuardStatus) => void): WiredGuard {
  const manifest = findManifest(guardId);
  const client = connectGuard();
  const cuts = manifest.ok ? cutsOf(manifest.value) : plainCuts;
  return {
    client,
    cuts,
    judge: (text) => {
      const judging = client.judge(text, patience);
      return {
        answer: async () => {
          const judged = await judging.answer();
          return judged.ok ? success({ heads: judged.value.heads, cuts, vector: judged.value.vector }) : judged;
        },
      };
    },
    encode: async (text) => {
      const judged = await client.judge(text, encodingPatience).answer();
      return judged.ok ? judged.value.vector : null;
    },
    vectorOf: `${guardId}@${manifest.ok ? (manifest.value.version ?? '') : ''}`,
    load: async () => {
      onStatus({ phase: 'loading' });
      const status = manifest.ok ? await load(client, manifest.value) : failed(manifest.message);
      onStatus(status);
      return status;
    },
  };
}

async function load(client: GuardClient, manifest: ModelManifest): Promise<GuardStatus> {
  const files = resolveFiles(manifest);
  // One thread: a dozen word pieces gain little from a second, which the engine is using at the same moment.
  const loaded = await client.load({ modelId: manifest.id, files, threads: 1 });
  // Behind the models, for which a person waits.
  void prepareLanguages();
  return loaded.ok ? { phase: 'ready', loadMs: loaded.value.loadMs } : failed(loaded.message);
}

function failed(message: string): GuardStatus {
  return { phase: 'failed', message };
}

/** The manifest names a cut where training chose another than one half. */
function cutsOf({ settings }: ModelManifest): HeadCuts {
  const cuts = { ...plainCuts };
  for (const head of yesNoHeads) {
    const cut = settings?.[`threshold-${head}`];
    if (typeof cut === 'number') cuts[head] = cut;
  }
  return cuts;
}
