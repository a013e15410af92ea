import { wrap, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * Backups lie in a database of their own and, where the browser has storage buckets, in a bucket of their own: Chromium keeps
 * all databases of a bucket in the same files, and throws them away together where those are damaged. Each backup is a whole
 * state file, compressed.
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
  const database = await openApart(name);
  const list = async () => {
    const all = await database.getAll('backups');
    const known = all.map(({ id, at, kind, taskCount, sizeBytes }): Backup => ({ id, at, kind, taskCount, sizeBytes }));
    return known.sort((a, b) => b.at.localeCompare(a.at));
  };
  return {
    list,
    add: async (kind, at, taskCount, text) => {
      const data = await compress(text);
      // A day has one: its first, which is how the day before ended.
      const id = kind === 'daily' ? at.slice(0, 10) : `${at} ${kind}`;
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

/** TypeScript does not know storage buckets yet. */
type WithBuckets = {
  storageBuckets?: { open: (name: string) => Promise<{ indexedDB: IDBFactory }> };
};

async function openApart(name: string): Promise<IDBPDatabase<BackupSchema>> {
  const { storageBuckets } = (globalThis.navigator ?? {}) as WithBuckets;
  const factory = storageBuckets === undefined ? indexedDB : (await storageBuckets.open(name)).indexedDB;
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('backups', { keyPath: 'id' });
    opening.result.createObjectStore('handles');
  };
  const database = (await wrap(opening)) as unknown as IDBPDatabase<BackupSchema>;
  // Another tab has a newer version; an open connection would hold it up.
  database.onversionchange = () => {
    database.close();
  };
  return database;
}
