import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import JSZip from 'jszip';
import { writeCodeAnswer } from '../src/contract/code-form.ts';
import { serveFolder } from '../headless/static-server.ts';
import { expect, openApp, test as base, waitForModel } from './built-app.ts';
import { startProgram, useProgram } from './chat-program.ts';
import { ModelHub } from './hub/model-hub.ts';

const card = (page: Page) => page.locator('details', { hasText: 'Never needed.' });

async function openLab(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#page/lab'));
  await card(page).locator('summary').click();
}

base('the packages are offered by name, and nothing is asked before a press', async ({ page, server, outside }) => {
  await openApp(page, server);
  await openLab(page);
  for (const name of ['numpy', 'pandas', 'scikit-learn']) {
    await expect(card(page).getByRole('checkbox', { name: new RegExp(`^${name} \\d`) })).toBeChecked();
  }
  await expect(card(page)).toContainText('brings numpy, scipy, joblib, threadpoolctl · Licence: BSD-3-Clause');
  await expect(card(page)).toContainText('at cdn.jsdelivr.net');
  await expect(card(page).getByRole('button', { name: 'Allow this page to connect there' })).toBeEnabled();
  expect(outside).toEqual([]);
});

/** What no forest can learn from the numbers themselves, so that only a step with the package wins. */
const trial = `from errand_trial_base import SCALE

def hidden(value):
    return "up" if (int(value) * 7919 % 10007) % SCALE else "down"
`;

