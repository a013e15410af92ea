import type { RunView } from '../../core/run-view.ts';

/** What a trial looks like after each of its steps. */
export type TrialView = { run: RunView; tasks: readonly { title: string; due: string | null; done: boolean }[] };

/** A sentence in a store of its own, that nothing outlives: the app's engine and guard, and none of the person's tasks. */
export type TrialDoor = {
  /** Ends with the run; `onChange` hears each step. */
  submit(text: string, onChange: (view: TrialView) => void): Promise<void>;
  pick(id: string): void;
  confirm(yes: boolean): void;
  stop(): void;
};
