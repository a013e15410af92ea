import { embeddedVersion, engineKeys } from './engine-settings.ts';
import { automaticChoice, whyNotByItself } from './engine/measurement.ts';
import { measureEmbedded } from './measure-embedded.ts';
import { measureWhenIdle } from './measure-when-idle.ts';
import { readMachine } from './read-machine.ts';
import type { Store } from './store/repository.ts';
import type { EngineSwitch } from './switch-engine.ts';

const activities = ['keydown', 'pointerdown', 'paste', 'dragenter'] as const;
const lockName = 'errand-measurement';

/**
 * Finds out once, while nobody uses the page, which of the two embedded engines is faster on this machine: only where there is
 * a graphics card, and only for those who have chosen no engine. Its result counts from the next start on.
 */
export async function measureByItself(store: Store, engines: EngineSwitch, isBusy: () => boolean): Promise<void> {
  if (!(await isWorthTrying())) return;
  const isWanted = () => engines.view().choice === automaticChoice && engines.view().measurement === null;
  // One tab measures; two would measure each other.
  await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    await measureWhenIdle({
      isWanted,
      isBusy: () => isBusy() || document.hidden || engines.view().status.phase !== 'ready',
      onActivity: (listener) => {
        for (const name of activities) addEventListener(name, listener, { capture: true, passive: true });
        return () => {
          for (const name of activities) removeEventListener(name, listener, { capture: true });
        };
      },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      measure: (signal) => measureEmbedded(embeddedVersion(), signal),
      keep: async (measurement) => {
        engines.noteMeasured(measurement);
        await store.writeSetting(engineKeys.measurement, measurement);
      },
    });
  });
}

async function isWorthTrying(): Promise<boolean> {
  const { adapter } = await readMachine();
  return whyNotByItself({ adapter, ...readConnection() }) === null;
}

/** What else the rules ask of the browser. */
export function readConnection(): { isOnline: boolean; savesData: boolean; hasLocks: boolean } {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return { isOnline: navigator.onLine, savesData: connection?.saveData === true, hasLocks: 'locks' in navigator };
}