async function wheel(name: string, source: string, padding: number): Promise<Uint8Array> {
  const zip = new JSZip();
  const info = `${name}-1.0.dist-info`;
  zip.file(`${name}/__init__.py`, source);
  zip.file(`${name}/padding.bin`, randomBytes(padding));
  zip.file(`${info}/METADATA`, `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`);
  zip.file(`${info}/WHEEL`, 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n');
  zip.file(`${info}/RECORD`, '');
  return zip.generateAsync({ type: 'uint8array' });
}

const files = { base: 'errand_trial_base-1.0-py3-none-any.whl', trial: 'errand_trial-1.0-py3-none-any.whl' };

/** The built app with a list of two packages made here, at a host of this machine. */
const test = base.extend<{ hub: ModelHub }>({
  // Playwright reads the names of the fixtures off the first argument.
  hub: async ({}, use) => {
    const hub = await ModelHub.open();
    await use(hub);
    await hub.close();
  },
  server: async ({ hub }, use) => {
    const wheels = [
      { name: 'errand-trial-base', file: files.base, bytes: await wheel('errand_trial_base', 'SCALE = 2\n', 900_000) },
      { name: 'errand-trial', file: files.trial, bytes: await wheel('errand_trial', trial, 1_000) },
    ];
    for (const { file, bytes } of wheels) hub.put(file, bytes);
    const list = {
      pyodide: '0',
      base: hub.url,
      offered: ['errand-trial'],
      wheels: wheels.map(({ name, file, bytes }) => ({
        name,
        version: '1.0',
        file,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        depends: name === 'errand-trial' ? ['errand-trial-base'] : [],
        imports: [name.replaceAll('-', '_')],
        licence: 'MIT',
      })),
    };
    const folder = fileURLToPath(new URL('../dist', import.meta.url));
    const instead = new Map([['python-packages.json', new TextEncoder().encode(JSON.stringify(list))]]);
    const server = await serveFolder({ folder, port: 0, instead });
    await use(server);
    await server.close();
  },
});

const kept = (page: Page) =>
  page.evaluate(async () => {
    const count = async (name: string) => (await (await caches.open(name)).keys()).length;
    return { whole: await count('errand-python-packages'), parts: await count('errand-download-parts') };
  });

const step = writeCodeAnswer({
  analysis: 'The package knows it.',
  code: [
    'def step(train, other, target, args):',
    '    from errand_trial import hidden',
    '    add(train, other, "known", lambda table: [hidden(value) for value in table["size"]])',
  ].join('\n'),
});

function table(): string {
  const rows = Array.from({ length: 240 }, (_, row) => {
    const size = (row * 7351) % 9001;
    const isUp = ((size * 7919) % 10007) % 2 === 1;
    return `${String(size)},${String((row * 37) % 11)},${isUp ? 'yes' : 'no'}`;
  });
  return ['size,noise,ripe', ...rows].join('\n');
}

test('consent, size, wrong bytes, a broken connection, a run without a network, removal', async ({
  page,
  server,
  hub,
}) => {
  test.setTimeout(700_000);
  const program = await startProgram((body) =>
    body.includes('You improve a model of a table')
      ? { analysis: step.split('\n')[1], code: /<code>\n([\s\S]*)\n<\/code>/.exec(step)?.[1] }
      : { final: 'Yes.' },
  );
  await openApp(page, server);
  await waitForModel(page);
  await useProgram(page, program.url);
  await openLab(page);
  await card(page).getByRole('button', { name: 'Allow this page to connect there' }).click();
  await card(page).getByRole('button', { name: 'Reload now' }).click();
  await page.waitForLoadState();
  await card(page).locator('summary').click();
  const ask = card(page).getByRole('button', { name: 'Ask for its size' });
  await expect(ask).toBeVisible();
  expect(hub.requests).toEqual([]);
  await ask.click();
  const download = card(page).getByRole('button', { name: /^(Download|Go on)/ });
  await expect(download).toContainText(/Download 90\d kB/);
  expect(hub.requests.map(({ method }) => method)).toEqual(['HEAD', 'HEAD']);

  // Other bytes than those of the list are refused, twice, and nothing of them is kept.
  hub.mishap(files.base, { kind: 'wrong-bytes' }, { kind: 'wrong-bytes' });
  await download.click();
  await expect(card(page).getByRole('alert')).toContainText('its contents are not the published ones');
  expect(await kept(page)).toEqual({ whole: 0, parts: 0 });

  // Cut off, gone on with, paused; after a reload only the rest is asked for.
  hub.mishap(files.base, { kind: 'hold', afterBytes: 300_000 }, { kind: 'hold', afterBytes: 100_000 });
  await download.click();
  await expect(card(page).getByText(/300 kB of 90\d kB/)).toBeVisible();
  hub.release();
  await expect(card(page).getByText(/400 kB of 90\d kB/)).toBeVisible();
  await card(page).getByRole('button', { name: 'Pause' }).click();
  await expect(download).toContainText(/Go on \(50\d kB to come\)/);
  await page.reload();
  await card(page).locator('summary').click();
  await download.click();
  await expect(card(page).locator('summary')).toContainText('Stored, 90', { timeout: 180_000 });
  expect(hub.requests.filter(({ range }) => range !== null).map(({ range }) => range)).toEqual([
    'bytes=300000-',
    'bytes=400000-',
  ]);
  expect(await kept(page)).toEqual({ whole: 2, parts: 0 });

  // Neither the app's own server nor the packages' host is there any more; only the program that plays the model is.
  await hub.close();
  await server.close();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /write the steps/ })).toBeVisible({ timeout: 60_000 });
  const data = { name: 'hidden.csv', mimeType: 'text/csv', buffer: Buffer.from(table()) };
  await page.getByLabel('Table or text (CSV, JSONL or TXT)').setInputFiles(data);
  await page.getByLabel('What do you want to know?').fill('which are ripe?');
  await page.getByRole('checkbox', { name: /write the steps/ }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Kept', { exact: true }).nth(1)).toBeVisible({ timeout: 200_000 });
  expect(program.asked.at(-1)).toContain('The standard library, and errand-trial 1.0, imported inside step.');
  await page.getByRole('button', { name: 'Stop with the best so far' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('could import errand-trial 1.0', { timeout: 180_000 });
  await expect(result).toContainText('The steps that stayed import errand-trial;');

  await card(page).locator('summary').click();
  await card(page).getByRole('button', { name: 'Delete its files' }).click();
  await expect(card(page).locator('summary')).toContainText('Not here');
  expect(await kept(page)).toEqual({ whole: 0, parts: 0 });
  program.close();
});
