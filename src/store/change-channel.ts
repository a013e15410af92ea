import type { RunId } from '../core/plan.ts';
import type { ListId, TaskId } from '../core/task.ts';
import type { StoreCode } from './store-failure.ts';

/** What happened to what is stored. Whoever shows some of it reads it again. */
export type StoreChange =
  | { kind: 'changed'; runId: RunId; taskIds: readonly TaskId[]; listIds: readonly ListId[] }
  /** Another device's changes were written here. */
  | { kind: 'synced'; taskIds: readonly TaskId[]; listIds: readonly ListId[] }
  | { kind: 'setting'; key: string }
  | { kind: 'trash-emptied' }
  | { kind: 'erased' }
  /** Everything was put in the place of what was there, from a file or a backup. */
  | { kind: 'replaced' }
  /** This tab can neither read nor write any more until it is reloaded. */
  | { kind: 'closed'; code: StoreCode };

export type ChangeListener = (change: StoreChange, from: 'this-tab' | 'another-tab') => void;

/** Tells this tab and all others of a change. */
export class ChangeChannel {
  readonly #listeners = new Set<ChangeListener>();
  readonly #others: BroadcastChannel | null;

  constructor(name: string) {
    this.#others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${name}-changes`);
    this.#others?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isStoreChange(data)) this.tellThisTab(data, 'another-tab');
    });
  }

  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tellAll(change: StoreChange): void {
    this.#others?.postMessage(change);
    this.tellThisTab(change, 'this-tab');
  }

  tellThisTab(change: StoreChange, from: 'this-tab' | 'another-tab'): void {
    for (const listener of [...this.#listeners]) listener(change, from);
  }

  close(): void {
    this.#others?.close();
    this.#listeners.clear();
  }
}

const sharedKinds: readonly unknown[] = ['changed', 'synced', 'setting', 'trash-emptied', 'erased', 'replaced'];

/** A tab with another version of the app may say something this one does not know. */
function isStoreChange(data: unknown): data is StoreChange {
  return typeof data === 'object' && data !== null && 'kind' in data && sharedKinds.includes(data.kind);
}
