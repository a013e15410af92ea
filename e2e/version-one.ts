import type { Page } from '@playwright/test';

/** What version 1 of the database held, by hand: its stores, its indexes, and a task with the run that made it. */
const kept = {
  task: {
    ...{ id: 'old', title: 'kept since version 1', notes: '', done: false, doneAt: null, due: null, priority: 'none' },
    ...{ tags: ['old'], listId: 'inbox', repeat: null, reminder: null, parentId: null, deletedAt: null },
    ...{ createdAt: '2026-11-01T08:00', position: 1 },
  },
  run: {
    ...{ seq: 1, runId: 'first', at: '2026-11-01T08:00', text: 'kept since version 1', origin: 'hand', undone: false },
    ...{ events: [], undoOrder: 1 },
  },
};

/** Makes that database in the page's origin; the app must not be open there. */
export async function makeVersionOne(page: Page): Promise<void> {
  await page.evaluate(
    ({ task, run }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('errand', 1);
        opening.onerror = () => {
          reject(new Error('not made'));
        };
        opening.onupgradeneeded = () => {
          const database = opening.result;
          database.createObjectStore('tasks', { keyPath: 'id' }).put(task);
          database.createObjectStore('lists', { keyPath: 'id' });
          const runs = database.createObjectStore('runs', { keyPath: 'seq' });
          runs.createIndex('runId', 'runId', { unique: true });
          runs.createIndex('undoOrder', 'undoOrder');
          runs.put({ ...run, operations: [{ kind: 'create', entity: 'task', value: task }] });
          database.createObjectStore('settings');
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    kept,
  );
}

/** The version that the database stands at, without opening it. */
export function storeVersion(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'errand')?.version);
}
