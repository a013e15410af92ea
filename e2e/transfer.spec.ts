import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addByHand, expect, openApp, test } from './built-app.ts';

const chooser = (page: Page) => page.getByLabel('Choose a file…');
const openPage = (page: Page) => page.getByRole('link', { name: 'In and out' }).click();

async function offer(page: Page, name: string, content: string): Promise<void> {
  await chooser(page).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

async function downloadOf(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** How many tasks are stored, whatever the screen shows. */
function storedTasks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('errand');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('tasks').objectStore('tasks').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

test('a Todoist file is shown first, then added, and taken back by one Undo', async ({ page, server, outside }) => {
  await openApp(page, server);
  await openPage(page);
  const todoist = await readFile(new URL('../src/transfer/fixtures/todoist.csv', import.meta.url), 'utf8');
  await offer(page, 'House.csv', todoist);
  const preview = page.getByRole('region', { name: 'House.csv' });
  await expect(preview).toContainText('House.csv is Todoist: 7 tasks would be added.');
  await expect(preview).toContainText('New list: House.');
  await preview.getByText('One line needs a word').click();
  await expect(preview).toContainText('“morgen um neun” could not be read as a date');
  expect(await storedTasks(page)).toBe(0);
  await preview.getByRole('button', { name: 'Add 7 tasks' }).click();
  await expect(page.getByText('Added 7 tasks and 1 list from “House.csv”.')).toBeVisible();
  expect(await storedTasks(page)).toBe(7);

  // The same file once more: nothing of it is new.
  await offer(page, 'House.csv', todoist);
  await expect(page.getByText('There is nothing to add.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave it' }).click();

  await page.getByRole('link', { name: /^All/ }).click();
  await expect(page.getByText('=HYPERLINK("http://bad.example")')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  expect(await storedTasks(page)).toBe(0);
  expect(outside).toEqual([]);
});

test('files that are not what they say get a sentence, and change nothing', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'stay as it is');
  await expect(page.getByText('stay as it is').first()).toBeVisible();
  await openPage(page);
  const hundredThousand = `title\n${Array.from({ length: 100_000 }, (_, index) => `Task ${String(index)}`).join('\n')}`;
  for (const [name, content, sentence] of [
    ['photo.csv', 'PNG\0\0\0', 'not text'],
    ['cut.json', '{"tasks": [{"title": "a"', 'cut off or damaged'],
    ['odd.ics', 'hello', 'no format that can be read here'],
    ['empty.md', '', 'The file is empty'],
    ['many.csv', hundredThousand, 'more than 20,000 tasks'],
  ] as const) {
    await offer(page, name, content);
    await expect(page.getByRole('alert')).toContainText(sentence);
  }
  await offer(page, 'script.csv', 'title,due\n<img src=x onerror=alert(1)>,2026-02-30\n');
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
  expect(await storedTasks(page)).toBe(1);
});

test('10,000 tasks come in, and one Undo takes them out', async ({ page, server }) => {
  await openApp(page, server);
  await openPage(page);
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `Task ${String(index)},List ${String(index % 20)},2026-12-01,high`,
  );
  const csv = `title,list,due,priority\n${rows.join('\n')}\n`;
  // Processor time, since the machine of the tests does other things meanwhile.
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busySeconds = async () =>
    (await metrics.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  const busyBefore = await busySeconds();
  const begun = Date.now();
  await offer(page, 'many.csv', csv);
  await page.getByRole('button', { name: 'Add 10,000 tasks' }).click();
  await expect(page.getByText('Added 10000 tasks and 20 lists')).toBeVisible({ timeout: 60_000 });
  const busyS = (await busySeconds()) - busyBefore;
  const figures = `${String(Date.now() - begun)} ms by the clock, ${busyS.toFixed(1)} s of processor time`;
  console.log(`10,000 tasks, from the file to the sentence: ${figures}`);
  expect(await storedTasks(page)).toBe(10_000);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => storedTasks(page)).toBe(0);
});

test('one file moves everything to another browser, with its undo', async ({ page, server, browser }) => {
  await openApp(page, server);
  await addByHand(page, 'first');
  await addByHand(page, 'second');
  await expect(page.getByText('second').first()).toBeVisible();
  await openPage(page);
  const file = await downloadOf(page, 'Make the file');
  expect(file.name).toMatch(/^errand-everything-.*\.json$/);
  const csv = await downloadOf(page, 'CSV, for spreadsheets');
  expect(csv.text.split('\r\n')[0]).toBe('id,title,done,due,list,priority,tags,notes,repeat,reminder,parent');

  const other = await browser.newContext();
  const there = await other.newPage();
  await openApp(there, server);
  await addByHand(there, 'in the way');
  await expect(there.getByText('in the way').first()).toBeVisible();
  await openPage(there);
  await offer(there, file.name, file.text);
  await there.getByRole('button', { name: 'Put it in the place of everything' }).click();
  await expect(there.getByText('Everything was replaced: 2 tasks now.')).toBeVisible();
  const again = await downloadOf(there, 'Make the file');
  const withoutTime = (text: string) => ({ ...(JSON.parse(text) as object), writtenAt: '' });
  expect(withoutTime(again.text)).toEqual(withoutTime(file.text));

  // Undo reaches what was done in the first browser.
  await there.getByRole('link', { name: /^All/ }).click();
  await there.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(there.getByRole('checkbox')).toHaveCount(1);

  // What was in the way is among the backups, and comes back.
  await openPage(there);
  await there
    .getByRole('button', { name: /^Restore: / })
    .first()
    .click();
  await there.getByRole('button', { name: 'Yes, put it in the place of everything' }).click();
  await expect(there.getByText('Everything was replaced: 1 task now.')).toBeVisible();
  await there.getByRole('link', { name: /^All/ }).click();
  await expect(there.getByText('in the way').first()).toBeVisible();
  await other.close();
});

test('a backup of the day is made by itself', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'worth keeping');
  await expect(page.getByText('worth keeping').first()).toBeVisible();
  await page.reload();
  await openPage(page);
  await expect(page.getByText(/of the day: 1 task/)).toBeVisible();
});

test('a file on disk follows each change', async ({ page, server }) => {
  await page.addInitScript(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getFileHandle('live.json', { create: true });
    Object.assign(globalThis, { showSaveFilePicker: pick });
  });
  const onDisk = () =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('live.json');
      return (await handle.getFile()).text();
    });
  await openApp(page, server);
  await openPage(page);
  await page.getByRole('button', { name: 'Pick a file…' }).click();
  await expect(page.getByText(/^live.json is up to date/)).toBeVisible();
  await addByHand(page, 'written down twice');
  await expect.poll(onDisk).toContain('written down twice');

  await page.reload();
  await addByHand(page, 'after a reload');
  await expect.poll(onDisk).toContain('after a reload');
});
