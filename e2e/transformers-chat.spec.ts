import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { commandField, expect, openPlace, runCard, runEnds, test } from './built-app.ts';

/**
 * transformers.js in the built app, with toys of the right architecture (training/llm/tiny.py) that know one sentence by heart:
 * their folder is put on the Models page as a person would, and everything from there to the task is real.
 */
const toys = fileURLToPath(new URL('fixtures/tiny-models', import.meta.url));
const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

async function useFolder(page: Page, url: string, folder: string): Promise<void> {
  await page.goto(`${url}#page/models`);
  const form = page.getByRole('form', { name: 'A model of your own' });
  await form.getByLabel('Name', { exact: true }).fill('Toy');
  await form.getByLabel('Or a folder on this machine').setInputFiles(folder);
  await expect(card(page, 'Toy')).toContainText('Stored');
  await card(page, 'Toy').getByRole('button', { name: 'Use this one' }).click();
  // It is named from when it begins to load; the header says when it has.
  await expect(card(page, 'Toy')).toContainText('Answers now');
  await expect(page.getByRole('group', { name: 'Model', exact: true })).toContainText('Ready', { timeout: 90_000 });
}

for (const [kind, folder] of [
  ['a function-calling model, in its own form', `${toys}/functiongemma`],
  ['a chat model, by its template and the contract', `${toys}/llama`],
] as const) {
  test(`${kind}, is loaded from a folder, asked, read and obeyed`, async ({ page, server, outside }) => {
    await useFolder(page, server.url, folder);
    await openPlace(page, 'Inbox');
    await commandField(page).fill('add milk');
    await commandField(page).press('Enter');
    const asks = runCard(page).getByRole('button', { name: 'Do it', exact: true });
    await expect(runCard(page).getByText('Added “milk”').or(asks)).toBeVisible({ timeout: 90_000 });
    await runEnds(page);
    await expect(runCard(page)).toContainText('Added “milk”');
    await expect(page.locator('#tasks [data-control=title]')).toHaveText(['milk']);
    // Whatever had taken its place would have answered as well, but is told of no rounds.
    await page.getByRole('button', { name: 'How it got there' }).click();
    await expect(page.getByRole('heading', { name: 'Round 1' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(`${server.url}#page/models`);
    await expect(card(page, 'Toy')).toContainText('Answers now');
    await expect(page.getByText('could not be used')).toHaveCount(0);
    expect(outside).toEqual([]);
  });
}

test('a folder that lacks its tokenizer is refused in words, and a model whose file is gone gives way', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}#page/models`);
  const form = page.getByRole('form', { name: 'A model of your own' });
  await form.getByLabel('Or a folder on this machine').setInputFiles(`${toys}/llama/onnx`);
  await expect(form.getByRole('alert')).toContainText('config.json is missing');
  await useFolder(page, server.url, `${toys}/llama`);
  await page.evaluate(async () => {
    const cache = await caches.open('errand-model-files');
    const keys = await cache.keys();
    await Promise.all(keys.filter(({ url }) => url.endsWith('model.onnx')).map((key) => cache.delete(key)));
  });
  await page.reload();
  const fallback = page.getByText('Toy could not be used:');
  await expect(fallback).toContainText('The embedded agent answers instead', { timeout: 90_000 });
  await expect(fallback).toContainText('is not stored here');
  await expect(card(page, 'Errand agent')).toContainText('Answers now');
});
