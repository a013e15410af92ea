import type { Page } from '@playwright/test';
import { addByHand, commandField, expect, openApp, openPlace, test } from './built-app.ts';
import { paste } from './paste.ts';

const titles = (page: Page) => page.locator('#tasks [data-control=title]');
const tick = (page: Page, title: string) => page.getByRole('checkbox', { name: `Complete “${title}”` });
const tooLong = 'x'.repeat(50_000);
const isTooLong = 'A task’s title can have at most 2000 characters.';
/** What went wrong in the page that no sentence told of. */
let broken: string[] = [];

test.beforeEach(async ({ page, server }) => {
  broken = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  // What is done by hand needs no model.
  await page.route('**/model.onnx', (route) => route.fulfill({ status: 404, body: '' }));
  await openApp(page, server);
  await openPlace(page, 'Inbox');
});

test.afterEach(() => {
  expect(broken).toEqual([]);
});

async function importFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('link', { name: 'In and out' }).click();
  await page
    .getByLabel('Choose a file…')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

test.describe('a title of 50,000 characters', () => {
  test('typed or pasted by hand gets a sentence, and stays where it was written', async ({ page }) => {
    await addByHand(page, tooLong);
    await expect(page.getByText(isTooLong).first()).toBeVisible();
    const field = page.getByRole('textbox', { name: 'Add to Inbox' });
    await expect(field).toHaveValue(tooLong);
    await field.fill('');
    await paste(page, `Buy milk\n${tooLong}`);
    await expect(page.getByText(`Line 2: ${isTooLong}`).first()).toBeVisible();
    await expect(titles(page)).toHaveCount(0);
    await addByHand(page, 'x'.repeat(2000));
    await expect(titles(page)).toHaveCount(1);
  });

  test('said gets a sentence', async ({ page }) => {
    for (const text of [tooLong, 'call mum tomorrow at three '.repeat(1900)]) {
      await commandField(page).fill(text);
      await commandField(page).press('Enter');
      await expect(page.getByText(/too long|at most 2000/).first()).toBeVisible();
      await expect(commandField(page)).toHaveValue(text.trim());
    }
    await expect(titles(page)).toHaveCount(0);
  });

  test('given to a task in its row or its details gets a sentence', async ({ page }) => {
    await addByHand(page, 'one');
    await titles(page).first().click();
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(tooLong);
    await page.keyboard.press('Enter');
    await expect(page.getByText(isTooLong).first()).toBeVisible();
    await expect(titles(page)).toHaveText(['one']);
    await tick(page, 'one').press('e');
    await page.getByRole('dialog').getByLabel('Title').fill(tooLong);
    await page.getByRole('dialog').getByLabel('Title').press('Enter');
    await expect(page.getByText(isTooLong).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(titles(page)).toHaveText(['one']);
  });

  test('in a file is shortened, and said to be', async ({ page }) => {
    await importFile(page, 'long.json', JSON.stringify({ tasks: [{ title: tooLong }] }));
    const preview = page.getByRole('region', { name: 'long.json' });
    await preview.getByText('One line needs a word').click();
    await expect(preview).toContainText('It is longer than a task can be');
    await preview.getByRole('button', { name: 'Add 1 task' }).click();
    await openPlace(page, 'Inbox');
    await expect(titles(page)).toHaveText(['x'.repeat(2000)]);
  });
});

test.describe('a date at the end of the calendar', () => {
  test('is kept, shown and left behind', async ({ page }) => {
    await addByHand(page, 'far');
    await tick(page, 'far').press('e');
    const details = page.getByRole('dialog');
    await details.getByLabel('Due', { exact: true }).fill('9999-12-31');
    await details.getByLabel('Reminder', { exact: true }).fill('9999-12-31T23:30');
    await details.getByLabel('Repeats').selectOption('FREQ=DAILY');
    await details.getByRole('button', { name: 'Skip this time' }).click();
    await expect(page.getByText('This is the last time: there is nothing to skip to.').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#tasks')).toContainText('9999');

    await page.goto(`${page.url().replace(/#.*/, '')}#upcoming/9999-12-31`);
    await expect(titles(page)).toHaveText(['far']);
    const calendar = page.getByRole('region', { name: 'Calendar' });
    await expect(calendar).toContainText('December 9999');
    await expect(calendar.getByRole('button', { name: 'Next month' })).toBeDisabled();
    await tick(page, 'far').press('Space');
    await expect(titles(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(titles(page)).toHaveText(['far']);
  });

  test('or beyond it, in an address, shows all days', async ({ page }) => {
    for (const day of ['9999-99-99', '2026-02-31', '0000-00-00', '12345-01-01', '0001-01-01']) {
      await page.evaluate((it) => (location.hash = `#upcoming/${it}`), day);
      await expect(page.getByRole('heading', { name: 'Upcoming', level: 2 })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Calendar' })).toBeVisible();
    }
  });

  test('of five figures is not taken from the field', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Add to Inbox' }).fill('far');
    await page.getByLabel('Due', { exact: true }).fill('12345-01-01');
    await page.getByRole('textbox', { name: 'Add to Inbox' }).press('Enter');
    await expect(titles(page)).toHaveCount(0);
    await page.getByLabel('Due', { exact: true }).fill('9999-12-31');
    await page.getByRole('textbox', { name: 'Add to Inbox' }).press('Enter');
    await expect(titles(page)).toHaveText(['far']);
  });

  test('is read from a sentence by the rules', async ({ page }) => {
    await commandField(page).fill('water the plants on 9999-12-31 every day');
    await commandField(page).press('Control+Enter');
    await expect(page.locator('#tasks')).toContainText('9999');
    await tick(page, 'water the plants').press('Space');
    await expect(titles(page)).toHaveCount(0);
  });
});

test.describe('a repetition', () => {
  test('without an end goes on one at a time', async ({ page }) => {
    await addByHand(page, 'water the plants');
    await tick(page, 'water the plants').press('e');
    await page.getByRole('dialog').getByLabel('Due', { exact: true }).fill('2031-05-06');
    await page.getByRole('dialog').getByLabel('Repeats').selectOption('FREQ=DAILY');
    await page.keyboard.press('Escape');
    await openPlace(page, 'Upcoming');
    await expect(titles(page)).toHaveCount(1);
    await tick(page, 'water the plants').press('Space');
    await expect(page.getByRole('heading', { name: /7 May 2031/ })).toBeVisible();
    await expect(titles(page)).toHaveCount(1);
  });

  test('that never comes round is refused, by hand and in a file', async ({ page }) => {
    await addByHand(page, 'never');
    await tick(page, 'never').press('e');
    const details = page.getByRole('dialog');
    await details.getByLabel('Repeats').selectOption('own');
    for (const rule of [
      'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=HOURLY;INTERVAL=24;BYHOUR=99',
      'FREQ=DAILY;INTERVAL=-1',
      'FREQ=SECONDLY',
    ]) {
      await details.getByLabel('Rule (RRULE, RFC 5545)').fill(rule);
      await details.getByLabel('Rule (RRULE, RFC 5545)').press('Enter');
      await expect(page.getByText('That repetition cannot be read, or never comes round.').first()).toBeVisible();
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }
    await page.keyboard.press('Escape');
    const task = { title: 'also never', due: '2026-02-01', repeat: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' };
    await importFile(page, 'never.json', JSON.stringify({ tasks: [task] }));
    await expect(page.getByText('One line needs a word')).toBeVisible();
  });
});

test('subtasks in a circle, in a file, are shown and can be done', async ({ page }) => {
  const task = (id: number, parent: number) => ({
    id: `00000000-0000-4000-8000-00000000000${String(id)}`,
    title: `task ${String(id)}`,
    parent: `00000000-0000-4000-8000-00000000000${String(parent)}`,
  });
  await importFile(page, 'circle.json', JSON.stringify({ tasks: [task(1, 3), task(2, 1), task(3, 2), task(4, 4)] }));
  const preview = page.getByRole('region', { name: 'circle.json' });
  await preview.getByRole('button', { name: 'Add 4 tasks' }).click();
  await openPlace(page, 'Inbox');
  await expect(titles(page)).toHaveCount(4);
  await tick(page, 'task 4').press('Space');
  await expect(titles(page)).toHaveCount(3);
  for (const title of ['task 1', 'task 2', 'task 3']) await expect(tick(page, title)).toBeVisible();
});

test('a second list of one name is refused by hand, and found by a file', async ({ page }) => {
  const create = async (name: string) => {
    await page.getByRole('button', { name: 'New list' }).click();
    await page.getByRole('textbox', { name: 'Name of the new list' }).fill(name);
    await page.keyboard.press('Enter');
  };
  const lists = page.getByRole('navigation').getByRole('link', { name: /garden/i });
  await create('Garden');
  await expect(lists).toHaveCount(1);
  await create('  garden ');
  await expect(page.getByText('There is already a list called “Garden”.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await create('Work');
  await page.getByRole('navigation').getByRole('link', { name: 'Work' }).click();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('GARDEN');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is already a list called “Garden”.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await importFile(page, 'lists.json', JSON.stringify({ tasks: [{ title: 'mow the lawn', list: 'GARDEN' }] }));
  await page.getByRole('button', { name: 'Add 1 task' }).click();
  await expect(lists).toHaveCount(1);
  await lists.click();
  await expect(titles(page)).toHaveText(['mow the lawn']);
});

test('five thousand pasted lines are five thousand tasks', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Add to Inbox' }).focus();
  await paste(page, Array.from({ length: 5000 }, (_, line) => `Line ${String(line)}`).join('\n'));
  await expect(page.getByText('Added 5000 tasks')).toBeVisible({ timeout: 60_000 });
  await tick(page, 'Line 3').press('Space');
  await expect(tick(page, 'Line 3')).toHaveCount(0);
});
