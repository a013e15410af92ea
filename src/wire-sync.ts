import { addConnectOrigin } from './add-connect-origin.ts';
import type { Session } from './agent/session.ts';
import type { Operation } from './core/operation.ts';
import { failure, success } from './core/outcome.ts';
import type { PlannedCall } from './core/plan.ts';
import type { Task } from './core/task.ts';
import type { Store } from './store/repository.ts';
import { storeFailureInWords } from './store-failure-words.ts';
import { makeSecret, sealWith, shortestPassphrase, type SyncSecret } from './sync/encryption.ts';
import { openFolder } from './sync/folder-transport.ts';
import { openServer } from './sync/server-transport.ts';
import { startSync, type SyncSession } from './sync/sync-session.ts';
import type { SyncQuestion } from './store/sync-step.ts';
import { transferStrings } from './view/transfer/strings.ts';
import type { SyncDoor, SyncView } from './view/transfer/sync-door.ts';

/** What this device remembers; the passphrase itself is not kept, only the key that it gave. */
type SyncConfig = { deviceId: string; secret: SyncSecret } & (
  { kind: 'server'; address: string } | { kind: 'folder'; folder: FileSystemDirectoryHandle }
);

type Permission = (options: { mode: 'readwrite' }) => Promise<PermissionState>;
type Permissive = { queryPermission?: Permission; requestPermission?: Permission };
type FolderConfig = Extract<SyncConfig, { kind: 'folder' }>;

const lockName = 'errand-sync';
const off: SyncView = { kind: 'none', place: '', state: 'off', leftAside: 0, questions: [] };
const words = transferStrings.sync;

/** Goes on with what was chosen earlier, and lets the page change that. */
export async function wireSync({ store, session }: { store: Store; session: Session }): Promise<SyncDoor> {
  const listeners = new Set<(view: SyncView) => void>();
  let view = off;
  let questions: readonly SyncQuestion[] = [];
  let running: SyncSession | null = null;
  let ending: AbortController | null = null;
  let asleep: FolderConfig | null = null;
  const tell = (change: Partial<SyncView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener(view);
  };

  /** One tab does it for all; the next takes over when that is gone. */
  const begin = (config: SyncConfig) => {
    const end = new AbortController();
    ending = end;
    const place = config.kind === 'server' ? config.address : config.folder.name;
    tell({ ...off, kind: config.kind, place, state: 'elsewhere' });
    const hold = async () => {
      if (end.signal.aborted) return;
      const seal = sealWith(config.secret);
      const open =
        config.kind === 'server'
          ? openServer(config.address, seal.room, config.deviceId)
          : openFolder(config.folder, config.deviceId);
      const started = await startSync({
        ...{ store, seal, open, sendsWhole: config.kind === 'folder' },
        onStatus: (status) => {
          questions = status.questions;
          if (!end.signal.aborted) tell(status);
        },
      });
      running = started;
      await new Promise<void>((resolve) => {
        if (end.signal.aborted) resolve();
        end.signal.addEventListener('abort', () => {
          resolve();
        });
      });
      started.close();
    };
    navigator.locks.request(lockName, { signal: end.signal }, hold).catch(() => undefined);
  };
  const stop = () => {
    ending?.abort();
    ending = null;
    running = null;
    asleep = null;
    tell(off);
  };
  const restart = async () => {
    stop();
    const kept = await store.readSync();
    const config = kept.ok ? (kept.value.config as SyncConfig | undefined) : undefined;
    if (config === undefined) return;
    if (config.kind === 'folder') {
      const permission = await (config.folder as Permissive).queryPermission?.({ mode: 'readwrite' });
      if (permission !== undefined && permission !== 'granted') {
        asleep = config;
        tell({ kind: 'folder', place: config.folder.name, state: 'asleep' });
        return;
      }
    }
    begin(config);
  };
  const keep = async (config: SyncConfig) => {
    stop();
    // Another server is another circle of devices; what was derived for the one before says nothing there.
    await store.writeSyncConfig(null);
    const written = await store.writeSyncConfig(config);
    if (!written.ok) return storeFailureInWords(written);
    begin(config);
    return written;
  };

  store.subscribe((change, from) => {
    if (change.kind === 'setting' && change.key === 'sync' && from === 'another-tab') void restart();
    if (change.kind === 'erased') stop();
  });
  await restart();

  return {
    view: () => view,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    useServer: async (said, passphrase) => {
      if (passphrase.length < shortestPassphrase) return failure('short', words.short(shortestPassphrase));
      const address = said.trim().replace(/\/+$/u, '');
      if (!/^wss?:\/\//u.test(address)) return failure('address', words.problems['not-an-address']);
      const allowed = await addConnectOrigin(address);
      if (!allowed.ok) return failure('address', words.problems[allowed.problem]);
      const secret = await makeSecret(passphrase, address);
      const kept = await keep({ kind: 'server', address, secret, deviceId: crypto.randomUUID() });
      return kept.ok ? success({ needsReload: allowed.needsReload }) : kept;
    },
    useFolder: async (passphrase) => {
      if (passphrase.length < shortestPassphrase) return failure('short', words.short(shortestPassphrase));
      const folder = await pickFolder();
      if (folder === null) return failure('none', words.noFolder);
      const secret = await makeSecret(passphrase, 'folder');
      const kept = await keep({ kind: 'folder', folder, secret, deviceId: crypto.randomUUID() });
      return kept.ok ? success({ needsReload: false }) : kept;
    },
    wakeFolder: async () => {
      const config = asleep;
      const permission = await (config?.folder as Permissive | undefined)?.requestPermission?.({ mode: 'readwrite' });
      if (config === null || permission !== 'granted') return;
      asleep = null;
      begin(config);
    },
    stop: async () => {
      stop();
      await store.writeSyncConfig(null);
    },
    bringBack: async (taskId) => {
      const question = questions.find((one) => one.taskId === taskId);
      running?.dropQuestion(taskId);
      if (question?.task == null) return;
      const { task } = question;
      await session.carryOut(({ state }) => bringingBack(task, state.tasks.get(taskId)));
    },
    leaveDeleted: (taskId) => {
      running?.dropQuestion(taskId);
    },
  };
}

/** Out of the trash, or made again as the other device has it where it was gone for good. */
function bringingBack(task: Task, here: Task | undefined): PlannedCall {
  const operation: Operation =
    here === undefined
      ? { kind: 'create', entity: 'task', value: { ...task, deletedAt: null, parentId: null } }
      : { kind: 'set', entity: 'task', id: task.id, field: 'deletedAt', before: here.deletedAt, after: null };
  return {
    call: { tool: 'bring_back', args: { name: task.title } },
    ...{ effect: 'change', bulk: false, touched: 1, everything: false, marks: [] },
    operations: [operation],
    result: { kind: 'reopened', taskId: task.id, title: task.title },
  };
}

type FolderPicker = (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  const { showDirectoryPicker } = globalThis as { showDirectoryPicker?: FolderPicker };
  try {
    return (await showDirectoryPicker?.({ mode: 'readwrite' })) ?? null;
  } catch {
    return null;
  }
}
