import { addByHand, expect, openApp, openPlace, say, test, waitForModel } from './built-app.ts';

test.describe('a plain file host, in a folder, without headers', () => {
  test.use({ serverOptions: { base: '/some/folder/', isolate: false } });

  test('is isolated by the service worker, and works', async ({ page, server, outside }) => {
    await openApp(page, server);
    await page.waitForFunction(
      () => globalThis.crossOriginIsolated && navigator.serviceWorker.controller !== null,
      undefined,
      { timeout: 60_000 },
    );
    await waitForModel(page);
    await say(page, 'add milk');
    expect(outside).toEqual([]);
  });
});

test('two tabs see each other’s changes', async ({ page, context, server }) => {
  await openApp(page, server);
  const other = await context.newPage();
  await openApp(other, server);
  await openPlace(other, 'All');
  await addByHand(page, 'post the letter');
  await expect(other.getByText('post the letter', { exact: true })).toBeVisible();
  await other.getByRole('checkbox').click();
  await expect(page.getByText('post the letter', { exact: true })).toHaveCount(0);
});

test('Stop ends an answer at once and changes nothing', async ({ page, server }) => {
  await openApp(page, server);
  await page.route('**/model.onnx', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.reload();
  await page.getByRole('textbox', { name: 'What needs doing?' }).fill('buy stamps and post the letter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped', { exact: false }).first()).toBeVisible();
  await openPlace(page, 'All');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
