import type { Judge } from './agent/run-loop.ts';
import { Session, type SessionEngine } from './agent/session.ts';
import type { CareLevel } from './core/judgement.ts';
import { viewRun, type RunView } from './core/run-view.ts';
import { liveTasks } from './core/task.ts';
import { personClock } from './person-clock.ts';
import { ScratchStore } from './store/scratch-store.ts';
import { sentences } from './view/sentences.ts';
import type { TrialDoor, TrialView } from './view/share/trial-door.ts';

/** A session beside the person's: the same engine and guard, on a store in memory and without their corrections. */
export function wireTrial(parts: { engine: SessionEngine; judge: Judge | null; care: () => CareLevel }): TrialDoor {
  const store = new ScratchStore();
  let shown: RunView = viewRun([]);
  let tell: (view: TrialView) => void = () => undefined;
  const look = async (): Promise<void> => {
    const run = shown;
    const { value } = await store.readState();
    tell({ run, tasks: liveTasks(value).map(({ title, due, done }) => ({ title, due, done })) });
  };
  const session = new Session({
    ...parts,
    store,
    clock: personClock,
    newId: () => crypto.randomUUID(),
    strings: sentences,
    onRun: (run) => {
      shown = run;
      void look();
    },
  });
  return {
    submit: async (text, onChange) => {
      tell = onChange;
      await session.submit(text);
      await look();
    },
    pick: (id) => {
      const candidate = shown.question?.candidates.find((choice) => choice.id === id);
      if (candidate !== undefined) session.pick(candidate);
    },
    confirm: (yes) => {
      session.confirm(yes);
    },
    stop: () => {
      session.stop();
    },
  };
}
