import { fileURLToPath } from 'node:url';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { serveFolder, type StaticServer, type StaticServerOptions } from '../headless/static-server.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The built app, served afresh for each test; `outside` collects every request that left its origin. */
export const test = base.extend<{
  server: StaticServer;
  serverOptions: Partial<StaticServerOptions>;
  outside: string[];
}>({
  serverOptions: [{}, { option: true }],
  server: async ({ serverOptions }, use) => {
    const server = await serveFolder({ folder: dist, port: 0, ...serverOptions });
    await use(server);
    await server.close();
  },
  outside: async ({ context, server }, use) => {
    const outside: string[] = [];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(server.url).origin) outside.push(request.url());
    });
    await use(outside);
    expect(outside, 'requests outside the page’s own origin').toEqual([]);
  },
});

export { expect };

/** Opens the app and waits until a person could type. */
export async function openApp(page: Page, server: StaticServer): Promise<void> {
  await page.goto(server.url);
  await expect(commandField(page)).toBeVisible();
}

export function commandField(page: Page) {
  return page.getByRole('textbox', { name: 'What needs doing?' });
}

export async function waitForModel(page: Page): Promise<void> {
  await expect(page.getByText('Ready', { exact: false }).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Guard starting')).toHaveCount(0, { timeout: 90_000 });
}

/**
 * Says a sentence and waits until its run has ended. On a slow machine the guard may miss its 300 ms, and what writes then asks:
 * nothing is done, and the sentence is said again.
 */
export async function say(page: Page, sentence: string): Promise<void> {
  await expect(async () => {
    await commandField(page).fill(sentence);
    await commandField(page).press('Enter');
    // The last sentence may quote it.
    await expect(runCard(page).getByText(sentence).first()).toBeVisible();
    expect(await guardWasLate(page)).toBe(false);
  }).toPass({ timeout: 100_000 });
}

/** Says a sentence that the model may be unsure of, agrees with whatever is asked, and waits until its run has ended. */
export async function sayAndAgree(page: Page, sentence: string): Promise<void> {
  await commandField(page).fill(sentence);
  await commandField(page).press('Enter');
  await expect(runCard(page).getByText(sentence).first()).toBeVisible();
  await runEnds(page);
}

/** Waits until the run that is shown has ended, and agrees with whatever it asks. */
export async function runEnds(page: Page): Promise<void> {
  while (await answersIfAsked(page, runCard(page), 'Do it'));
}

function guardWasLate(page: Page): Promise<boolean> {
  return answersIfAsked(page, runCard(page).filter({ hasText: 'The guard did not answer' }), 'Leave it');
}

/** Waits until the run has ended or `card` asks, and then presses the button of that name; tells whether it asked. */
async function answersIfAsked(page: Page, card: Locator, answer: 'Do it' | 'Leave it'): Promise<boolean> {
  const asks = card.getByRole('button', { name: answer, exact: true });
  const running = page.getByRole('button', { name: 'Stop' });
  await expect
    .poll(async () => (await asks.isVisible()) || (await running.count()) === 0, { timeout: 90_000 })
    .toBe(true);
  const asked = await asks.isVisible();
  if (asked) await asks.click();
  return asked;
}

export function runCard(page: Page) {
  return page.getByRole('region', { name: 'What was done' });
}

export async function openPlace(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}\\b`) })
    .click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** Adds a task to the Inbox without the model. */
export async function addByHand(page: Page, title: string): Promise<void> {
  await openPlace(page, 'Inbox');
  const field = page.getByRole('textbox', { name: 'Add to Inbox' });
  await field.fill(title);
  await field.press('Enter');
}
