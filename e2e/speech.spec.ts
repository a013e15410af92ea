import type { Page } from '@playwright/test';
import { commandField, expect, openApp, test } from './built-app.ts';

/** A browser's speech recognition that hears what the test says: `page.evaluate(() => hears('…'))`. */
async function withSpeech(
  page: Page,
  state: 'available' | 'downloadable' | 'unavailable' | 'remote only',
): Promise<void> {
  await page.addInitScript((given) => {
    class SpeechRecognition {
      static state = given;
      static asked: unknown[] = [];
      static available(wanted: unknown) {
        SpeechRecognition.asked.push(wanted);
        return Promise.resolve(SpeechRecognition.state);
      }
      static install() {
        SpeechRecognition.state = 'available';
        return Promise.resolve(true);
      }
      onresult: ((event: unknown) => void) | null = null;
      onerror: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        Object.assign(globalThis, { recognition: this });
      }
      stop() {
        this.onend?.();
      }
      abort() {
        Object.assign(globalThis, { recognition: null });
      }
    }
    if (given !== 'remote only') Object.assign(SpeechRecognition.prototype, { processLocally: false });
    Object.assign(globalThis, { SpeechRecognition });
  }, state);
}

const hear = (page: Page, text: string, isFinal: boolean) =>
  page.evaluate(
    ([transcript, final]) => {
      const { recognition } = globalThis as unknown as { recognition: { onresult: (event: unknown) => void } };
      recognition.onresult({ results: [Object.assign([{ transcript }], { isFinal: final })] });
    },
    [text, isFinal] as const,
  );

const end = (page: Page, error: string | null) =>
  page.evaluate((code) => {
    const { recognition } = globalThis as unknown as {
      recognition: { onerror: (event: unknown) => void; onend: () => void };
    };
    if (code !== null) recognition.onerror({ error: code });
    recognition.onend();
  }, error);

const speak = (page: Page) => page.getByRole('button', { name: 'Speak', exact: true });

async function turnOn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Show the button' }).check();
  await page.getByRole('link', { name: /^Today/ }).click();
}

test('what is heard on the device goes into the field, and is not sent', async ({ page, server, outside }) => {
  await withSpeech(page, 'available');
  await page.route('**/model.onnx', (route) => route.fulfill({ status: 404, body: '' }));
  await openApp(page, server);
  await expect(speak(page)).toHaveCount(0);
  await turnOn(page);
  await commandField(page).fill('tomorrow');
  await speak(page).click();
  const state = await page.evaluate(() => {
    const { recognition } = globalThis as unknown as { recognition: { processLocally: boolean; lang: string } };
    return [recognition.processLocally, recognition.lang];
  });
  expect(state).toEqual([true, 'en-GB']);
  await expect(page.getByText('Listening, on this device only…')).toBeVisible();
  await hear(page, 'call', false);
  await expect(page.getByRole('status').filter({ hasText: /^call$/ })).toBeVisible();
  await hear(page, 'call mum', true);
  await page.getByRole('button', { name: 'Stop listening' }).click();
  await expect(commandField(page)).toHaveValue('tomorrow call mum');
  await expect(commandField(page)).toBeFocused();
  await expect(speak(page)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was done' })).toHaveCount(0);

  await commandField(page).fill('');
  await speak(page).click();
  await end(page, 'not-allowed');
  await expect(page.getByText('The browser does not let this page use the microphone.')).toBeVisible();
  await speak(page).click();
  await end(page, 'no-speech');
  await expect(page.getByText('Nothing was heard.')).toBeVisible();
  await expect(commandField(page)).toHaveValue('');
  // It stays on, and can be turned off.
  await page.reload();
  await expect(speak(page)).toBeVisible();
  expect(outside).toEqual([]);
});

for (const state of ['unavailable', 'remote only'] as const) {
  test(`there is no button where speech would leave the device (${state})`, async ({ page, server }) => {
    await withSpeech(page, state);
    await openApp(page, server);
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByText('This browser does not recognise speech on this device.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Show the button' })).toHaveCount(0);
  });
}

test('the browser fetches its speech pack only when asked', async ({ page, server }) => {
  await withSpeech(page, 'downloadable');
  await openApp(page, server);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Let the browser fetch its English speech pack' }).click();
  await expect(page.getByRole('checkbox', { name: 'Show the button' })).not.toBeChecked();
});
