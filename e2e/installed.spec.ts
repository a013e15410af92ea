import { readFile } from 'node:fs/promises';
import { addByHand, commandField, expect, openApp, test, waitForModel } from './built-app.ts';

test('the manifest is whole: the browser finds nothing that keeps it from being installed', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(await readFile(new URL('../public/manifest.webmanifest', import.meta.url), 'utf8')) as {
    file_handlers: unknown[];
    share_target: unknown;
    shortcuts: unknown[];
  };
  expect(manifest.file_handlers).toHaveLength(1);
  expect(manifest.shortcuts).toHaveLength(3);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window without a profile is never installable; nothing else may be in the way.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('what is shared to the app is written into the field and never sent', async ({ page, server }) => {
  await page.goto(`${server.url}?share-title=Read%20this&share-url=https%3A%2F%2Fa.example%2Fb`);
  await expect(commandField(page)).toHaveValue('Read this https://a.example/b');
  expect(new URL(page.url()).search).toBe('');
  await page.goto(`${server.url}?say=web%2Berrand%3Adelete%20everything`);
  await expect(commandField(page)).toHaveValue(/delete everything$/);
  await expect(page.getByRole('region', { name: 'What was done' })).toHaveCount(0);
});

test('a file that the system opens with the app is shown, not added', async ({ page, server }) => {
  await page.addInitScript(() => {
    const launchQueue = {
      setConsumer: (consumer: (params: object) => void) => {
        const getFile = () => Promise.resolve(new File(['- [ ] from a file\n'], 'list.md'));
        setTimeout(() => {
          consumer({ files: [{ getFile }] });
        }, 500);
      },
    };
    Object.defineProperty(globalThis, 'launchQueue', { value: launchQueue });
  });
  await openApp(page, server);
  await expect(page.getByText('list.md is a Markdown checklist: 1 task would be added.')).toBeVisible();
});

test('the icon counts what is due', async ({ page, server }) => {
  await page.addInitScript(() => {
    const badges: number[] = [];
    Object.assign(globalThis, { badges });
    Object.assign(navigator, { setAppBadge: (count: number) => (badges.push(count), Promise.resolve()) });
  });
  await openApp(page, server);
  const badges = () => page.evaluate(() => (globalThis as unknown as { badges: number[] }).badges);
  await expect.poll(badges).toEqual([0]);
  await page.getByRole('link', { name: /^Today/ }).click();
  const field = page.getByRole('textbox', { name: 'Add to Today' });
  await field.fill('due now');
  await field.press('Enter');
  await expect.poll(badges).toEqual([0, 1]);
});

test('a browser without room says so, and nothing is half saved', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'fits');
  await expect(page.getByText('fits', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'In and out' }).click();
  // As a browser does whose disk is full, in the middle of the writing.
  await page.evaluate(() => {
    let left = 200;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if ((left -= 1) < 0) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const rows = Array.from({ length: 500 }, (_, index) => `Task ${String(index)}`);
  await page
    .getByLabel('Choose a file…')
    .setInputFiles({ name: 'big.csv', mimeType: 'text/csv', buffer: Buffer.from(`title\n${rows.join('\n')}\n`) });
  await page.getByRole('button', { name: 'Add 500 tasks' }).click();
  await expect(page.getByRole('alert')).toContainText('storage is full');
  await page.getByRole('link', { name: /^All/ }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(1);
});

test('from the second visit on it starts without a network', async ({ page, context, server }) => {
  await openApp(page, server);
  await waitForModel(page);
  await page.waitForFunction(() => document.documentElement.dataset['offline'] === 'ready', undefined, {
    timeout: 90_000,
  });
  await context.setOffline(true);
  const begun = Date.now();
  await page.reload();
  await expect(commandField(page)).toBeVisible();
  console.log(`Offline start: ${String(Date.now() - begun)} ms until a person could type`);
  await waitForModel(page);
  await page.getByRole('link', { name: 'In and out' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
});
