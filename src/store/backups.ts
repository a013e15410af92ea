import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * Backups lie in a database of their own: what damages the tasks' database, or replaces what is in it, leaves them alone.
 * Each is a whole state file, compressed.
 */
export type BackupKind = 'daily' | 'before-replacing' | 'by-hand';
export type Backup = { id: string; at: string; kind: BackupKind; taskCount: number; sizeBytes: number };
type StoredBackup = Backup & { data: Uint8Array<ArrayBuffer> };

interface BackupSchema extends DBSchema {
  backups: { key: string; value: StoredBackup };
  /** The file or folder handles that the person has picked. */
  handles: { key: string; value: FileSystemHandle };
}

/** So many days are kept, and so many of those that were made before something was replaced, or by hand. */
export const keptDays = 10;
const keptOthers = 10;

export type BackupStore = {
  list(): Promise<readonly Backup[]>;
  add(kind: BackupKind, at: string, taskCount: number, text: string): Promise<Backup>;
  read(id: string): Promise<string | null>;
  readHandle(key: string): Promise<FileSystemHandle | null>;
  writeHandle(key: string, handle: FileSystemHandle | null): Promise<void>;
  clear(): Promise<void>;
  close(): void;
};

export async function openBackups(name = 'errand-backups'): Promise<BackupStore> {
  const database = await openDB<BackupSchema>(name, 1, {
    upgrade: (upgrading) => {
      upgrading.createObjectStore('backups', { keyPath: 'id' });
      upgrading.createObjectStore('handles');
    },
    blocking: (_current, _blocked, event) => {
      // Another tab has a newer version; an open connection would hold it up.
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  const list = async () => {
    const all = await database.getAll('backups');
    const known = all.map(({ id, at, kind, taskCount, sizeBytes }): Backup => ({ id, at, kind, taskCount, sizeBytes }));
    return known.sort((a, b) => (a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at)));
  };
  return {
    list,
    add: async (kind, at, taskCount, text) => {
      const data = await compress(text);
      // A day has one: its first, which is how the day before ended.
      // Of the others each stays: two may be made in one minute.
      const id = kind === 'daily' ? at.slice(0, 10) : `${at} ${kind} ${String(Date.now())}`;
      const backup = { id, at, kind, taskCount, sizeBytes: data.byteLength };
      await database.put('backups', { ...backup, data });
      await dropOld(database, await list());
      return backup;
    },
    read: async (id) => {
      const backup = await database.get('backups', id);
      return backup === undefined ? null : expand(backup.data);
    },
    readHandle: async (key) => (await database.get('handles', key)) ?? null,
    writeHandle: async (key, handle) => {
      await (handle === null ? database.delete('handles', key) : database.put('handles', handle, key));
    },
    clear: async () => {
      await Promise.all([database.clear('backups'), database.clear('handles')]);
    },
    close: () => {
      database.close();
    },
  };
}

async function dropOld(database: IDBPDatabase<BackupSchema>, newestFirst: readonly Backup[]): Promise<void> {
  const isDaily = ({ kind }: Backup) => kind === 'daily';
  const daily = newestFirst.filter(isDaily).slice(keptDays);
  const others = newestFirst.filter((backup) => !isDaily(backup)).slice(keptOthers);
  await Promise.all([...daily, ...others].map(({ id }) => database.delete('backups', id)));
}

async function compress(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function expand(data: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
