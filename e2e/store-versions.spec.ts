import type { Page } from '@playwright/test';
import type { StaticServer } from '../headless/static-server.ts';
import { expect, openPlace, test } from './built-app.ts';
import { makeVersionOne, storeVersion } from './version-one.ts';

/** A page of the app's origin in which the app does not run. */
const aside = (server: StaticServer) => `${server.url}manifest.webmanifest`;

async function expectWhole(page: Page, server: StaticServer): Promise<void> {
  await page.goto(server.url);
  await openPlace(page, 'All');
  await expect(page.getByText('kept since version 1', { exact: true })).toBeVisible();
  expect(await storeVersion(page)).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
}

test('a database of version 1 is opened, upgraded and whole, with its undo', async ({ page, server }) => {
  await page.goto(aside(server));
  await makeVersionOne(page);
  await expectWhole(page, server);
});

test('an upgrade that is cut off in the middle has not happened, and the next start makes it', async ({
  page,
  context,
  server,
}) => {
  await page.goto(aside(server));
  await makeVersionOne(page);
  // The upgrade has made what it makes, and its transaction is kept busy until the tab is gone.
  const cutOff = await context.newPage();
  await cutOff.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      const opening = open.call(this, name, version);
      if (name !== 'errand') return opening;
      opening.addEventListener('upgradeneeded', () => {
        const { transaction } = opening;
        let turns = 0;
        const spin = () => {
          if (transaction === null) return;
          transaction.objectStore('tasks').count().onsuccess = spin;
          turns += 1;
          if (turns === 20) console.info('in the middle', [...opening.result.objectStoreNames].join(' '));
        };
        spin();
      });
      return opening;
    };
  });
  const middle = cutOff.waitForEvent('console', (message) => message.text().startsWith('in the middle'));
  await cutOff.goto(server.url);
  expect((await middle).text()).toContain('sync');
  await cutOff.close();
  await expect.poll(() => storeVersion(page)).toBe(1);
  await expectWhole(page, server);
});
