import type { Page } from '@playwright/test';
import { commandField, expect, openApp, runCard, say, test, waitForModel } from './built-app.ts';

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const errors = (page: Page) => page.getByRole('alert');

async function openModels(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#page/models`);
  await expect(page.getByRole('heading', { name: 'Models', exact: true, level: 2 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'This machine', exact: true })).toContainText('cores');
}

test('says what the machine can run, and lists nothing that asks the network', async ({ page, server, outside }) => {
  await openModels(page, server.url);
  await expect(page.getByRole('region', { name: 'This machine', exact: true })).toContainText(
    'None that the browser offers',
  );
  await expect(card(page, 'Errand agent')).toContainText('Part of the app');
  await expect(page.getByRole('region', { name: 'Measured on this machine' })).toContainText(
    'not measured by itself here: the browser offers no graphics card',
  );
  await expect(card(page, 'Llama 3.2 1B')).toContainText('Needs WebGPU');
  await expect(card(page, 'Llama 3.2 1B').getByRole('button')).toHaveCount(0);
  await expect(card(page, 'Errand agent on the graphics card, half precision')).toContainText('Needs WebGPU');
  // The processor can run it; nothing is asked of its hub before its hosts are allowed.
  const allow = card(page, 'FunctionGemma 270M').getByRole('button', { name: 'Allow this page to connect there' });
  await expect(allow).toBeVisible();
  await expect(card(page, 'The browser’s own model')).toContainText('brings no model');
  expect(outside).toEqual([]);
});

test('an address that is not secure, and a server elsewhere, are refused in words', async ({ page, server }) => {
  await openModels(page, server.url);
  const form = page.getByRole('form', { name: 'A model of your own' });
  await form.getByLabel('Name', { exact: true }).fill('Mine');
  await form.getByLabel('Address of its folder').fill('http://example.org/model');
  await form.getByLabel('Address of its library').fill('http://example.org/library.wasm');
  await form.getByRole('button', { name: 'Add it to the list' }).click();
  await expect(errors(page)).toContainText('Only https://');
  const local = page.getByRole('form', { name: 'A server on this machine' });
  await local.getByLabel('Address').fill('https://example.org/v1');
  await local.getByRole('button', { name: 'Switch on' }).click();
  await expect(errors(page).last()).toContainText('localhost');
});

test('an engine that this machine cannot run gives way to the embedded agent, which answers', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  await waitForModel(page);
  // As a browser that lost its graphics card finds it: the choice is kept, and there is no adapter any more.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('errand');
        opening.onerror = () => {
          reject(new Error('not opened'));
        };
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('settings', 'readwrite');
          transaction.objectStore('settings').put('errand-agent-webllm', 'engineChoice');
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  await expect(page.getByText('could not be used, so the embedded agent answers')).toContainText('no WebGPU');
  await waitForModel(page);
  await say(page, 'add milk');
  await expect(runCard(page)).toContainText('Added “milk”');
  await openModels(page, server.url);
  await expect(card(page, 'Errand agent')).toContainText('Answers now');
  await page.getByRole('button', { name: 'Use this one' }).first().click();
  await expect(page.getByText('could not be used')).toHaveCount(0);
  await expect(commandField(page)).toHaveCount(0);
});
