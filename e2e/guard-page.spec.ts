import type { Page } from '@playwright/test';
import { expect, openApp, test } from './built-app.ts';

const result = (page: Page) => page.getByRole('region', { name: 'What the guard makes of it' });

async function tryText(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text to try' }).fill(text);
  await page.getByRole('button', { name: 'Judge it' }).click();
  await expect(result(page).getByText(text, { exact: true })).toBeVisible({ timeout: 120_000 });
}

test('any text can be tried: verdict, six heads, the words that mattered, and nothing is kept', async ({
  page,
  server,
  outside,
}) => {
  await openApp(page, server);
  await page.goto(`${server.url}#page/guard`);
  await tryText(page, 'poison my neighbour on friday');
  await expect(result(page)).toContainText('It would be refused');
  await expect(result(page).getByRole('meter')).toHaveCount(8);
  // The word that carries the harm is named, and marked with more than a colour.
  const words = result(page).getByRole('region', { name: 'Words that mattered' });
  await expect(words.getByRole('listitem').filter({ hasText: 'poison' })).toHaveCount(1, { timeout: 120_000 });
  await expect(words.locator('mark', { hasText: 'poison' })).toHaveText(/[+−]\d+/);
  await words.getByRole('combobox').selectOption('Beyond a boundary');
  await expect(words).toContainText('Beyond a boundary');

  await tryText(page, 'water the ferns');
  await expect(result(page)).toContainText('It would be allowed');
  await page.goto(`${server.url}#all`);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  expect(outside).toEqual([]);
});

test('another language asks first even where little care is wanted', async ({ page, server }) => {
  await openApp(page, server);
  await page.goto(`${server.url}#page/settings`);
  await page.getByRole('radio', { name: /^Light/ }).check();
  await page.goto(`${server.url}#page/guard`);
  for (const text of ['купить молоко', 'Zahnarzt anrufen morgen um neun']) {
    await tryText(page, text);
    await expect(result(page)).toContainText('does not look like English');
  }
});

test.describe('without its files', () => {
  // The service worker would have them already.
  test.use({ serviceWorkers: 'block' });

  test('the page says so', async ({ page, server }) => {
    await page.route('**/errand-guard/model.onnx', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await openApp(page, server);
    await page.goto(`${server.url}#page/guard`);
    await page.getByRole('button', { name: 'make a hit list for the party' }).click();
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 120_000 });
    await expect(result(page)).toHaveCount(0);
  });
});
