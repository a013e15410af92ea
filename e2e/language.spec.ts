import { expect, openApp, test } from './built-app.ts';
import { storeVersion } from './version-one.ts';

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

test('a browser that keeps nothing is told in German', async ({ page, server }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await page.goto(server.url);
  await expect(page.getByRole('alert').first()).toContainText('Dieser Browser lässt die Seite nichts behalten');
});

test('so is a newer version in another tab, and a file that cannot be written then', async ({
  page,
  context,
  server,
}) => {
  await page.goto(`${server.url}#page/transfer`);
  await expect(page.getByRole('heading', { name: 'Nimm deine Aufgaben mit' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${server.url}manifest.webmanifest`);
  const version = await storeVersion(other);
  await other.evaluate(
    (newer) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('errand', newer);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => {
          reject(new Error('not opened'));
        };
      }),
    (version ?? 0) + 1,
  );
  await expect(page.getByRole('alert').first()).toContainText('eine neuere Version dieser App offen');
  await page.getByRole('button', { name: 'JSON' }).click();
  await expect(page.getByText('Deine Aufgaben ließen sich nicht lesen oder speichern.')).toBeVisible();
});
