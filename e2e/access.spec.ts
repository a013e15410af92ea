import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from '../src/view/pages.ts';
import { strings } from '../src/view/strings.ts';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours: the only ones that the other theme could break, since nothing else changes with it. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** All rules in the light theme, then those about colours in the dark one. */
async function expectNoViolations(page: Page, where: string): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withTags(standards).disableRules(unmeant), `${where}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(new AxeBuilder({ page }).withRules(colourRules), `${where}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The places are addresses in the page (#today), which the rule takes for skip links that lead nowhere. */
const unmeant = ['skip-link'];

async function expectNone(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
    where,
  ).toEqual([]);
}

for (const width of [390, 768, 1440]) {
  test(`no axe violations, light and dark, ${String(width)} px`, async ({ page, server }) => {
    // The views of one size after each other, so that the app and its model are loaded once for all of them.
    test.setTimeout(480_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await openApp(page, server);
    await expectNoViolations(page, 'empty');
    await addByHand(page, 'post the letter');
    await addByHand(page, 'call mum 📞');
    await expect(page.getByRole('checkbox')).toHaveCount(2);
    // One that is overdue, repeats and rings, so that each view and card has something to show.
    await page.getByRole('button', { name: 'Details of “post the letter”' }).click();
    const details = page.getByRole('dialog');
    await details.getByLabel('Due', { exact: true }).fill('2020-02-03');
    await details.getByLabel('Reminder', { exact: true }).fill('2020-02-03T09:00');
    await details.getByLabel('Repeats').selectOption('FREQ=WEEKLY');
    await expect(details.getByText('Skip this time')).toBeVisible();
    await expectNoViolations(page, 'details');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Reminders' })).toBeVisible();
    await page.getByRole('textbox', { name: 'What needs doing?' }).fill('show');
    await expect(page.getByRole('group', { name: 'You can say' })).toBeVisible();
    await expectNoViolations(page, 'suggestions');
    await page.getByRole('textbox', { name: 'What needs doing?' }).fill('');
    for (const place of ['All', 'Today', 'Upcoming', 'Overdue', 'Search', 'Done', 'Trash']) {
      await openPlace(page, place);
      await expectNoViolations(page, place);
    }
    for (const { id, name } of pages) {
      await page.goto(`${server.url}#page/${id}`);
      await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible();
      await expect(page.getByText(strings.pages.opening)).toHaveCount(0);
      await expectNoViolations(page, name);
    }
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page, 'history');
  });
}

test('everything is reached by keyboard', async ({ page, server }) => {
  await openApp(page, server);
  await page.getByRole('button', { name: 'History' }).focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'What needs doing?' })).toBeFocused();
  await addByHand(page, 'post the letter');
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await page.getByRole('checkbox').press('Space');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
