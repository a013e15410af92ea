import { mailbox } from '../../../src/protocol/python-api.ts';

type Ask = (name: string, json: string) => void;

/**
 * The worker's end of `host.call`: posts the question, then waits in shared memory, which the page writes the answer
 * into. Returns `[answered, text]` as JSON, so that nothing but a string crosses into Python.
 */
export class HostLine {
  readonly #memory: SharedArrayBuffer | null;
  #ask: Ask | null = null;

  constructor(memory: SharedArrayBuffer | null) {
    this.#memory = memory;
  }

  /** Whom the run under way may ask; null is nobody. */
  listen(ask: Ask | null): void {
    this.#ask = ask;
  }

  call(name: string, json: string): string {
    if (this.#ask === null) return refusal('This run may not call the page.');
    if (this.#memory === null) return refusal('not_isolated: without shared memory nobody can answer.');
    const state = new Int32Array(this.#memory, 0, 2);
    Atomics.store(state, 0, mailbox.waiting);
    this.#ask(name, json);
    Atomics.wait(state, 0, mailbox.waiting);
    const outcome = Atomics.load(state, 0);
    if (outcome === mailbox.stopped) return refusal('The run was stopped.');
    // A copy: text cannot be decoded from shared memory.
    const bytes = new Uint8Array(this.#memory, mailbox.headerBytes, Atomics.load(state, 1)).slice();
    return JSON.stringify([outcome === mailbox.answered, new TextDecoder().decode(bytes)]);
  }
}

function refusal(message: string): string {
  return JSON.stringify([false, message]);
}
