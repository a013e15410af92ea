import { addByHand, expect, openApp, test } from './built-app.ts';

test('erasing everything asks first, and then everything is gone, also after a reload', async ({ page, server }) => {
  await openApp(page, server);
  await addByHand(page, 'post the letter');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: /^All/ }).click();
  await expect(page.getByRole('checkbox', { name: 'post the letter' })).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect(page.getByText('Everything is erased.')).toBeVisible();
  await page.getByRole('link', { name: /^All/ }).click();
  await expect(page.getByRole('checkbox', { name: 'post the letter' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'What needs doing?' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'post the letter' })).toHaveCount(0);
});
