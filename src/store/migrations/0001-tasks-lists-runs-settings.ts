import type { Migration } from './migration.ts';

export const tasksListsRunsSettings: Migration = {
  version: 1,
  upgrade: (database) => {
    database.createObjectStore('tasks', { keyPath: 'id' });
    database.createObjectStore('lists', { keyPath: 'id' });
    const runs = database.createObjectStore('runs', { keyPath: 'seq' });
    runs.createIndex('runId', 'runId', { unique: true });
    runs.createIndex('undoOrder', 'undoOrder');
    database.createObjectStore('settings');
  },
};
