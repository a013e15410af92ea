import { failure, success, type Outcome } from '../core/outcome.ts';
import { endlessPatience } from '../guard/guard-client.ts';
import { looksForeign } from '../guard/language.ts';
import { decide } from '../guard/policy.ts';
import { wireGuard, type WiredGuard } from '../wire-guard.ts';
import type { GuardOutput, GuardRow } from './guard-row.ts';

/** The guard on its own, as `npm run guard` drives it: the same worker, cuts and policy as a run's. */
export type GuardAutomation = {
  startGuard: () => Promise<Outcome<null, string>>;
  judge: (row: GuardRow) => Promise<GuardOutput>;
};

const oneAdd = {
  calls: 1,
  onlyReads: false,
  changesOrRemoves: false,
  irreversible: false,
  bulkTouched: 0,
  everything: false,
  movesMoney: false,
};

export function makeGuardAutomation(): GuardAutomation {
  let guard: WiredGuard | null = null;
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
      const { heads, cuts } = judged.value;
      const { verdict } = decide(oneAdd, { heads, cuts, failed: false, otherLanguage: await looksForeign(text) });
      return { id, ...heads, verdict, ms };
    },
  };
}

/** A guard that is loaded and that is waited for as long as it takes. */
export async function openGuard(): Promise<Outcome<WiredGuard, 'guard_failed'>> {
  const guard = wireGuard(endlessPatience, () => undefined);
  const status = await guard.load();
  return status.phase === 'failed' ? failure('guard_failed', status.message) : success(guard);
}
