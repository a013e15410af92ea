import type { BrowserContext, Page } from '@playwright/test';
import type { StaticServer } from '../headless/static-server.ts';
import {
  addByHand,
  commandField,
  expect,
  openApp,
  openPlace,
  runCard,
  runEnds,
  say,
  test,
  waitForModel,
} from './built-app.ts';

/** The first tab has the model, and the second asks it. */
async function openTwo(first: Page, context: BrowserContext, server: StaticServer): Promise<Page> {
  await openApp(first, server);
  await waitForModel(first);
  const other = await context.newPage();
  await openApp(other, server);
  await waitForModel(other);
  return other;
}

/** Says a sentence and waits until its run has begun. */
async function begin(tab: Page, sentence: string): Promise<void> {
  await commandField(tab).fill(sentence);
  await commandField(tab).press('Enter');
  await expect(runCard(tab)).toContainText(sentence);
}

const engines = (page: Page) => page.workers().filter((worker) => worker.url().includes('agent-engine'));

test('two tabs have one model; when its tab goes, the waiting request is answered all the same', async ({
  page,
  context,
  server,
}) => {
  const other = await openTwo(page, context, server);
  expect(engines(page)).toHaveLength(1);
  expect(engines(other)).toHaveLength(0);
  await say(other, 'add milk');
  await expect(runCard(other)).toContainText('milk');

  // The sentence is on its way to the first tab when that closes.
  await begin(other, 'remind me to buy stamps on friday');
  await page.close();
  await runEnds(other);
  await expect(runCard(other)).toContainText('Added “buy stamps”');
  expect(engines(other)).toHaveLength(1);
});

test('when the tab with the model crashes, the waiting request is answered by another', async ({
  page,
  context,
  server,
}) => {
  const other = await openTwo(page, context, server);
  await begin(other, 'add candles');
  const crashed = page.waitForEvent('crash');
  const devTools = await context.newCDPSession(page);
  // It never answers: its page is gone.
  void devTools.send('Page.crash').catch(() => undefined);
  await crashed;
  await runEnds(other);
  await expect(runCard(other)).toContainText('Added “candles”');
  expect(engines(other)).toHaveLength(1);
});

test('a worker that dies under another tab’s request is replaced, and the request is answered', async ({
  page,
  context,
  server,
}) => {
  const other = await openTwo(page, context, server);
  await begin(other, 'add bread');
  await engines(page)[0]?.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory');
    });
  });
  await runEnds(other);
  await expect(runCard(other)).toContainText('Added “bread”');
});

test('a change is seen in another tab', async ({ page, context, server }) => {
  await openApp(page, server);
  const other = await context.newPage();
  await openApp(other, server);
  await openPlace(other, 'All');
  await addByHand(page, 'water the plants');
  await expect(other.getByText('water the plants', { exact: true })).toBeVisible();
});

test('two tabs never write over each other', async ({ page, context, server }) => {
  await openApp(page, server);
  await addByHand(page, 'shared');
  const other = await context.newPage();
  await openApp(other, server);
  await openPlace(other, 'All');
  await openPlace(page, 'All');
  await expect(other.getByText('shared', { exact: true })).toBeVisible();
  // Both tick the same task at once: one of them does it, and the other sees it done, before its click or after.
  const tick = (tab: Page) =>
    tab.evaluate(() => {
      document.querySelector<HTMLInputElement>('main [type=checkbox]')?.click();
    });
  await Promise.all([tick(page), tick(other)]);
  await openPlace(page, 'Done');
  await openPlace(other, 'Done');
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  const doneHere = await page.getByRole('checkbox').count();
  await expect(other.getByRole('checkbox')).toHaveCount(doneHere);
  expect(doneHere).toBe(1);
});
