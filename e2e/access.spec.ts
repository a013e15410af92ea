import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from '../src/view/pages.ts';
import { strings } from '../src/view/strings.ts';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';

async function expectNoViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // The places are addresses in the page (#today), which the rule takes for skip links that lead nowhere.
    .disableRules(['skip-link'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
    where,
  ).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 768, 1440]) {
    test(`no axe violations, ${colorScheme}, ${String(width)} px`, async ({ page, server }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
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
