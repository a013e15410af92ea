import { failure, success, type Outcome } from '../core/outcome.ts';
import { findManifest, resolveFiles } from '../engine/manifests.ts';
import { decideText } from '../guard/decide-text.ts';
import { connectGuard, endlessPatience, type GuardClient } from '../guard/guard-client.ts';
import { guardId, wireGuard, type WiredGuard } from '../wire-guard.ts';
import type { GuardOutput, GuardRow } from './guard-row.ts';

/** The guard on its own, as `npm run guard` drives it: the same worker, cuts and policy as a run's. */
export type GuardAutomation = {
  startGuard: () => Promise<Outcome<null, string>>;
  judge: (row: GuardRow) => Promise<GuardOutput>;
  /**
   * For `npm run bench -- guard`: each text once for each number of threads, in milliseconds. `askedMs` is a judgement as the page
   * waits for it; `judgeMs` what of it the worker spends; `encoderMs` the graph alone.
   */
  measureGuard: (texts: readonly string[], threads: readonly number[]) => Promise<Outcome<GuardTimes[], string>>;
};

export type GuardTimes = { threads: number; pieces: number; askedMs: number; judgeMs: number; encoderMs: number };

export function makeGuardAutomation(): GuardAutomation {
  let guard: WiredGuard | null = null;
  const benched = new Map<number, GuardClient>();
  return {
    startGuard: async () => {
      const opened = await openGuard();
      if (!opened.ok) return opened;
      guard = opened.value;
      return success(null);
    },
    judge: async ({ id, text }) => {
      if (guard === null) throw new Error('startGuard() comes first');
      const startedAt = performance.now();
      const judged = await guard.judge(text).answer();
      const ms = performance.now() - startedAt;
      if (!judged.ok) throw new Error(judged.message);
      const { verdict } = await decideText(text, judged.value);
      return { id, ...judged.value.heads, verdict, ms };
    },
    measureGuard: async (texts, threads) => {
      for (const count of threads) {
        if (benched.has(count)) continue;
        const opened = await openThreaded(count);
        if (!opened.ok) return opened;
        benched.set(count, opened.value);
      }
      const times: GuardTimes[] = [];
      for (const text of texts) {
        for (const [count, client] of benched) {
          const once = await measureOnce(client, text);
          if (!once.ok) return once;
          times.push({ threads: count, ...once.value });
        }
      }
      return success(times);
    },
  };
}

/** A guard that is loaded and that is waited for as long as it takes. */
export async function openGuard(): Promise<Outcome<WiredGuard, 'guard_failed'>> {
  const guard = wireGuard(endlessPatience, () => undefined);
  const status = await guard.load();
  return status.phase === 'failed' ? failure('guard_failed', status.message) : success(guard);
}

async function openThreaded(threads: number): Promise<Outcome<GuardClient, string>> {
  const manifest = findManifest(guardId);
  if (!manifest.ok) return manifest;
  const client = connectGuard();
  const loaded = await client.load({ modelId: manifest.value.id, files: resolveFiles(manifest.value), threads });
  if (!loaded.ok) return loaded;
  return loaded.value.threads === threads
    ? success(client)
    : failure('no_threads', `The guard got ${String(loaded.value.threads)} threads, not ${String(threads)}.`);
}

async function measureOnce(client: GuardClient, text: string): Promise<Outcome<Omit<GuardTimes, 'threads'>, string>> {
  const startedMs = performance.now();
  const judged = await client.judge(text, endlessPatience).answer();
  const askedMs = performance.now() - startedMs;
  const measured = await client.measure([text]);
  if (!judged.ok) return judged;
  if (!measured.ok) return measured;
  const [first] = measured.value;
  if (first === undefined) return failure('guard_failed', 'The guard measured nothing.');
  return success({
    pieces: first.pieces,
    askedMs,
    judgeMs: judged.value.ms,
    encoderMs: Math.min(...first.encoderMs),
  });
}
