import { createHash, randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test as base } from './built-app.ts';
import { ModelHub } from './hub/model-hub.ts';

const shard = new Uint8Array(randomBytes(900_000));
const shardPath = 'a/model/resolve/main/params_shard_0.bin';

/** A hub on this machine with one model, whose files are random: nothing here ever runs it. */
const test = base.extend<{ hub: ModelHub }>({
  // Playwright reads the names of the fixtures off the first argument.
  hub: async ({}, use) => {
    const hub = await ModelHub.open();
    hub.put('a/model/resolve/main/mlc-chat-config.json', JSON.stringify({ tokenizer_files: ['tokenizer.json'] }));
    const md5sum = createHash('md5').update(shard).digest('hex');
    hub.put(
      'a/model/resolve/main/tensor-cache.json',
      JSON.stringify({ records: [{ dataPath: 'params_shard_0.bin', nbytes: shard.length, md5sum }] }),
    );
    hub.put('a/model/resolve/main/tokenizer.json', '{}');
    hub.put(shardPath, shard);
    hub.put('libs/library.wasm', new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    await use(hub);
    await hub.close();
  },
});

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

async function openModels(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#page/models`);
  await expect(page.getByRole('heading', { name: 'Models', exact: true, level: 2 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'This machine', exact: true })).toContainText('cores');
}

/** Until the service worker serves the page, no origin can be added. */
async function openControlled(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await openModels(page, url);
}

async function addOwn(page: Page, hub: ModelHub): Promise<void> {
  const form = page.getByRole('form', { name: 'A model of your own' });
  await form.getByLabel('Name', { exact: true }).fill('Mine');
  await form.getByLabel('Address of its folder').fill(`${hub.url}a/model`);
  await form.getByLabel('Address of its library').fill(`${hub.url}libs/library.wasm`);
  await form.getByRole('button', { name: 'Add it to the list' }).click();
  await expect(card(page, 'Mine')).toBeVisible();
}

async function allowAndAsk(page: Page): Promise<void> {
  await card(page, 'Mine').getByRole('button', { name: 'Allow this page to connect there' }).click();
  await page.getByRole('button', { name: 'Reload now' }).click();
  await card(page, 'Mine').getByRole('button', { name: 'Ask for its size' }).click();
  await expect(card(page, 'Mine').getByRole('button', { name: /^Download/ })).toBeVisible();
}

test('a model is fetched from the person’s own address: consent, size, a broken connection, pause, repair, deletion', async ({
  page,
  server,
  hub,
}) => {
  test.setTimeout(300_000);
  await openControlled(page, server.url);
  await addOwn(page, hub);
  expect(hub.requests).toEqual([]);
  await allowAndAsk(page);
  const mine = card(page, 'Mine');
  await expect(mine.getByRole('button', { name: /^Download 900 kB/ })).toBeVisible();
  const ranges = () => hub.requests.filter(({ method, path }) => method === 'GET' && path === `/${shardPath}`);
  expect(ranges()).toEqual([]);

  // Held until the page has what was sent, so that it is known what there is to keep when the connection breaks.
  hub.mishap(shardPath, { kind: 'hold', afterBytes: 300_000 }, { kind: 'hold', afterBytes: 100_000 });
  await mine.getByRole('button', { name: /^Download/ }).click();
  await expect(mine.getByText('300 kB of 900 kB')).toBeVisible();
  hub.release();
  await expect(mine.getByText('400 kB of 900 kB')).toBeVisible();
  await mine.getByRole('button', { name: 'Pause' }).click();
  await expect(mine.getByRole('button', { name: 'Go on (500 kB to come)' })).toBeVisible();

  // What has come outlives the tab. A new one, since Chromium's software GPU now and then takes a page down as it reloads.
  const later = await page.context().newPage();
  await page.close();
  await openModels(later, server.url);
  const kept = card(later, 'Mine');
  hub.mishap(shardPath, { kind: 'slow', bytesPerStep: 100_000, stepMs: 100 });
  await kept.getByRole('button', { name: /^Go on/ }).click();
  await expect(kept).toContainText('Stored, 900 kB');
  expect(ranges().map(({ range }) => range)).toEqual([null, 'bytes=300000-', 'bytes=400000-']);

  // Somebody else's bytes under the file's address.
  await later.evaluate(async (url) => {
    const cache = await caches.open('webllm/model');
    const match = await cache.match(url);
    if (match === undefined) throw new Error('not kept');
    const bytes = new Uint8Array(await match.arrayBuffer());
    bytes[5] = (bytes[5] ?? 0) ^ 255;
    await cache.put(url, new Response(bytes, { headers: match.headers }));
  }, `${hub.url}${shardPath}`);
  await kept.getByRole('button', { name: 'Check and mend' }).click();
  await expect(kept).toContainText('1 damaged file was fetched again.');
  await kept.getByRole('button', { name: 'Check and mend' }).click();
  await expect(kept).toContainText('Every file is whole.');

  await kept.getByRole('button', { name: 'Delete its files' }).click();
  await expect(kept).toContainText('Not here');
  const left = await later.evaluate(async () => (await (await caches.open('webllm/model')).keys()).length);
  expect(left).toBe(0);
  await kept.getByRole('button', { name: 'Take it off the list' }).click();
  await expect(kept).toHaveCount(0);
});

test('a graphics card that the processor plays is not measured by itself, and has no half precision', async ({
  page,
  server,
}) => {
  await openModels(page, server.url);
  const measured = page.getByRole('region', { name: 'Measured on this machine' });
  await expect(measured).toContainText('not measured by itself here: the graphics card is played by the processor');
  await expect(measured.getByRole('button', { name: 'Measure both' })).toBeEnabled();
  await expect(card(page, 'Errand agent on the graphics card, half precision')).toContainText('Needs half precision');
});

test('wrong bytes and a missing file end in a sentence, and nothing damaged is kept', async ({ page, server, hub }) => {
  await openControlled(page, server.url);
  await addOwn(page, hub);
  await allowAndAsk(page);
  const mine = card(page, 'Mine');
  hub.mishap(shardPath, { kind: 'wrong-bytes' }, { kind: 'wrong-bytes' });
  await mine.getByRole('button', { name: /^Download/ }).click();
  await expect(mine.getByRole('alert')).toContainText('came damaged twice');
  hub.mishap(shardPath, { kind: 'status', status: 404 });
  await mine.getByRole('button', { name: /^Go on/ }).click();
  await expect(mine.getByRole('alert')).toContainText('does not give out');
  await mine.getByRole('button', { name: /^Go on/ }).click();
  await expect(mine).toContainText('Stored');
});
