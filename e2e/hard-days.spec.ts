import type { Page } from '@playwright/test';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';
import { openHarness, startWriting, withHarness } from './store-harness/with-harness.ts';

const seed = Number(process.env['ERRAND_SEED'] ?? Date.now() % 2 ** 31);
const ticks = (page: Page) => page.getByRole('checkbox');
const isFull = (page: Page) => page.getByText('The browser’s storage is full.', { exact: false }).first();

/** What is kept is whole, and each run that was acknowledged is in it. */
async function expectKept(page: Page, kept: readonly string[]): Promise<void> {
  const found = await page.evaluate(() => window.store.look());
  expect(found.isWhole, 'the tasks are what the kept runs make').toBe(true);
  expect(kept.filter((runId) => !found.runIds.includes(runId))).toEqual([]);
}

test('runs that meet a full quota are kept or not, never by half', async ({ page, context }) => {
  console.info(`full quota: seed ${String(seed)} (ERRAND_SEED sets it)`);
  await withHarness(async (server) => {
    const browser = await context.newCDPSession(page);
    const { origin } = new URL(server.url);
    await openHarness(page, server);
    const { kept, refused } = startWriting(page, seed);
    await expect.poll(() => kept.length).toBeGreaterThan(10);
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // What the browser has set aside for the open database is spent first.
    await expect.poll(() => refused, { timeout: 90_000 }).toContain('store_full');
    await openHarness(page, server);
    await expectKept(page, kept);
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    const before = kept.length;
    startWriting(page, seed + 1, kept);
    await expect.poll(() => kept.length, { timeout: 90_000 }).toBeGreaterThan(before + 10);
    await openHarness(page, server);
    await expectKept(page, kept);
  });
});

test('two tabs that write at once keep every run, and none by half', async ({ page, context }) => {
  console.info(`two tabs: seed ${String(seed)} (ERRAND_SEED sets it)`);
  await withHarness(async (server) => {
    const other = await openHarness(await context.newPage(), server);
    await openHarness(page, server);
    const tabs = [startWriting(page, seed), startWriting(other, seed + 1)];
    for (const { kept } of tabs) await expect.poll(() => kept.length, { timeout: 60_000 }).toBeGreaterThan(30);
    // One is gone in the middle of whatever it does.
    await other.close();
    await openHarness(page, server);
    await expectKept(
      page,
      tabs.flatMap(({ kept }) => kept),
    );
  });
});

test('a full quota is said, what was typed stays, and room makes it go on', async ({ page, context, server }) => {
  await openApp(page, server);
  await addByHand(page, 'before it was full');
  await expect(ticks(page)).toHaveCount(1);
  const browser = await context.newCDPSession(page);
  const { origin } = new URL(server.url);
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const field = page.getByRole('textbox', { name: 'Add to Inbox' });
  const kept = ['before it was full'];
  await expect(async () => {
    const title = `task ${String(kept.length)}`;
    await addByHand(page, title);
    await expect(page.getByText(`Added “${title}”.`).or(isFull(page)).first()).toBeVisible();
    if (!(await isFull(page).isVisible())) kept.push(title);
    await expect(isFull(page)).toBeVisible({ timeout: 1 });
    await expect(field).toHaveValue(title);
  }).toPass({ timeout: 90_000, intervals: [500] });
  await openApp(page, server);
  await openPlace(page, 'All');
  // A long list begins with its first rows, so the place's own count says how many there are.
  const all = page.getByRole('navigation').getByRole('link', { name: /^All\b/ });
  await expect(all).toContainText(String(kept.length));
  await browser.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(async () => {
    await addByHand(page, 'after room was made');
    await expect(page.getByText('Added “after room was made”.')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  await expect(all).toContainText(String(kept.length + 1));
});

test('two tabs of the app that add at once show all of it', async ({ page, context, server }) => {
  const other = await context.newPage();
  await openApp(page, server);
  await openApp(other, server);
  const each = 5;
  const write = async (tab: Page, name: string) => {
    for (let count = 0; count < each; count += 1) await addByHand(tab, `${name} ${String(count)}`);
  };
  await Promise.all([write(page, 'left'), write(other, 'right')]);
  for (const tab of [page, other]) await expect(ticks(tab)).toHaveCount(2 * each);
});

test.describe('on a journey', () => {
  // The zone is the test's own: the browser takes it from one side only.
  test.use({ timezoneId: async ({}, use) => use(undefined) });

  test('another zone leaves times on the wall as they were said, and Today follows it', async ({
    page,
    context,
    server,
  }) => {
    const browser = await context.newCDPSession(page);
    const fly = (timezoneId: string) => browser.send('Emulation.setTimezoneOverride', { timezoneId });
    await fly('Pacific/Honolulu');
    await openApp(page, server);
    await openPlace(page, 'Today');
    await page.getByRole('textbox', { name: 'Add to Today' }).fill('pack the bag');
    await page.keyboard.press('Enter');
    await expect(ticks(page)).toHaveCount(1);
    await addByHand(page, 'catch the train');
    const details = page.getByRole('dialog');
    const open = () => page.getByRole('button', { name: 'Details of “catch the train”' }).click();
    await open();
    // An hour that London's clocks leave out.
    await details.getByLabel('Due', { exact: true }).fill('2030-03-31');
    await details.getByLabel('Reminder', { exact: true }).fill('2030-03-31T01:30');
    await page.keyboard.press('Escape');
    // Always a calendar day ahead of Honolulu; the tab stays open.
    await fly('Pacific/Kiritimati');
    await openPlace(page, 'Overdue');
    await expect(page.getByText('pack the bag', { exact: true })).toBeVisible({ timeout: 60_000 });
    for (const zone of ['Pacific/Kiritimati', 'Europe/London', 'Pacific/Honolulu']) {
      await fly(zone);
      await openApp(page, server);
      await openPlace(page, 'All');
      await open();
      await expect(details.getByLabel('Due', { exact: true }), zone).toHaveValue('2030-03-31');
      await expect(details.getByLabel('Reminder', { exact: true }), zone).toHaveValue('2030-03-31T01:30');
      await page.keyboard.press('Escape');
    }
    // Back home it is today again.
    await openPlace(page, 'Today');
    await expect(page.getByText('pack the bag', { exact: true })).toBeVisible();
    await expect(page.getByText('Left from before')).toHaveCount(0);
  });
});

test('a clock that was set back does not turn undo around', async ({ page, context, server }) => {
  await page.clock.setFixedTime(new Date('2030-06-01T12:00:00Z'));
  await openApp(page, server);
  await addByHand(page, 'from the future');
  await expect(ticks(page)).toHaveCount(1);
  const later = await context.newPage();
  await page.close();
  await later.clock.setFixedTime(new Date('2026-11-21T12:00:00Z'));
  await openApp(later, server);
  await addByHand(later, 'after the clock was set');
  await expect(ticks(later)).toHaveCount(2);
  await openApp(later, server);
  await openPlace(later, 'All');
  await later.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(ticks(later)).toHaveCount(1);
  await expect(later.getByText('from the future', { exact: true })).toBeVisible();
  await openApp(later, server);
  await openPlace(later, 'All');
  await later.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(ticks(later)).toHaveCount(0);
});
