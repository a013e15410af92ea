import type { CorrectionBook } from '../agent/corrections/correction-book.ts';
import type { Judge } from '../agent/run-loop.ts';
import { Session, type SessionEngine, type SessionStore } from '../agent/session.ts';
import type { Clock } from '../core/clock.ts';
import { neverUnattended } from '../core/judgement.ts';
import type { RunView } from '../core/run-view.ts';
import { en } from '../core/strings/en.ts';
import type { TaskId } from '../core/task.ts';
import { likeliestRisk } from '../guard/policy.ts';
import type { AskRow, AskTurn } from './ask-row.ts';

export type RowParts = {
  /** Holds the row's lists and tasks already. */
  store: SessionStore;
  /** The row's tasks in the order given, which counts as the last listing. */
  lastListing: readonly TaskId[];
  engine: SessionEngine;
  /** Null: judged by effect only. */
  judge: Judge | null;
  corrections: CorrectionBook | null;
  clock: () => Clock;
  newId: () => string;
};

/** Says a row's turns one after the other, with nobody there to answer (docs/commands.md, `npm run ask`). */
export async function runRow({ turns }: Pick<AskRow, 'turns'>, parts: RowParts): Promise<AskTurn[]> {
  const session = new Session({
    ...parts,
    care: () => 'middle',
    strings: en,
    onRun: () => undefined,
    unattended: true,
  });
  session.begin({ lastListing: parts.lastListing });
  const said: AskTurn[] = [];
  for (const text of turns) {
    const run = await session.submit(text);
    if (run !== null) said.push({ ...turnOf(run), ...(parts.judge === null ? { guard: null } : {}) });
  }
  return said;
}

/** A turn that was held back shows what it would have done under `proposed`. */
function turnOf(run: RunView): AskTurn {
  const held =
    run.judgement?.verdict === 'refuse' || (run.judgement !== null && neverUnattended.includes(run.judgement.reason));
  const done = run.results.length > 0;
  return {
    raw: run.raw,
    calls: run.calls,
    resolved: done ? run.resolved : [],
    ...(held && run.resolved.length > 0 ? { proposed: run.resolved } : {}),
    confidence: run.confidence,
    ...(run.corrected === null ? {} : { corrected: run.corrected }),
    guard: guardOf(run),
    ...(run.question !== null || run.said?.asks === true ? { asks: true as const } : {}),
    ...(run.failure === null ? {} : { error: run.failure }),
    final: run.final ?? '',
    ms: { engine: run.timings?.engineMs ?? 0, guard: run.timings?.guardMs ?? 0, total: run.timings?.totalMs ?? 0 },
  };
}

/** Null while nothing but the effects judged. */
function guardOf({ judgement }: RunView): AskTurn['guard'] {
  if (judgement === null) return null;
  const { heads, verdict, reason } = judgement;
  if (heads === null) return { risk: null, p: null, verdict, reason };
  const { risk, ...yesNo } = heads;
  return { risk: likeliestRisk(heads), p: { ...risk, ...yesNo }, verdict, reason };
}
