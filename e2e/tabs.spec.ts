import type { Page } from '@playwright/test';
import { addByHand, commandField, expect, openApp, openPlace, runCard, say, test, waitForModel } from './built-app.ts';

const engines = (page: Page) => page.workers().filter((worker) => worker.url().includes('agent-engine'));

test('two tabs have one model; when its tab goes, the waiting request is answered all the same', async ({
  page,
  context,
  server,
}) => {
  await openApp(page, server);
  await waitForModel(page);
  const other = await context.newPage();
  await openApp(other, server);
  await waitForModel(other);
  expect(engines(page)).toHaveLength(1);
  expect(engines(other)).toHaveLength(0);
  await say(other, 'add milk');
  await expect(runCard(other)).toContainText('milk');

  // The sentence is on its way to the first tab when that closes.
  await commandField(other).fill('remind me to buy stamps on friday');
  await commandField(other).press('Enter');
  await expect(runCard(other)).toContainText('remind me to buy stamps');
  await page.close();
  await expect(runCard(other)).toContainText('Added “buy stamps”', { timeout: 90_000 });
  expect(engines(other)).toHaveLength(1);
});

test('a worker that dies under another tab’s request is replaced, and the request is answered', async ({
  page,
  context,
  server,
}) => {
  await openApp(page, server);
  await waitForModel(page);
  const other = await context.newPage();
  await openApp(other, server);
  await waitForModel(other);
  await commandField(other).fill('add bread');
  await commandField(other).press('Enter');
  await expect(runCard(other)).toContainText('add bread');
  await engines(page)[0]?.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory');
    });
  });
  await expect(runCard(other)).toContainText('Added “bread”', { timeout: 60_000 });
});

test('a change is seen in another tab within a tenth of a second', async ({ page, context, server }) => {
  await openApp(page, server);
  const other = await context.newPage();
  await openApp(other, server);
  await openPlace(other, 'All');
  await addByHand(page, 'warm up');
  await expect(other.getByText('warm up', { exact: true })).toBeVisible();
  await other.evaluate(() => {
    new MutationObserver(() => {
      if (document.body.textContent.includes('the measured one')) {
        Object.assign(globalThis, { seenAt: (globalThis as { seenAt?: number }).seenAt ?? Date.now() });
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  // The moment of the commit is when the channel between the tabs carries it.
  await page.evaluate(() => {
    const listening = new BroadcastChannel('errand-changes');
    listening.onmessage = () =>
      Object.assign(globalThis, { committedAt: (globalThis as { committedAt?: number }).committedAt ?? Date.now() });
  });
  await page.evaluate(() => Object.assign(globalThis, { committedAt: undefined }));
  await addByHand(page, 'the measured one');
  await expect(other.getByText('the measured one', { exact: true })).toBeVisible();
  const at = (name: string, tab: Page) =>
    tab.evaluate((key) => (globalThis as unknown as { [key: string]: number })[key] ?? NaN, name);
  const tookMs = (await at('seenAt', other)) - (await at('committedAt', page));
  console.log(`A change was seen in the other tab after ${String(tookMs)} ms`);
  expect(tookMs).toBeLessThan(100);
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
