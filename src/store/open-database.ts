import { openDB, unwrap, type IDBPDatabase } from 'idb';
import { success, type Outcome } from '../core/outcome.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';
import type { ErrandSchema } from './schema.ts';
import { openingFailureOf, storeFailure, type OpeningCode } from './store-failure.ts';

export type Database = IDBPDatabase<ErrandSchema>;

export type DatabaseEvents = {
  /** Another tab still has an older version open; opening goes on once that has closed. */
  onBlocked: () => void;
  /** The connection is gone: another tab needs a newer version, or the browser has cut it. */
  onClosed: (reason: 'newer-version' | 'lost') => void;
};

export async function openDatabase(
  name: string,
  { onBlocked, onClosed }: DatabaseEvents,
  migrations: readonly Migration[] = allMigrations,
): Promise<Outcome<Database, OpeningCode>> {
  if (!databasesExist()) return storeFailure('store_refused');
  const version = Math.max(...migrations.map((migration) => migration.version));
  try {
    const opening = openDB<ErrandSchema>(name, version, {
      upgrade: (upgrading, from, _to, transaction) => {
        const due = migrations.filter((migration) => migration.version > from);
        for (const migration of due) migration.upgrade(unwrap(upgrading), unwrap(transaction));
      },
      blocked: onBlocked,
      blocking: () => {
        // An open connection would hold up the other tab for as long as this one stays open.
        void opening.then((database) => {
          database.close();
        });
        onClosed('newer-version');
      },
      terminated: () => {
        onClosed('lost');
      },
    });
    return success(await opening);
  } catch (error) {
    return openingFailureOf(error);
  }
}

/** Even to look for it is refused in some windows. */
function databasesExist(): boolean {
  try {
    return typeof indexedDB === 'object';
  } catch {
    return false;
  }
}
