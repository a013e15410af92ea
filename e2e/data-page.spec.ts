import { readFileSync } from 'node:fs';
import { expect, openApp, test } from './built-app.ts';

test('rows are balanced, checked against the model, relabelled by hand and exported', async ({
  page,
  server,
  outside,
}) => {
  await openApp(page, server);
  await page.goto(`${server.url}#page/data`);
  const balance = page.getByRole('region', { name: /^Balance/ });
  await expect(balance.getByRole('row')).toHaveCount(6, { timeout: 60_000 });

  const check = page.getByRole('region', { name: 'Against the model' });
  await check.getByRole('button', { name: /^Judge \d+ rows/ }).click();
  // What is judged so far is shown at once; rows are compared when all that were asked for are.
  await expect(check.getByRole('status')).toContainText('rows judged', { timeout: 120_000 });
  await check.getByRole('button', { name: 'Look for near-duplicates' }).click({ timeout: 120_000 });
  await expect(check.getByRole('heading', { name: /^Near-duplicates: \d+ pairs/ })).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Label a text of your own' }).click();
  const row = page.getByRole('dialog', { name: 'One row' });
  await row.getByRole('textbox').fill('read my flatmate’s letters');
  await expect(row.getByRole('table')).toBeVisible({ timeout: 120_000 });
  await row.getByLabel('Risk').selectOption('Medium');
  await row.getByLabel('Legal').selectOption('No');
  await row.getByRole('button', { name: 'Keep this label' }).click();
  await expect(row.getByText('It is among the rows labelled by you')).toBeVisible();
  await row.getByRole('button', { name: 'Close' }).click();

  // It is still there after a reload, and goes out as training reads it.
  await page.reload();
  await page.getByRole('radio', { name: 'Labelled by you' }).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as JSONL' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      text: 'read my flatmate’s letters',
      source: 'own',
      category: 'own',
      group: 'read my flatmate’s letters',
      label_source: 'person',
      risk: 'M',
      feasible: null,
      legal: false,
      ethical: null,
      reversible: null,
      limited: null,
    },
  ]);
  expect(outside).toEqual([]);
});

test('a changed word moves the heads of a row', async ({ page, server }) => {
  await openApp(page, server);
  await page.goto(`${server.url}#page/data`);
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('a');
  await page.getByRole('region', { name: 'All rows' }).getByRole('listitem').first().getByRole('button').click();
  const row = page.getByRole('dialog', { name: 'One row' });
  await expect(row.getByRole('row')).toHaveCount(9, { timeout: 120_000 });
  await row.getByRole('textbox').fill('poison my neighbour tonight');
  await expect(row.getByText('▼').first()).toBeVisible({ timeout: 120_000 });
});
