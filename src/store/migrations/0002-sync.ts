import type { Migration } from './migration.ts';

/** How this device syncs, and what it knows of the others; none of it is in a file or a backup. */
export const sync: Migration = {
  version: 2,
  upgrade: (database) => {
    database.createObjectStore('sync');
    database.createObjectStore('syncUpdates', { autoIncrement: true });
  },
};
