import type { Page } from '@playwright/test';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';

/** In the place of the browser's notifications: what was shown, and what the person answers when asked. */
async function recordNotifications(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown: { title: string; actions: string[] }[] = [];
    let permission = 'default';
    const note = (title: string, options?: { actions?: { title: string }[] }) => {
      shown.push({ title, actions: (options?.actions ?? []).map((action) => action.title) });
    };
    class Recorded {
      static get permission() {
        return permission;
      }
      static requestPermission() {
        permission = 'granted';
        return Promise.resolve(permission);
      }
      constructor(title: string) {
        note(title);
      }
      close = () => undefined;
    }
    Object.assign(window, { Notification: Recorded, shownNotifications: shown });
    Object.assign(ServiceWorkerRegistration.prototype, {
      showNotification: (title: string, options?: { actions?: { title: string }[] }) => {
        note(title, options);
        return Promise.resolve();
      },
    });
  });
}

const shownTitles = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { shownNotifications: { title: string }[] }).shownNotifications.map(({ title }) => title),
  );
const reminders = (page: Page) => page.getByRole('region', { name: 'Reminders' });

async function setReminder(page: Page, title: string, at: string): Promise<void> {
  await page.getByRole('button', { name: `Details of “${title}”` }).click();
  await page.getByRole('dialog').getByLabel('Reminder', { exact: true }).fill(at);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('dialog').getByText('while Errand is open')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** The screen reads the clock with whatever changes. */
async function goTo(page: Page, time: string): Promise<void> {
  await page.clock.setFixedTime(time);
  await addByHand(page, `at ${time}`);
}

test.beforeEach(async ({ page, server }) => {
  await page.route('**/model.onnx', (route) => route.fulfill({ status: 404, body: '' }));
  await page.clock.setFixedTime('2026-11-21T09:00');
  await recordNotifications(page);
  await openApp(page, server);
  await openPlace(page, 'Inbox');
});

test('a reminder rings, comes again after a snooze, and goes with Done', async ({ page }) => {
  await addByHand(page, 'feed the cat');
  await expect(page.getByRole('button', { name: 'Allow notifications' })).toHaveCount(0);
  await setReminder(page, 'feed the cat', '2026-11-21T09:10');
  // Only now is there a reason to ask.
  await page.getByRole('button', { name: 'Allow notifications' }).click();
  await expect(reminders(page)).toHaveCount(0);
  await goTo(page, '2026-11-21T09:10');
  await expect(reminders(page)).toContainText('feed the cat');
  await expect.poll(() => shownTitles(page)).toEqual(['feed the cat']);
  await reminders(page).getByRole('button', { name: 'in 10 minutes' }).click();
  await expect(reminders(page)).toHaveCount(0);
  await goTo(page, '2026-11-21T09:20');
  await expect.poll(() => shownTitles(page)).toEqual(['feed the cat', 'feed the cat']);
  await reminders(page).getByRole('button', { name: 'Done: “feed the cat”' }).click();
  await expect(reminders(page)).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: 'Complete “feed the cat”' })).toHaveCount(0);
});

test('what was missed is shown on opening, until it is seen, and makes no noise', async ({ page }) => {
  await addByHand(page, 'feed the cat');
  await setReminder(page, 'feed the cat', '2026-11-21T09:10');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.clock.setFixedTime('2026-11-21T11:00');
  await page.reload();
  await expect(reminders(page)).toContainText('while Errand was closed');
  expect(await shownTitles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Seen: “feed the cat”' }).click();
  await expect(reminders(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Complete “feed the cat”' })).toBeVisible();
  await expect(reminders(page)).toHaveCount(0);
});
