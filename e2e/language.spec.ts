import { expect, openApp, test } from './built-app.ts';

test.use({ locale: 'de-DE' });

test('a German browser gets German words and dates, and English with one choice', async ({ page, server }) => {
  await page.route('**/model.onnx', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(server.url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByText('Das Modell versteht nur englische Sätze')).toBeVisible();
  await page.getByRole('link', { name: /^Eingang/ }).click();
  const field = page.getByRole('textbox', { name: 'Zu Eingang hinzufügen' });
  await field.fill('Brot kaufen');
  await page.getByLabel('Fällig', { exact: true }).fill('2031-03-04');
  await field.press('Enter');
  await expect(page.locator('#tasks')).toContainText('Di., 4. März 2031');
  await expect(page.getByText('Hinzugefügt: „Brot kaufen“').first()).toBeVisible();

  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await openApp(page, server);
});
