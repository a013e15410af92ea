import { expect, test } from '@playwright/test';
import { parseAnswer } from '../src/contract/parse.ts';
import { filterSpec, registry } from '../src/tools/registry.ts';
import { bodyOf, requestOf, webLlmRows } from './engine-harness/parity.ts';
import { buildHarness, serveHarness } from './engine-harness/serve-harness.ts';

const modelId = 'errand-agent-webllm';
const isLong = process.env['ERRAND_LONG'] === '1';
// Every fifth sentence in the quick run: plain requests, follow-ups and odd text are all among them.
const rows = isLong ? webLlmRows : webLlmRows.filter((_, place) => place % 5 === 0);

test.setTimeout(isLong ? 3_600_000 : 900_000);
test.beforeAll(buildHarness);

test('the agent in web-llm says what PyTorch says with the same 4-bit weights, and nothing leaves the origin', async ({
  page,
}) => {
  const server = await serveHarness({ isolate: true });
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL('/', server.url).href) && !/^(blob|data):/.test(request.url()))
      outside.push(request.url());
  });
  await page.goto(server.url);
  const { outcome } = await page.evaluate(
    (id) => window.engine.load({ modelId: id, device: 'auto', threads: 1 }),
    modelId,
  );
  if (!outcome.ok) throw new Error(outcome.message);
  expect(outcome.value).toMatchObject({ modelId, device: 'webgpu' });
  let sameCalls = 0;
  for (const [place, row] of rows.entries()) {
    const answer = await page.evaluate(
      (it) => window.engine.generate(it),
      requestOf(row, `run-${String(place)}`, modelId),
    );
    if (!answer.outcome.ok) throw new Error(`${row.text}: ${answer.outcome.message}`);
    const { text, confidence, tokens } = answer.outcome.value;
    expect(parseAnswer(text, { tools: registry, filter: filterSpec })).toMatchObject({ ok: true });
    expect.soft(bodyOf(text), row.text).toBe(row.body);
    expect.soft(tokens, row.text).toBe(row.tokens.length);
    expect.soft(confidence, row.text).toBeCloseTo(row.confidence, 2);
    if (bodyOf(text) === row.int8Body) sameCalls++;
  }
  expect(sameCalls).toBeGreaterThanOrEqual(Math.floor(rows.length * 0.96));
  expect(outside).toEqual([]);
  await server.close();
});
