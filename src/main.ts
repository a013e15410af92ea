import { followBadge } from './app-badge.ts';
import { findModel } from './engine-settings.ts';
import { connectPage } from './engine/connect-page.ts';
import { connectEngine, type EngineClient } from './engine/engine-client.ts';
import { browserParts, shareEngine } from './engine/shared-engine.ts';
import { interactivePatience } from './guard/guard-client.ts';
import { followLaunches } from './launch.ts';
import { makeApp } from './make-app.ts';
import { openRinger } from './notifications.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import { openStore, type Store } from './store/repository.ts';
import { EngineSwitch, type EngineSwitchView } from './switch-engine.ts';
import { mountApp } from './view/mount.ts';
import { wireEngine } from './wire-engine.ts';
import { wireGuard } from './wire-guard.ts';

/** The door for commands: no screen, a scratch database, an object on the page to drive. */
const automationHash = '#automation';

/** One model for all tabs, where the browser lets them agree on who holds it. */
function connectShared(): EngineClient {
  const parts = browserParts(connectEngine);
  return parts === null ? connectEngine() : shareEngine(parts);
}

const attemptKey = 'errand-engine-attempt';

function makeEngines(store: Store | null, onChange: (view: EngineSwitchView) => void): EngineSwitch {
  let shared: EngineClient | null = null;
  return new EngineSwitch({
    wire: (model, onStatus) =>
      wireEngine(model, onStatus, (adapter) => connectPage(adapter) ?? (shared ??= connectShared())),
    find: (id) => findModel(store, id),
    attempt: {
      read: () => sessionStorage.getItem(attemptKey),
      write: (id) => {
        if (id === null) sessionStorage.removeItem(attemptKey);
        else sessionStorage.setItem(attemptKey, id);
      },
    },
    onChange,
  });
}

async function start(): Promise<void> {
  const target = document.querySelector('#app');
  if (!(target instanceof HTMLElement)) throw new Error('The page has no #app');
  if (location.hash === automationHash) {
    const { makeAutomation } = await import('./automation/automation.ts');
    const { makeSandboxAutomation } = await import('./automation/sandbox-scores.ts');
    Object.assign(globalThis, { errandSandbox: makeSandboxAutomation(), errandAutomation: makeAutomation() });
    return;
  }
  const opened = await openStore();
  const app = await makeApp({
    store: opened.ok ? opened.value : null,
    storeProblem: opened.ok ? null : opened.code,
    ringer: openRinger(),
    makeEngines,
    makeGuard: (onStatus) => wireGuard(interactivePatience, onStatus),
  });
  const view = mountApp(target, app);
  registerServiceWorker(view);
  followLaunches(view);
  followBadge(app);
}

void start();
