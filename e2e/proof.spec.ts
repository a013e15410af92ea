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

type Sample = { section?: string; size: number; seed: number; what?: string };

/** Begins a sample in the section of that name with the seed given. */
async function begin(page: Page, { section = 'The agent', size, seed, what }: Sample): Promise<Locator> {
  const found = page.getByRole('region', { name: section, exact: true });
  if (what !== undefined) await found.getByLabel('What is measured').selectOption(what);
  await found.getByRole('combobox', { name: /^(?:Rows|Errands)/ }).selectOption(String(size));
  await found.getByLabel('Seed').fill(String(seed));
  await found.getByRole('button', { name: 'Run it here' }).click();
  return found;
}

async function ended(section: Locator): Promise<Locator> {
  await expect(section.getByRole('button', { name: 'Run it here' })).toBeVisible({ timeout: patienceMs });
  await expect(section.getByRole('alert')).toHaveCount(0);
  return section;
}

/** Runs a sample, ten rows where nothing else is said, and waits until it is done. */
async function measure(page: Page, sample: Omit<Sample, 'size'> & { size?: number }): Promise<Locator> {
  return ended(await begin(page, { size: 10, ...sample }));
}

/** The first figure of a row of a section's table. */
async function figureOf(section: Locator, table: RegExp, row: RegExp): Promise<number> {
  const cells = section.getByRole('region', { name: table }).getByRole('row', { name: row }).getByRole('cell');
  return Number.parseFloat(await cells.first().innerText());
}

/** What the result says of whole turns, and of errands, as a number of per cent. */
const exactShare = (section: Locator) => figureOf(section, /^Turns: /, /^Exact turn/);
const passShare = (section: Locator) => figureOf(section, /^Errands: /, /^All/);

/** Weights that have learnt nothing in the place of a model's, and in its manifest, or they would not be run at all. */
async function serveUntrained(page: Page, id: string): Promise<string> {
  const { model, drawn } = untrained(
    readFileSync(new URL(`../public/models/${id}/model.onnx`, import.meta.url)),
    20_261_121,
  );
  expect(drawn).toBeGreaterThan(10_000_000);
  const hash = createHash('sha256').update(model).digest('hex');
  await page.route(`**/${id}/model.onnx`, async (route) => {
    await route.fulfill({ body: model, contentType: 'application/octet-stream' });
  });
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(hashOf(id), hash);
    await route.fulfill({ response, body });
  });
  return hash;
}

test.describe.configure({ timeout: 2 * patienceMs });

test('a sample runs in the tab, with its file, seed and failures, and touches no task', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'post the letter');
  await openProof(page, server.url);
  const agent = await measure(page, { seed: 7 });
  await expect(agent.getByText(hashOf('errand-agent'))).toBeVisible();
  await expect(agent.getByText('processor', { exact: false }).first()).toBeVisible();
  await expect(agent.getByText('Measured with another version')).toHaveCount(0);
  expect(await exactShare(agent)).toBeGreaterThan(50);
  // The same seed gives the same rows and so the same figures.
  const first = await agent.getByRole('region', { name: /^Turns: / }).innerText();
  await measure(page, { seed: 7 });
  expect(await agent.getByRole('region', { name: /^Turns: / }).innerText()).toBe(first);
  // Rules alone fail at most of it, and their failures are looked at one by one.
  await measure(page, { seed: 7, what: 'Rules alone' });
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

test('errands are run here, and fewer pass with random heads; failures show what differed and each step', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  await openProof(page, server.url);
  const sandbox = await measure(page, { section: 'The Sandbox', seed: 7 });
  await expect(sandbox.getByText(hashOf('errand-actor'))).toBeVisible();
  await expect(sandbox.getByText('Measured with another version')).toHaveCount(0);
  const trained = await passShare(sandbox);
  const random = { section: 'The Sandbox', seed: 7, what: 'The same with random heads' };
  await measure(page, random);
  await expect(sandbox.getByText('errand-actor-untuned')).toBeVisible();
  expect(await passShare(sandbox)).toBeLessThan(trained);
  const failures = sandbox.getByRole('region', { name: /^Failures: / });
  await expect(failures).toContainText('The errand was not said to be done.');
  await failures.getByText(/^Steps: /).click();
  await expect(failures.getByRole('heading', { name: 'Step 1', exact: true })).toBeVisible();
  // A stop ends the errand that runs, and what it had done by then does not count.
  await begin(page, { ...random, size: 50 });
  await expect(sandbox.getByText(/^[1-9]\d* of 50 errands/)).toBeVisible({ timeout: patienceMs });
  await sandbox.getByRole('button', { name: 'Stop' }).click();
  await expect(sandbox.getByText(/^Stopped after \d+ of 50 errands/)).toBeVisible({ timeout: 30_000 });
});

test('the Lab learns a table made from the seed, and nothing where its answers are shuffled', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  await openProof(page, server.url);
  const order = { section: 'The Lab', size: 600, seed: 7 };
  const lab = await begin(page, order);
  const rounds = lab.getByRole('region', { name: /^Score by round: accuracy/ });
  await expect(rounds.getByRole('row', { name: /^1\. / })).toBeVisible({ timeout: patienceMs });
  await ended(lab);
  const unseen = () => figureOf(lab, /^On the rows put aside/, /^On rows never seen/);
  const guess = () => figureOf(lab, /^On the rows put aside/, /^A guess without looking/);
  expect(await unseen()).toBeGreaterThan((await guess()) + 0.15);
  await expect(lab.getByText('Does not hold:')).toHaveCount(0);
  // Stopped, it still looks at the rows put aside, with the best so far.
  await begin(page, { ...order, what: 'The same, answers shuffled' });
  await expect(rounds.getByRole('row', { name: /^1\. / })).toBeVisible({ timeout: patienceMs });
  await lab.getByRole('button', { name: 'Stop' }).click();
  await ended(lab);
  await expect(lab.getByText(/^Stopped after \d+ of \d+ ideas/)).toBeVisible();
  expect(await unseen()).toBeLessThan((await guess()) + 0.1);
});

test.describe('with untrained weights', () => {
  test.use({ serviceWorkers: 'block' });

  test('the figures are others, and the page says that the file is another', async ({ page, server }) => {
    const hash = await serveUntrained(page, 'errand-agent');
    await openApp(page, server);
    await openProof(page, server.url);
    await expect(page.getByText('Measured with another version').first()).toBeVisible();
    // What has learnt nothing writes long answers, so a few rows have to do.
    const agent = await begin(page, { size: 100, seed: 7 });
    await expect(agent.getByText(/^\d+ of 100 rows/)).toHaveText(/^(?:[5-9]|\d\d+) of/, { timeout: patienceMs });
    await agent.getByRole('button', { name: 'Stop' }).click();
    await expect(agent.getByText(/^Stopped after \d+ of 100 rows/)).toBeVisible({ timeout: patienceMs });
    await expect(agent.getByText(hash)).toBeVisible();
    expect(await exactShare(agent)).toBeLessThan(40);
  });

  test('the actor’s figure is another too', async ({ page, server }) => {
    const hash = await serveUntrained(page, 'errand-actor');
    await openApp(page, server);
    await openProof(page, server.url);
    const sandbox = await begin(page, { section: 'The Sandbox', size: 5, seed: 7 });
    await expect(sandbox.getByText('Measured with another version')).toBeVisible();
    await ended(sandbox);
    await expect(sandbox.getByText(hash)).toBeVisible();
    expect(await passShare(sandbox)).toBe(0);
  });
});
