import type { Page } from '@playwright/test';
import { expect, openApp, test } from './built-app.ts';

const fileField = (page: Page) => page.getByLabel('Table or text (CSV, JSONL or TXT)');

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await fileField(page).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('What do you want to know?').fill(question);
  await page.getByRole('button', { name: 'Start' }).click();
}

const lines = (header: string, count: number, row: (index: number) => string): string =>
  [...(header === '' ? [] : [header]), ...Array.from({ length: count }, (_, index) => row(index))].join('\n');

test.beforeEach(async ({ page, server }) => {
  await openApp(page, server);
  await page.goto(`${server.url}#page/lab`);
});

test('what cannot be used gets a sentence that says what to do', async ({ page, outside }) => {
  test.setTimeout(180_000);
  const alert = page.getByRole('alert');
  for (const [name, content, sentence] of [
    ['empty.csv', '', 'The file is empty. Choose one with a header line'],
    ['header.csv', 'size,ripe\n', 'The file has a header and no rows below it'],
    ['one.csv', lines('size', 40, String), 'Separate the columns with commas, semicolons or tabs'],
    ['image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 'This is not a text file. Save the table as CSV'],
  ] as const) {
    await choose(page, name, content);
    await expect(alert).toContainText(sentence);
    await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
  }
  const table = (count: number) =>
    lines('size,same,ripe', count, (row) => `${String(row % 7)},x,${row % 2 ? 'y' : 'n'}`);
  for (const [count, question, sentence] of [
    [60, 'predict same', 'Every row has the same "same", so there is nothing to learn. Choose another column.'],
    [60, 'what will be?', 'Which column is to be predicted? Name one of: size, same, ripe.'],
    [12, 'which are ripe?', 'The table has 12 rows. At least 30 are needed'],
  ] as const) {
    await choose(page, 'table.csv', table(count));
    await ask(page, question);
    await expect(alert).toContainText(sentence);
  }
  expect(outside).toEqual([]);
});

test('semicolons, an old encoding, 300 columns, mixed types, five spellings of dates and formulas simply work', async ({
  page,
  outside,
}) => {
  test.setTimeout(400_000);
  const days = ['2026-01-02', '2026/01/03', '4.1.2026', '05 Jan 2026', 'Jan 6, 2026'];
  const mixed = ['1', 'two', '3,5', '2026-01-02', '=HYPERLINK("http://example.invalid","x")'];
  const noise = Array.from({ length: 296 }, (_, column) => `noise${String(column)}`);
  const text = lines(`größe;day;mixed;ripe;${noise.join(';')}`, 90, (row) => {
    const size = (row * 37) % 90;
    const numbers = noise.map((_, column) => `${String((row * (column + 3) * 31) % 89)},5`);
    const cells = [`${String(size)},25`, days[row % 5], `"${(mixed[row % 5] ?? '').replaceAll('"', '""')}"`];
    return [...cells, size > 44 ? 'yes' : 'no', ...numbers].join(';');
  });
  await choose(page, 'odd.csv', Buffer.from(text, 'latin1'));
  await expect(page.getByText('90 rows, 300 columns')).toBeVisible();
  await ask(page, 'which are ripe?');
  await expect(page.getByText('Some cells look like spreadsheet formulas')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Columns: .*1 date/)).toBeVisible();
  await expect(page.getByText('The score to beat: accuracy')).toBeVisible({ timeout: 240_000 });
  expect(outside).toEqual([]);
});

test('a table without a header gets names', async ({ page, outside }) => {
  test.setTimeout(180_000);
  await choose(
    page,
    'bare.csv',
    lines('', 60, (row) => `${String(row % 9)},${row % 3 ? 'red' : 'blue'},${String((row * 37) % 60)}`),
  );
  await expect(page.getByText('60 rows, 3 columns')).toBeVisible();
  await ask(page, 'predict column2');
  await expect(page.getByText('so the columns were named column1, column2')).toBeVisible({ timeout: 120_000 });
  expect(outside).toEqual([]);
});
