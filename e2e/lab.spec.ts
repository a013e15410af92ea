import { expect, openApp, test } from './built-app.ts';

/** A made-up table with a seed: fruit that is ripe by size and colour, with one column that tells the answer. */
function fruitTable(): string {
  let state = 42;
  const random = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
  const rows = Array.from({ length: 240 }, () => {
    const size = random() * 10;
    const colour = random() < 0.5 ? 'red' : 'blue';
    const ripe = size > 4 && colour === 'red' ? 'yes' : 'no';
    return [
      size.toFixed(2),
      colour,
      random() < 0.1 ? '' : (random() * 5).toFixed(1),
      ripe === 'yes' ? 'eat' : 'wait',
      ripe,
    ];
  });
  return [['size', 'colour', 'weight', 'advice', 'ripe'], ...rows].map((row) => row.join(',')).join('\n');
}

test('a table becomes a model in the tab: the leak is found, the hold-out scored, the files are there', async ({
  page,
  server,
  outside,
}) => {
  test.setTimeout(400_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  await openApp(page, server);
  await page.goto(`${server.url}#page/lab`);
  const fruit = { name: 'fruit.csv', mimeType: 'text/csv', buffer: Buffer.from(fruitTable()) };
  await page.getByLabel('Table or text (CSV, JSONL or TXT)').setInputFiles(fruit);
  await expect(page.getByText('240 rows, 5 columns')).toBeVisible();
  await page.getByLabel('What do you want to know?').fill('which are ripe?');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Leak: "advice" is left out')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('The score to beat: accuracy')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Stop with the best so far' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByRole('heading', { name: 'Result: ripe, accuracy' })).toBeVisible({ timeout: 180_000 });
  await expect(result.getByText('Does not hold:')).toHaveCount(0);
  const row = await result.getByRole('row', { name: 'On rows never seen' }).textContent();
  expect(Number(/[\d.]+/.exec(row?.replace('On rows never seen', '') ?? '')?.[0])).toBeGreaterThan(0.9);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    result.getByRole('button', { name: 'solution.py' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('solution.py');
  await expect(result.locator('svg')).not.toHaveCount(0);
  expect(problems).toEqual([]);
  expect(outside).toEqual([]);
});

test('a table that cannot be used is answered with what to do', async ({ page, server, outside }) => {
  await openApp(page, server);
  await page.goto(`${server.url}#page/lab`);
  const empty = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') };
  await page.getByLabel('Table or text (CSV, JSONL or TXT)').setInputFiles(empty);
  await expect(page.getByRole('alert')).toContainText('The file is empty');
  expect(outside).toEqual([]);
});
