import { mailbox, type PythonShared } from '../protocol/python-api.ts';

/** Answers a call that Python made by name. What it throws becomes a HostError in Python. */
export type HostBridge = (name: string, argument: unknown) => unknown;

/** Memory that the worker sees too; null where the page is not cross-origin isolated. */
export function makeShared(): PythonShared | null {
  if (!globalThis.crossOriginIsolated) return null;
  return {
    interrupt: new SharedArrayBuffer(4),
    host: new SharedArrayBuffer(mailbox.headerBytes + mailbox.sizeBytes),
  };
}

/** The page's side of `host.call`: asks the bridge and puts what it says, or why it does not, into the mailbox. */
export function answerInto(shared: PythonShared, bridge: HostBridge): (name: string, json: string) => void {
  return (name, json) => {
    void Promise.resolve()
      .then(() => bridge(String(name), JSON.parse(json)))
      .then(
        (answer) => {
          post(shared, mailbox.answered, JSON.stringify(answer ?? null));
        },
        (problem: unknown) => {
          post(shared, mailbox.refused, problem instanceof Error ? problem.message : String(problem));
        },
      );
  };
}

/** Wakes a worker that waits for an answer which it shall not get. */
export function stopWaiting({ host }: PythonShared): void {
  settle(host, mailbox.stopped, 0);
}

function post(shared: PythonShared, outcome: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > mailbox.sizeBytes) {
    post(shared, mailbox.refused, 'The answer is too long.');
    return;
  }
  new Uint8Array(shared.host, mailbox.headerBytes).set(bytes);
  settle(shared.host, outcome, bytes.length);
}

function settle(memory: SharedArrayBuffer, outcome: number, length: number): void {
  const state = new Int32Array(memory, 0, 2);
  Atomics.store(state, 1, length);
  // Only a call that still waits is answered; one that was stopped stays stopped.
  if (Atomics.compareExchange(state, 0, mailbox.waiting, outcome) === mailbox.waiting) Atomics.notify(state, 0);
}
