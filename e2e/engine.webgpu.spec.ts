import { expect, test } from '@playwright/test';
import { parseAnswer } from '../src/contract/parse.ts';
import { filterSpec, registry } from '../src/tools/registry.ts';
import { bodyOf, firmConfidence, parityRows, requestOf } from './engine-harness/parity.ts';
import { buildHarness, serveHarness } from './engine-harness/serve-harness.ts';

// The software adapter is slow: a smoke test, with the shortest sentence of the fixture.
test.setTimeout(400_000);
test.beforeAll(buildHarness);

test('answers on WebGPU as the trainer does', async ({ page }) => {
  const [row] = [...parityRows].sort((a, b) => a.int8Tokens.length - b.int8Tokens.length);
  if (row === undefined) throw new Error('The fixture holds no row');
  const server = await serveHarness({ isolate: true });
  await page.goto(server.url);
  expect(await page.evaluate(() => window.engine.capabilities())).toMatchObject({ webgpu: true, jspi: true });
  const { outcome } = await page.evaluate(() => window.engine.load({ device: 'webgpu', threads: 1 }));
  expect(outcome).toMatchObject({ ok: true, value: { device: 'webgpu' } });
  const answer = await page.evaluate((it) => window.engine.generate(it), requestOf(row, 'run'));
  if (!answer.outcome.ok) throw new Error(answer.outcome.message);
  const { text } = answer.outcome.value;
  expect(parseAnswer(text, { tools: registry, filter: filterSpec })).toMatchObject({ ok: true });
  if (row.int8Confidence >= firmConfidence) expect(bodyOf(text)).toBe(row.int8Body);
  await server.close();
});
