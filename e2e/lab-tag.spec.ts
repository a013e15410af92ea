import { expect, openApp, test } from './built-app.ts';

/** Made-up sentences: who went where. Every name is a new one, so only what stands beside it tells what it is. */
function taggedSentences(): string {
  const starts = 'Ba Do Fe Gi Ka Lu Mo Ne Pi Ro'.split(' ');
  const ends = 'lan mir nok rell sa tis van wen zor dex'.split(' ');
  const name = (number: number) => `${starts[number % 10] ?? ''}${ends[Math.floor(number / 10) % 10] ?? ''}`;
  const verbs = 'flew drove walked moved travelled'.split(' ');
  const sentences = Array.from({ length: 100 }, (_, row) => {
    const verb = verbs[row % 5] ?? '';
    return row % 4 === 0
      ? { tokens: ['nobody', verb, 'home', 'early'], tags: ['O', 'O', 'O', 'O'] }
      : {
          tokens: [name(row), verb, 'to', `${name(99 - row)}ia`, 'today'],
          tags: ['B-person', 'O', 'O', 'B-place', 'O'],
        };
  });
  return sentences.map((sentence) => JSON.stringify(sentence)).join('\n');
}

test('tagged sentences become a finder of names in the tab, scored on sentences it has not seen', async ({
  page,
  server,
  outside,
}) => {
  test.setTimeout(600_000);
  await openApp(page, server);
  await page.goto(`${server.url}#page/lab`);
  const file = { name: 'trips.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(taggedSentences()) };
  await page.getByLabel('Table or text (CSV, JSONL or TXT)').setInputFiles(file);
  await expect(page.getByText('100 tagged sentences, 2 types')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('20 sentences are put aside until the end; 80')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('The score to beat: f1')).toBeVisible({ timeout: 240_000 });
  await page.getByRole('button', { name: 'Stop with the best so far' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByRole('heading', { name: 'Result: trips.jsonl, f1' })).toBeVisible({ timeout: 300_000 });
  await expect(result.getByText('Does not hold:')).toHaveCount(0);
  const row = await result.getByRole('row', { name: 'On rows never seen' }).textContent();
  expect(Number(/[\d.]+/.exec(row?.replace('On rows never seen', '') ?? '')?.[0])).toBeGreaterThan(0.6);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    result.getByRole('button', { name: 'model.zip' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('model.zip');
  expect(outside).toEqual([]);
});
