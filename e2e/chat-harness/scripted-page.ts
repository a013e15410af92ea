import { expect, test as base, type Page } from '@playwright/test';
import { serveFolder } from '../../headless/static-server.ts';
import { addByHand, commandField } from '../built-app.ts';
import { buildChatHarness, chatHarnessFolder } from './build-harness.ts';
import type { ScriptQuestion, ScriptStep } from './script.ts';

export type Script = {
  /** Replaced by a test; what is answered where nothing was said is a failure of its own. */
  load: () => ScriptStep;
  answer: (round: number) => ScriptStep;
  /** Every conversation that the engine was given. */
  conversations: Extract<ScriptQuestion, { what: 'answer' }>['messages'][];
};

/** The app with the scripted engine chosen; a test says what it does, and reads what it was told. */
export const test = base.extend<{ script: Script; app: Page }, { built: undefined }>({
  built: [
    // Playwright reads the names of the fixtures off the first argument.
    async ({}, use) => {
      await buildChatHarness();
      await use(undefined);
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  script: async ({}, use) => {
    const unanswered = (): ScriptStep => ({ do: 'fail', code: 'engine_failed', message: 'The test has no answer.' });
    await use({ load: () => ({ do: 'load' }), answer: unanswered, conversations: [] });
  },
  app: async ({ page, script, built }, use) => {
    void built;
    const server = await serveFolder({ folder: chatHarnessFolder, port: 0 });
    await page.exposeFunction('scriptStep', (question: ScriptQuestion): ScriptStep => {
      if (question.what === 'load') return script.load();
      script.conversations.push(question.messages);
      return script.answer(script.conversations.length);
    });
    await page.goto(server.url);
    await expect(commandField(page)).toBeVisible();
    await use(page);
    await server.close();
  },
});

export { expect };

export const calls = (...lines: string[]): ScriptStep => ({
  do: 'answer',
  text: `<analysis>\nWhat was asked for.\n</analysis>\n<action>\n${lines.join('\n')}\n</action>`,
});
export const final = (sentence: string): ScriptStep => ({ do: 'answer', text: `<final>\n${sentence}\n</final>` });

/** Answers in the order given; the last one again where more is asked for. */
export const inTurn =
  (...steps: ScriptStep[]) =>
  (round: number): ScriptStep =>
    steps[Math.min(round, steps.length) - 1] ?? { do: 'hold' };

export async function submit(page: Page, sentence: string): Promise<void> {
  await commandField(page).fill(sentence);
  await commandField(page).press('Enter');
}

export async function addTasks(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) await addByHand(page, title);
  await expect(taskTitles(page)).toHaveText(titles);
}

export const taskTitles = (page: Page) => page.locator('#tasks [data-control=title]');

export async function openTrace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'How it got there' }).click();
}
