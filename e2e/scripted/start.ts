/**
 * The screen before a scripted app, for looking at each of its states without a model: `npm run dev`, then
 * /e2e/scripted/?state=NAME. Never part of the build, which starts from the root's index.html only.
 */
import { mountApp } from '../../src/view/mount.ts';
import { ScriptedApp } from './scripted-app.ts';
import { stateNamed } from './states.ts';

const target = document.querySelector('#app');
if (!(target instanceof HTMLElement)) throw new Error('The page has no #app');
const view = mountApp(
  target,
  new ScriptedApp(stateNamed(new URLSearchParams(location.search).get('state') ?? 'tasks')),
);
Object.assign(globalThis, { scriptedView: view });
