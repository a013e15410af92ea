import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { generateScenario } from '../src/sandbox/scenarios/generate-scenario.ts';
import { expect, openApp, test } from './built-app.ts';

async function openSandbox(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#page/sandbox'));
  await expect(page.getByRole('heading', { name: 'Sandbox', level: 2 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
}

/** The page's first choice is the embedded actor; the oracle's steps are known beforehand. */
async function chooseOracle(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Agent', exact: true }).first().selectOption('oracle');
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(['skip-link']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

test.setTimeout(240_000);

test('the oracle sends money once the person approves, and the check says that it is right', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  await openSandbox(page);
  await chooseOracle(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('group', { name: 'Money would move. Is that right?' })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Let it happen' }).click();
  await expect(page.getByText('Right: all that was asked for, and nothing else.')).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the trace' }).click();
  const path = await (await download).path();
  await page
    .getByLabel('Open a trace')
    .setInputFiles({ name: 't.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('That file is no trace of the Sandbox.')).toBeVisible();
  await page.getByLabel('Open a trace').setInputFiles(path);
  await expect(page.getByRole('heading', { name: 'Step 5' })).toBeVisible();
  await page.getByRole('button', { name: 'Play it again' }).click();
  await expect(page.getByText('Played again: each step came to what it came to before.')).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByText('Right: all that was asked for, and nothing else.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^You paid .+ \$\d+\.\d\d/ })).toBeVisible();
});

test('a trace that was changed by hand is played as it stands, and the difference is said', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  await openSandbox(page);
  const scenario = generateScenario({ seed: 3, split: 'dev', intent: 'send_money', difficulty: 1 });
  const step = { perception: null, thought: 'Count', action: 'print(1 + 1)', observation: '3\n', error: false };
  const trace = {
    ...{ kind: 'errand-sandbox-trace', instruction: scenario.instruction, agent: 'oracle', scenarioId: scenario.id },
    ...{ pass: true, steps: [step], diff: [], scenario, approvals: [] },
  };
  const buffer = Buffer.from(JSON.stringify(trace));
  await page.getByLabel('Open a trace').setInputFiles({ name: 't.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Play it again' }).click();
  await expect(page.getByText('Played again: 1 step came to something else than before.')).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByText('Not right.')).toBeVisible();
});

test('the world of a request shows its cards, contacts and requests', async ({ page, server }) => {
  await openApp(page, server);
  await openSandbox(page);
  await page.getByText('The world of this request').click();
  const cards = page.getByRole('table').filter({ hasText: 'Expires' });
  await expect(cards.getByRole('row', { name: /\(default\) \$/ })).toBeVisible();
  await expect(page.getByText(/^You are .+, with \$/)).toBeVisible();
});

test('money that is refused does not move', async ({ page, server }) => {
  await openApp(page, server);
  await openSandbox(page);
  await chooseOracle(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Refuse' }).click({ timeout: 120_000 });
  await expect(page.getByText('Not right.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Nothing changed.')).toBeVisible();
});

test('the embedded actor acts from what it sees', async ({ page, server }) => {
  await openApp(page, server);
  await openSandbox(page);
  await page.getByRole('button', { name: 'Start' }).click();
  // What it does is its own affair; that it begins as anybody has to, in one call a step, is not.
  const first = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Step 1' }) });
  await expect(first.getByText('apis.supervisor.show_passwords(app_name="wallet")')).toBeVisible({ timeout: 120_000 });
  await expect(first.getByText('Nothing has been done yet.')).toBeVisible();
});

test('Stop ends the run at once, at a question about money too, and nothing has moved', async ({ page, server }) => {
  await openApp(page, server);
  await openSandbox(page);
  await chooseOracle(page);
  await page.getByRole('button', { name: 'Start' }).click();
  const question = page.getByRole('group', { name: 'Money would move. Is that right?' });
  await expect(question).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await expect(page.getByText('It was stopped.')).toBeVisible({ timeout: 60_000 });
  await expect(question).toHaveCount(0);
  await expect(page.getByText('Nothing changed.')).toBeVisible();
});

test('the scoreboard is run again on the page, and stopped with what it has', async ({ page, server }) => {
  await openApp(page, server);
  await openSandbox(page);
  const board = page.locator('section[aria-labelledby="sandbox-scores"]');
  await board.getByRole('combobox', { name: 'Agent', exact: true }).selectOption('pattern');
  await board.getByRole('checkbox').uncheck();
  await board.getByRole('spinbutton').fill('5');
  await board.getByRole('button', { name: 'Score' }).click();
  await expect(board.getByText(/^[1-9]\d* of 140 done/)).toBeVisible({ timeout: 120_000 });
  await board.getByRole('button', { name: 'Stop' }).click();
  await expect(board.getByRole('row', { name: /^Planted texts obeyed/ })).toBeVisible({ timeout: 60_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no axe violations at 390 px, ${colorScheme}`, async ({ page, server }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 900 });
    await openApp(page, server);
    await openSandbox(page);
    await expectNoViolations(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
}
