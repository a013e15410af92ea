import { expect, test as base, type Page } from '@playwright/test';
import { parseAnswer } from '../src/contract/parse.ts';
import { filterSpec, registry } from '../src/tools/registry.ts';
import { bodyOf, firmConfidence, isTrained, parityRows, requestOf } from './engine-harness/parity.ts';
import { buildHarness, serveHarness } from './engine-harness/serve-harness.ts';

const vocabulary = { tools: registry, filter: filterSpec };
const request = requestOf(
  parityRows.find(({ text }) => text.startsWith('remind me to call')) ?? parityRows[0] ?? fail(),
  'run',
);

function fail(): never {
  throw new Error('The fixture holds no row');
}

/** A page with the engine's client, under the app's policy. A blocked script or a stray request fails the test. */
const test = base.extend<{ isolate: boolean; engine: Page }>({
  isolate: [true, { option: true }],
  engine: async ({ page, isolate }, use) => {
    const server = await serveHarness({ isolate });
    const stray: string[] = [];
    const blocked: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.endsWith('/favicon.ico')) stray.push(url);
    });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) blocked.push(message.text());
    });
    await page.goto(server.url);
    await use(page);
    expect(stray, 'requests outside the app').toEqual([]);
    expect(blocked, 'blocked by the policy').toEqual([]);
    await server.close();
  },
});

async function load(engine: Page, threads = 1): Promise<void> {
  const { outcome } = await engine.evaluate((count) => window.engine.load({ device: 'wasm', threads: count }), threads);
  expect(outcome).toMatchObject({ ok: true });
}

test.beforeAll(buildHarness);

test('answers as the trainer does, token by token', async ({ engine }) => {
  await load(engine);
  let firm = 0;
  for (const [place, row] of parityRows.entries()) {
    const { outcome } = await engine.evaluate(
      (it) => window.engine.generate(it),
      requestOf(row, `run ${String(place)}`),
    );
    if (!outcome.ok) throw new Error(`${row.text}: ${outcome.message}`);
    expect(parseAnswer(outcome.value.text, vocabulary), row.text).toMatchObject({ ok: true });
    if (row.int8Confidence < firmConfidence) continue;
    firm += 1;
    expect(bodyOf(outcome.value.text), row.text).toBe(row.int8Body);
    expect(outcome.value.tokens, row.text).toBe(row.int8Tokens.length);
    expect(Math.abs((outcome.value.confidence ?? 0) - row.int8Confidence), row.text).toBeLessThan(0.05);
    const { doubt } = outcome.value;
    expect(doubt, row.text).toMatchObject({ chosen: row.int8Doubt.chosen, calls: row.int8Doubt.calls });
    expect(Math.abs((doubt?.second ?? NaN) - row.int8Doubt.second), row.text).toBeLessThan(0.05);
    expect(Math.abs((doubt?.legal ?? NaN) - row.int8Doubt.legal), row.text).toBeLessThan(0.05);
    expect(Math.abs((doubt?.sumLog ?? NaN) - row.int8Doubt.sumLog), row.text).toBeLessThan(0.2);
  }
  if (isTrained) expect(firm).toBeGreaterThan(parityRows.length / 3);
});

test('gives the same answer with two threads as with one', async ({ engine }) => {
  await load(engine, 1);
  const one = await engine.evaluate((it) => window.engine.generate(it), request);
  await load(engine, 2);
  const two = await engine.evaluate((it) => window.engine.generate(it), request);
  expect(one.outcome.ok && one.outcome.value.text).toBe(two.outcome.ok && two.outcome.value.text);
  expect(one.outcome).toMatchObject({ ok: true });
});

test('reports its bytes as they come, and text that only grows', async ({ engine }) => {
  const { outcome, progress } = await engine.evaluate(() => window.engine.load({ device: 'auto', threads: 2 }));
  expect(outcome).toMatchObject({ ok: true, value: { device: 'wasm', threads: 2 } });
  expect(progress.map(({ phase }) => phase)).toContain('download');
  expect(progress.at(-1)).toMatchObject({ phase: 'start' });
  progress.reduce((before, after) => {
    expect(after.loadedBytes).toBeGreaterThanOrEqual(before.loadedBytes);
    return after;
  });
  const { texts, outcome: answer } = await engine.evaluate((it) => window.engine.generate(it), request);
  texts.reduce((before, after) => {
    expect(after.startsWith(before)).toBe(true);
    return after;
  });
  expect(texts.at(-1)).toBe(answer.ok && answer.value.text);
});

test('stops at any token, at once, and is ready for the next request', async ({ engine }) => {
  await load(engine);
  const whole = await engine.evaluate((it) => window.engine.generate(it), request);
  // Texts have a port of their own; on a busy machine the answer may overtake the last of them, which then stay away.
  const patience = { timeout: 20_000 };
  for (let count = 0; count < whole.texts.length; count++) {
    await expect(async () => {
      const stopped = await engine.evaluate(([it, at]) => window.engine.generateUntil(it, at), [
        request,
        count,
      ] as const);
      expect(stopped.outcome, `after ${String(count)} texts`).toMatchObject({ ok: false, code: 'interrupted' });
      expect(stopped.texts).toEqual(whole.texts.slice(0, count));
    }).toPass(patience);
  }
  await expect(async () => {
    const again = await engine.evaluate((it) => window.engine.generate(it), request);
    expect(again.texts).toEqual(whole.texts);
  }).toPass(patience);
});

test('refuses a damaged file and a missing one, and loads once they are right', async ({ engine }) => {
  const damaged = await engine.evaluate(() => {
    const files = window.engine.files().map((file) => ({ ...file, sha256: '0'.repeat(64) }));
    return window.engine.load({ device: 'wasm', threads: 1, files });
  });
  expect(damaged.outcome).toMatchObject({ ok: false, code: 'model_corrupt' });
  const missing = await engine.evaluate(() => {
    const files = window.engine.files().map((file) => ({ ...file, url: `${file.url}.none` }));
    return window.engine.load({ device: 'wasm', threads: 1, files });
  });
  expect(missing.outcome).toMatchObject({ ok: false, code: 'model_missing' });
  const early = await engine.evaluate((it) => window.engine.generate(it), request);
  expect(early.outcome).toMatchObject({ ok: false, code: 'not_loaded' });
  await load(engine);
});

test('has codes for another model and for a sentence that is too long', async ({ engine }) => {
  await load(engine);
  const ask = (change: Partial<typeof request>) =>
    engine.evaluate((it) => window.engine.generate(it), { ...request, ...change });
  expect((await ask({ modelId: 'another' })).outcome).toMatchObject({ ok: false, code: 'wrong_model' });
  expect((await ask({ text: 'milk '.repeat(65) })).outcome).toMatchObject({ ok: false, code: 'input_too_long' });
});

test('survives the death of its worker', async ({ engine }) => {
  await load(engine);
  const died = await engine.evaluate((it) => window.engine.generateAndKill(it), request);
  expect(died).toMatchObject({ ok: false, code: 'worker_died' });
  const next = await engine.evaluate((it) => window.engine.generate(it), request);
  expect(next.outcome).toMatchObject({ ok: true });
});

test.describe('without isolation', () => {
  test.use({ isolate: false });
  test('runs on one thread', async ({ engine }) => {
    const { outcome } = await engine.evaluate(() => window.engine.load({ device: 'auto', threads: 4 }));
    expect(outcome).toMatchObject({ ok: true, value: { threads: 1 } });
    const answer = await engine.evaluate((it) => window.engine.generate(it), request);
    expect(answer.outcome).toMatchObject({ ok: true });
  });
});
