import { expect, openPlace, test } from './built-app.ts';

/** What version 1 of the database held, by hand: its stores, its indexes, and a task with the run that made it. */
const versionOne = {
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

test('a database of version 1 is opened, upgraded and whole, with its undo', async ({ page, server }) => {
  await page.goto(`${server.url}manifest.webmanifest`);
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
    versionOne,
  );
  await page.goto(server.url);
  await openPlace(page, 'All');
  await expect(page.getByText('kept since version 1', { exact: true })).toBeVisible();
  const version = await page.evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'errand')?.version,
  );
  expect(version).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
