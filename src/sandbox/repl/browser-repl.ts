import type { HostBridge } from '../../python/host-bridge.ts';
import { connectPython, type PythonClient } from '../../python/python-client.ts';
import type { ActionRun, ActionRunner } from '../evaluation/run-episode.ts';
import { findCall } from '../world/registry.ts';
import type { World } from '../world/world.ts';
import { describeMove, type MoneyMove } from './money-move.ts';
import { readCall } from './answer-call.ts';
import { installApis, restoreApis } from './apis-source.ts';
import { observationLimit, observationOf } from './observation.ts';

/** Says whether a money move may happen; asked before it does. */
export type Approve = (move: MoneyMove) => Promise<boolean> | boolean;

const memoryLimitBytes = 512 * 1024 * 1024;
const actionLimitMs = 10_000;
/** Moves that a person is asked about take as long as the person does. */
const askedLimitMs = 30 * 60_000;

/**
 * The REPL of the page: Python in its own worker, the world and its scoring on this side. What an action does to its
 * interpreter spoils that interpreter only; a worker that had to be ended has lost its variables, and says so.
 */
export class BrowserRepl implements ActionRunner {
  readonly #python: PythonClient = connectPython({ withForests: false, memoryLimitBytes });
  readonly #asks: boolean;
  #errand: { world: World; approve: Approve } | null = null;
  #isFresh = true;
  #runs = 0;
  #running = '';
  isStopped = false;

  constructor(asks: boolean) {
    this.#asks = asks;
  }

  /** The next actions are about this world, and know no variables of those before. */
  use(world: World, approve: Approve): void {
    this.#errand = { world, approve };
    this.#isFresh = true;
  }

  async start(): Promise<{ ok: true } | { ok: false; message: string }> {
    const ready = await this.#python.start();
    return ready.ok ? { ok: true } : ready;
  }

  async run(action: string): Promise<ActionRun> {
    this.#runs += 1;
    await this.#prepare();
    if (this.isStopped) return { observation: 'Stopped.', error: true };
    this.#running = `action-${String(this.#runs)}`;
    const ran = await this.#python.run(action, {
      runId: this.#running,
      name: `<step ${String(this.#runs)}>`,
      timeLimitMs: this.#asks ? askedLimitMs : actionLimitMs,
      outputLimit: observationLimit * 4,
      host: this.#answer,
    });
    if (!ran.ok) return { observation: `${ran.message} Variables of earlier steps may be gone.`, error: true };
    const { stdout, error } = ran.value;
    return { observation: observationOf(stdout, error?.traceback ?? null), error: error !== null };
  }

  /** Ends the action that runs; no other begins after it. */
  stop(): void {
    this.isStopped = true;
    this.#python.interrupt(this.#running);
  }

  close(): void {
    this.#python.close();
  }

  /** Before each action: an action may have put something else in the place of `apis`, or into its module. */
  async #prepare(): Promise<void> {
    const code = `${installApis}\n${restoreApis}`;
    const runId = `before-action-${String(this.#runs)}`;
    await this.#python.run(code, { runId, timeLimitMs: actionLimitMs, fresh: this.#isFresh });
    this.#isFresh = false;
  }

  readonly #answer: HostBridge = async (name, argument) => {
    const made = name === 'api' ? readCall(JSON.stringify(argument)) : null;
    if (made === null || this.#errand === null)
      return { ok: false, code: 'invalid_arguments', message: 'That is not a call.' };
    const { world, approve } = this.#errand;
    if (findCall(made.app, made.call)?.effect === 'money') {
      const move = describeMove(world, made);
      if (move !== null && (this.isStopped || !(await approve(move)) || this.isStopped))
        return { ok: false, code: 'not_allowed', message: 'This move of money was not approved.' };
    }
    return world.call(made.app, made.call, made.args);
  };
}
