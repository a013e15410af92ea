import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';
import { untrained } from './untrained-weights.ts';

const manifestOf = (id: string) => {
  const url = new URL(`../model-manifests/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as { files: { path: string; sha256: string }[] };
};
const hashOf = (id: string) => manifestOf(id).files.find(({ path }) => path === 'model.onnx')?.sha256 ?? '';
const patienceMs = 400_000;

async function openProof(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#page/proof`);
  await expect(page.getByRole('heading', { name: 'The agent', exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Begins a sample of the agent's section with the seed given. */
async function begin(page: Page, rows: number, seed: number): Promise<Locator> {
  const section = page.getByRole('region', { name: 'The agent', exact: true });
  await section.getByRole('combobox', { name: 'Rows' }).selectOption(String(rows));
  await section.getByLabel('Seed').fill(String(seed));
  await section.getByRole('button', { name: 'Run it here' }).click();
  return section;
}

/** Runs ten rows and waits until they are done. */
async function measure(page: Page, seed: number): Promise<Locator> {
  const section = await begin(page, 10, seed);
  await expect(section.getByRole('button', { name: 'Run it here' })).toBeVisible({ timeout: patienceMs });
  await expect(section.getByRole('alert')).toHaveCount(0);
  return section;
}

/** What the result says of whole turns, as a number of per cent. */
async function exactShare(section: Locator): Promise<number> {
  const row = section
    .getByRole('region', { name: /^Turns: / })
    .getByRole('row', { name: /^Exact turn/ })
    .getByRole('cell');
  return Number.parseFloat(await row.first().innerText());
}

test.describe.configure({ timeout: 2 * patienceMs });

test('a sample runs in the tab, with its file, seed and failures, and touches no task', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'post the letter');
  await openProof(page, server.url);
  const agent = await measure(page, 7);
  await expect(agent.getByText(hashOf('errand-agent'))).toBeVisible();
  await expect(agent.getByText('processor', { exact: false }).first()).toBeVisible();
  await expect(agent.getByText('Measured with another version')).toHaveCount(0);
  expect(await exactShare(agent)).toBeGreaterThan(50);
  // The same seed gives the same rows and so the same figures.
  const first = await agent.getByRole('region', { name: /^Turns: / }).innerText();
  await measure(page, 7);
  expect(await agent.getByRole('region', { name: /^Turns: / }).innerText()).toBe(first);
  // Rules alone fail at most of it, and their failures are looked at one by one.
  await agent.getByLabel('What is measured').selectOption('Rules alone');
  await measure(page, 7);
  await expect(agent.getByText('No model file: rules alone')).toBeVisible();
  const failures = agent.getByRole('region', { name: /^Failures: / });
  await expect(failures.getByRole('heading')).toContainText('Failure 1 of ');
  await failures.getByRole('button', { name: 'Next failure' }).click();
  await expect(failures.getByRole('heading')).toContainText('Failure 2 of ');
  await expect(failures).toContainText('Right would be');
  await openPlace(page, 'All');
  await expect(page.getByRole('checkbox')).toHaveCount(1);
});

test('the guard’s sample is stopped, and says of how many rows its figures are', async ({ page, server }) => {
  await openApp(page, server);
  await openProof(page, server.url);
  const guard = page.getByRole('region', { name: 'The guard', exact: true });
  await guard.getByRole('combobox', { name: 'Rows' }).selectOption('100');
  await guard.getByRole('button', { name: 'Run it here' }).click();
  await expect(guard.getByRole('region', { name: 'Verdicts', exact: true })).toBeVisible({ timeout: patienceMs });
  await guard.getByRole('button', { name: 'Stop' }).click();
  await expect(guard.getByText(/^Stopped after \d+ of 100 rows/)).toBeVisible();
  await expect(guard.getByText(hashOf('errand-guard'))).toBeVisible();
  await guard.getByRole('button', { name: 'Model card' }).click();
  await expect(page.getByRole('dialog')).toContainText('Judges one English request on six heads');
});

test.describe('with untrained weights', () => {
  test.use({ serviceWorkers: 'block' });

  test('the figures are others, and the page says that the file is another', async ({ page, server }) => {
    const shipped = hashOf('errand-agent');
    const seed = 20_261_121;
    const file = new URL('../public/models/errand-agent/model.onnx', import.meta.url);
    const { model, drawn } = untrained(readFileSync(file), seed);
    expect(drawn).toBeGreaterThan(10_000_000);
    const hash = createHash('sha256').update(model).digest('hex');
    await page.route('**/errand-agent/model.onnx', async (route) => {
      await route.fulfill({ body: model, contentType: 'application/octet-stream' });
    });
    // The manifest has to name the file, or it would not be run at all.
    await page.route('**/assets/*.js', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(shipped, hash);
      await route.fulfill({ response, body });
    });
    await openApp(page, server);
    await openProof(page, server.url);
    await expect(page.getByText('Measured with another version').first()).toBeVisible();
    // What has learnt nothing writes long answers, so a few rows have to do.
    const agent = await begin(page, 100, 7);
    await expect(agent.getByText(/^\d+ of 100 rows/)).toHaveText(/^(?:[5-9]|\d\d+) of/, { timeout: patienceMs });
    await agent.getByRole('button', { name: 'Stop' }).click();
    await expect(agent.getByText(/^Stopped after \d+ of 100 rows/)).toBeVisible({ timeout: patienceMs });
    await expect(agent.getByText(hash)).toBeVisible();
    expect(await exactShare(agent)).toBeLessThan(40);
  });
});
