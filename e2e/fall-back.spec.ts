import type { Page } from '@playwright/test';
import { runCard } from './built-app.ts';
import { expect, openTrace, submit, taskTitles, test } from './chat-harness/scripted-page.ts';
import type { ScriptStep } from './chat-harness/script.ts';

test.describe.configure({ timeout: 240_000 });

const notice = (page: Page) => page.getByText('could not be used, so the embedded agent answers');

const isReady = (page: Page) => expect(page.getByText('Ready').first()).toBeVisible({ timeout: 90_000 });

/** The embedded agent is the real one: it loads, and answers the very sentence that was kept. */
async function saysAgain(page: Page): Promise<void> {
  await isReady(page);
  await runCard(page).getByRole('button', { name: 'Say it again' }).click();
  await expect(runCard(page)).toContainText('Added “milk”', { timeout: 90_000 });
}

const troubles: [name: string, step: ScriptStep, code: string][] = [
  ['a lost graphics device', { do: 'fail', code: 'device_lost', message: 'The graphics card gave up.' }, 'device_lost'],
  ['a device that its runtime says is lost', { do: 'throw', message: 'Device was lost: reset' }, 'device_lost'],
  ['memory that runs out', { do: 'throw', message: 'Out of memory' }, 'device_lost'],
  ['a worker that crashes', { do: 'crash' }, 'worker_died'],
];

for (const [name, step, code] of troubles) {
  test(`${name} while it answers: the sentence is kept and offered to the embedded agent`, async ({ app, script }) => {
    script.answer = () => step;
    await submit(app, 'add milk');
    await expect(runCard(app)).toContainText('The embedded agent');
    await expect(notice(app)).toContainText('Llama 3.2 1B');
    await openTrace(app);
    await expect(app.getByText(code, { exact: true })).toBeVisible();
    await app.keyboard.press('Escape');
    await expect(taskTitles(app)).toHaveCount(0);
    await saysAgain(app);
  });
}

const failedLoads: [name: string, step: ScriptStep][] = [
  ['no room on the graphics card', { do: 'fail', code: 'out_of_memory', message: 'There is no room for this model.' }],
  ['a crash of the worker', { do: 'crash' }],
];

for (const [name, step] of failedLoads) {
  test(`${name} at the start: a sentence, and the embedded agent answers what was already said`, async ({
    app,
    script,
  }) => {
    // The first load of the page has gone well; the next one does not.
    await isReady(app);
    script.load = () => step;
    await app.reload();
    await submit(app, 'add milk');
    await expect(notice(app)).toContainText('Llama 3.2 1B');
    await expect(runCard(app)).toContainText('Added “milk”', { timeout: 90_000 });
    expect(script.conversations).toEqual([]);
  });
}
