import { commandField, expect, openApp, openPlace, runCard, runEnds, say, test, waitForModel } from './built-app.ts';

const sentence = "call mum tomorrow at 6pm and add milk to my shopping list, then show what's due this week";

test.describe('said, and done', () => {
  // A Monday, so that tomorrow is still this week.
  test.beforeEach(async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-23T10:00:00Z'));
  });

  test('two tasks and a listing, one Undo, a reload, and on without a network', async ({
    page,
    context,
    server,
    outside,
  }) => {
    await openApp(page, server);
    await waitForModel(page);
    await say(page, sentence);
    const card = runCard(page);
    await expect(card).toContainText('call mum');
    await expect(card).toContainText('milk');
    await openPlace(page, 'All');
    const tasks = page.getByRole('main');
    await expect(tasks.getByText('call mum', { exact: true }).first()).toBeVisible();
    await expect(tasks.getByText('milk', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('navigation').getByText(/shopping/i)).toBeVisible();

    await card.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await card.getByRole('button', { name: 'Redo' }).click();
    await expect(page.getByRole('checkbox').first()).toBeVisible();

    await page.reload();
    await openPlace(page, 'All');
    await expect(page.getByText('call mum', { exact: true }).first()).toBeVisible();
    await waitForModel(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    await context.setOffline(true);
    await page.reload();
    await waitForModel(page);
    await say(page, 'remind me to buy stamps on friday');
    await expect(runCard(page)).toContainText('stamps');
    expect(outside).toEqual([]);
  });
});

test('a sentence of several tasks, typed before the model is ready, waits and says so', async ({ page, server }) => {
  await page.route('**/errand-agent/model.onnx', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.continue();
  });
  await openApp(page, server);
  await commandField(page).fill('buy stamps and post the letter');
  await commandField(page).press('Enter');
  await expect(runCard(page)).toContainText('Waiting for the model');
  await runEnds(page);
  await expect(runCard(page)).toContainText('Added');
});
