import type { Outcome } from '../core/outcome.ts';
import type { Store } from '../store/repository.ts';
import type { Seal } from './encryption.ts';
import type { SyncQuestion } from '../store/sync-step.ts';
import { TaskDoc } from './task-doc.ts';
import type { OpenTransport, Transport, TransportState } from './transport.ts';

export type SyncStatus = {
  state: TransportState;
  /** Messages that were not sealed with this passphrase, or hold no tasks. */
  leftAside: number;
  /** Tasks that were deleted here and changed elsewhere. */
  questions: readonly SyncQuestion[];
};

export type SyncParts = {
  store: Store;
  seal: Seal;
  open: OpenTransport;
  /** A folder's files hold everything; a server's mailboxes take what is new. */
  sendsWhole: boolean;
  onStatus: (status: SyncStatus) => void;
};

export type SyncSession = { dropQuestion(taskId: string): void; close(): void };

const settleMs = 100;
/** After so many messages everything is said in one, and the document here is kept as one. */
const compactAfter = 100;

/** Keeps the store and the other devices alike until it is closed. One tab does it for all. */
export async function startSync({ store, seal, open, sendsWhole, onStatus }: SyncParts): Promise<SyncSession> {
  let doc = await readDoc(store);
  let status: SyncStatus = { state: 'connecting', leftAside: 0, questions: await readQuestions(store) };
  const tell = (change: Partial<SyncStatus>) => {
    status = { ...status, ...change };
    if (!isClosed) onStatus(status);
  };
  let isClosed = false;
  let messages = 0;
  // One step after the other: each reads what the one before has written.
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    tail = tail.then(() => (isClosed ? undefined : work())).catch(() => undefined);
  };
  /** A write that failed leaves the document ahead of the store, so it is read again from what was kept. */
  const checked = async (written: Promise<Outcome<null, string>>): Promise<boolean> => {
    const outcome = await written;
    if (!outcome.ok) doc = await readDoc(store);
    return outcome.ok;
  };

  const sendAll = async (transport: Transport) => {
    const whole = doc.encode();
    messages = 0;
    await store.compactSync(whole);
    transport.sendWhole(await seal.seal(whole));
  };
  const send = async (update: Uint8Array) => {
    messages += 1;
    if (sendsWhole || messages >= compactAfter) await sendAll(transport);
    else transport.send(await seal.seal(update));
  };
  const derive = async () => {
    let update: Uint8Array | null = null;
    const isKept = await checked(
      store.syncStep((state) => {
        update = doc.derive(state);
        return { update, state, asked: [] };
      }),
    );
    if (isKept && update !== null) await send(update);
  };
  const merge = async (sealed: Uint8Array) => {
    const opened = await seal.open(sealed);
    if (!opened.ok) {
      tell({ leftAside: status.leftAside + 1 });
      return;
    }
    let own: Uint8Array | null = null;
    const isKept = await checked(
      store.syncStep((state) => {
        // What is here and not yet in the document comes first, so that the merge sees both.
        const mark = doc.mark();
        own = doc.derive(state);
        const merged = doc.merge(opened.value, state);
        return { update: doc.since(mark), state: merged.state, asked: merged.deletedButEdited };
      }),
    );
    if (!isKept) return;
    if (own !== null) await send(own);
    tell({ questions: await readQuestions(store) });
    await derive();
  };

  const transport = open({
    onMessage: (sealed) => {
      inTurn(() => merge(sealed));
    },
    onState: (state) => {
      tell({ state });
    },
  });
  inTurn(async () => {
    await derive();
    await sendAll(transport);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((change) => {
    if (change.kind === 'synced' || change.kind === 'setting' || change.kind === 'closed') return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      inTurn(derive);
    }, settleMs);
  });
  return {
    dropQuestion: (taskId) => {
      inTurn(async () => {
        await store.dropSyncQuestion(taskId);
        tell({ questions: await readQuestions(store) });
      });
    },
    close: () => {
      isClosed = true;
      stop();
      clearTimeout(timer);
      transport.close();
    },
  };
}

async function readDoc(store: Store): Promise<TaskDoc> {
  const kept = await store.readSync();
  return new TaskDoc(kept.ok ? kept.value.updates : []);
}

async function readQuestions(store: Store): Promise<readonly SyncQuestion[]> {
  const kept = await store.readSync();
  return kept.ok ? kept.value.questions : [];
}
