/**
 * The whole app, its own screen, store, run loop and embedded agent included, with a scripted engine in the place of one
 * chat model. Built by the tests, beside the app and never with it. No guard: what asks here asks by what a call does.
 */
import { connectEngine } from '../../src/engine/engine-client.ts';
import { engineKeys, findModel } from '../../src/engine-settings.ts';
import { makeApp } from '../../src/make-app.ts';
import { openStore, type Store } from '../../src/store/repository.ts';
import { EngineSwitch, type EngineSwitchView } from '../../src/switch-engine.ts';
import { mountApp } from '../../src/view/mount.ts';
import { wireEngine } from '../../src/wire-engine.ts';
import { scriptChannel, type ScriptMessage, type ScriptQuestion, type ScriptStep } from './script.ts';

declare global {
  /** The test's own function. */
  var scriptStep: (question: ScriptQuestion) => Promise<ScriptStep>;
}

const chosenId = 'llama-3-2-1b';

const channel = new BroadcastChannel(scriptChannel);
channel.onmessage = ({ data }: MessageEvent<ScriptMessage>) => {
  if (data.kind !== 'question') return;
  void globalThis.scriptStep(data.question).then((step) => {
    channel.postMessage({ kind: 'step', id: data.id, step } satisfies ScriptMessage);
  });
};

function makeEngines(store: Store | null, onChange: (view: EngineSwitchView) => void): EngineSwitch {
  let attempt: string | null = null;
  const connectScripted = () =>
    connectEngine(() => new Worker(new URL('./scripted-engine.worker.ts', import.meta.url), { type: 'module' }));
  return new EngineSwitch({
    wire: (model, onStatus) =>
      wireEngine(model, onStatus, (adapter) => (adapter === 'webllm-chat' ? connectScripted() : connectEngine())),
    find: (id) => findModel(store, id),
    attempt: {
      read: () => attempt,
      write: (id) => {
        attempt = id;
      },
    },
    onChange,
  });
}

async function start(): Promise<void> {
  const target = document.querySelector('#app');
  const opened = await openStore();
  if (!(target instanceof HTMLElement) || !opened.ok) throw new Error('The harness cannot start');
  const store = opened.value;
  await store.writeSetting(engineKeys.choice, chosenId);
  const app = await makeApp({ store, storeProblem: null, ringer: null, makeEngines, makeGuard: () => null });
  mountApp(target, app);
}

void start();
