import { CorrectionBook } from '../agent/corrections/correction-book.ts';
import type { SessionEngine } from '../agent/session.ts';
import type { Clock } from '../core/clock.ts';
import { applyOperations } from '../core/operation.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { emptyState, liveTasks } from '../core/task.ts';
import { fixedClock, personClock } from '../person-clock.ts';
import { openStore } from '../store/repository.ts';
import { wireEngine } from '../wire-engine.ts';
import type { LabEvent } from '../lab/lab-event.ts';
import type { AskOptions, AskOutput, AskRow, CorrectionRow } from './ask-row.ts';
import type { LabFileOut, LabOrder } from './lab-door.ts';
import type { WiredGuard } from '../wire-guard.ts';
import { makeGuardAutomation, openGuard, type GuardAutomation } from './guard-automation.ts';
import { baselineRules } from './baseline-rules.ts';
import { plainTasks, seedOperations } from './plain-tasks.ts';
import { runRow } from './run-row.ts';

/** What commands drive in the built app (`headless/`): the same session, store and engine as the screen's. */
export type Automation = GuardAutomation & {
  start: (options: AskOptions) => Promise<Outcome<null, string>>;
  ask: (row: AskRow) => Promise<AskOutput>;
  /** Puts `errandAgentBench` on the page: its worker and code are fetched for the bench only. */
  openAgentBench: () => Promise<void>;
  lab: (order: LabOrder, onEvent: (event: LabEvent) => void) => Promise<Outcome<LabFileOut[], string>>;
};

/** A database of its own, so that a command never touches a person's tasks. */
const scratchName = 'errand-automation';

type Started = {
  engine: SessionEngine;
  guard: WiredGuard | null;
  options: AskOptions;
  corrections: CorrectionBook | null;
};

export function makeAutomation(): Automation {
  let started: Started | null = null;
  return {
    ...makeGuardAutomation(),
    start: async (options) => {
      const isNearest = options.engine === 'baseline-nearest';
      const opened = options.guard || isNearest ? await openGuard() : success(null);
      if (!opened.ok) return opened;
      const engine = await openEngine(options, opened.value);
      if (!engine.ok) return engine;
      const guard = options.guard ? opened : success(null);
      started = { engine: engine.value, guard: guard.value, options, corrections: null };
      return options.corrections === undefined ? success(null) : learn(options.corrections, started);
    },
    ask: (row) => {
      if (started === null) throw new Error('start() comes first');
      return askRow(row, started);
    },
    openAgentBench: async () => {
      const { makeAgentBench } = await import('./agent-bench.ts');
      Object.assign(globalThis, { errandAgentBench: makeAgentBench() });
    },
    lab: async (order, onEvent) => (await import('./lab-door.ts')).runLabOrder(order, onEvent),
  };
}

async function openEngine(options: AskOptions, guard: WiredGuard | null): Promise<Outcome<SessionEngine, string>> {
  if (options.engine === 'baseline-nearest' && guard !== null) {
    const { baselineNearest } = await import('./baseline-nearest.ts');
    return success(await baselineNearest(options.examples ?? [], guard.encode));
  }
  if (options.engine === 'baseline-rules') return success(baselineRules(() => clockOf(options)));
  const engine = wireEngine(options.engine, () => undefined);
  if (!engine.ok) return engine;
  const loaded = await engine.value.load(options.device);
  return loaded.ok ? success(engine.value.session) : failure(loaded.code, loaded.message);
}

function clockOf({ now, zone, locale }: AskOptions): Clock {
  return now === null ? { ...personClock(), zone, locale } : fixedClock(now, zone, locale);
}

/** Each sentence is said first, as the person did: what the model makes of it is part of a correction. */
async function learn(rows: readonly CorrectionRow[], started: Started): Promise<Outcome<null, string>> {
  if (started.guard === null) return failure('no_guard', 'Corrections are compared by the guard’s vectors.');
  const { encode, vectorOf } = started.guard;
  let kept: unknown = [];
  const shelf = {
    read: () => Promise.resolve(kept),
    write: (corrections: unknown) => {
      kept = corrections;
      return Promise.resolve();
    },
  };
  const book = new CorrectionBook(shelf, encode, vectorOf);
  for (const [place, { text, calls, tasks, lists }] of rows.entries()) {
    const { turns } = await askRow({ id: `correction ${String(place)}`, turns: [text], tasks, lists }, started);
    await book.add(String(place), { text, at: '', understood: turns[0]?.calls ?? [], meant: calls });
  }
  started.corrections = book;
  return success(null);
}

async function askRow(row: AskRow, { engine, guard, options, corrections }: Started): Promise<AskOutput> {
  const opened = await openStore(scratchName);
  if (!opened.ok) throw new Error(opened.message);
  const store = opened.value;
  const clock = () => clockOf(options);
  const newId = () => crypto.randomUUID();
  await store.eraseEverything();
  const operations = seedOperations(row, clock(), newId);
  const record = { runId: newId(), at: clock().now, text: row.id, origin: 'hand' as const, events: [] };
  const seeded = await store.commitRun({ operations, undoable: [], marks: [], record });
  if (!seeded.ok) throw new Error(seeded.message);
  const lastListing = liveTasks(applyOperations(emptyState, operations)).map((task) => task.id);
  const judge = guard?.judge ?? null;
  const turns = await runRow(row, { store, lastListing, engine, judge, corrections, clock, newId });
  const after = await store.readState();
  store.close();
  return { id: row.id, turns, tasks: after.ok ? plainTasks(after.value) : [] };
}
