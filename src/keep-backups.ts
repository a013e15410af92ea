import { personClock } from './person-clock.ts';
import { openBackups, type BackupStore } from './store/backups.ts';
import type { Store } from './store/repository.ts';
import { writeStateFile } from './transfer/state-file.ts';
import type { LiveFile } from './view/transfer/transfer-door.ts';

/** What is done unasked while the app is open: a backup a day, the log of runs made smaller, and the file on disk that follows each change. */
export type BackupKeeper = {
  backups: BackupStore;
  liveFile(): LiveFile;
  /** Follows the file from now on; null stops it. */
  follow(handle: FileSystemFileHandle | null): Promise<LiveFile>;
  /** Asks for the permission that the browser has taken back meanwhile. */
  wake(): Promise<LiveFile>;
};

/** TypeScript's own types leave the permission methods out; a browser without them needs no permission. */
type WithPermission = {
  queryPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
};

const handleKey = 'live-file';
const settleMs = 1500;
const lockName = 'errand-live-file';

export async function keepBackups(store: Store): Promise<BackupKeeper> {
  const backups = await openBackups();
  await backUpTheDay(store, backups);
  await store.compactRuns();
  let handle: FileSystemFileHandle | null = null;
  let live: LiveFile = isSupported() ? { state: 'off' } : { state: 'unsupported' };

  const write = async (): Promise<void> => {
    const file = handle;
    if (file === null) return;
    // A second tab waits, and then writes what is newer still.
    live = await navigator.locks.request(lockName, () => writeLiveFile(store, file));
  };
  const follow = async (next: FileSystemFileHandle | null): Promise<LiveFile> => {
    handle = next;
    await backups.writeHandle(handleKey, next);
    live = { state: 'off' };
    await write();
    return live;
  };

  const kept = await backups.readHandle(handleKey);
  if (isFile(kept)) {
    handle = kept;
    const permission = await (kept as WithPermission).queryPermission?.({ mode: 'readwrite' });
    if (permission === undefined || permission === 'granted') await write();
    else live = { state: 'asleep', name: kept.name };
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((change, from) => {
    if (change.kind === 'closed' || from === 'another-tab') return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (live.state !== 'asleep') void write();
    }, settleMs);
  });
  return {
    backups,
    liveFile: () => live,
    follow,
    wake: async () => {
      const permission = await (handle as WithPermission | null)?.requestPermission?.({ mode: 'readwrite' });
      if (permission === undefined || permission === 'granted') await write();
      return live;
    },
  };
}

function isSupported(): boolean {
  return 'showSaveFilePicker' in globalThis && 'locks' in navigator;
}

function isFile(handle: FileSystemHandle | null): handle is FileSystemFileHandle {
  return handle?.kind === 'file';
}

/** The first time that the app is open on a day: how everything stood when it began. */
async function backUpTheDay(store: Store, backups: BackupStore): Promise<void> {
  const { now } = personClock();
  if ((await backups.list()).some(({ id }) => id === now.slice(0, 10))) return;
  const state = await store.readEverything();
  if (!state.ok || state.value.tasks.length === 0) return;
  await backups.add('daily', now, state.value.tasks.length, writeStateFile(state.value, new Date().toISOString()));
}

/** The browser writes to a copy and swaps it in at the end, so that the file is never half a state. */
async function writeLiveFile(store: Store, handle: FileSystemFileHandle): Promise<LiveFile> {
  const { name } = handle;
  const state = await store.readEverything();
  if (!state.ok) return { state: 'failed', name };
  const writtenAt = new Date().toISOString();
  try {
    const file = await handle.createWritable();
    await file.write(writeStateFile(state.value, writtenAt));
    await file.close();
    return { state: 'on', name, writtenAt };
  } catch {
    return { state: 'failed', name };
  }
}
