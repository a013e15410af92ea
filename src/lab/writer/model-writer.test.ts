import { expect, it } from 'vitest';
import { freeModel } from '../../chat/free-model.ts';
import { success } from '../../core/outcome.ts';
import type { GenerateRequest } from '../../protocol/engine.ts';
import { modelWriter } from './model-writer.ts';

function scripted(text: string) {
  const asked: GenerateRequest[] = [];
  const interrupted: string[] = [];
  const timings = { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 0 };
  const engine = {
    id: 'm',
    generate: (request: GenerateRequest) => {
      asked.push(request);
      return Promise.resolve(success({ text, confidence: null, tokens: 1, timings }));
    },
    interrupt: (runId: string) => interrupted.push(runId),
  };
  return { asked, interrupted, model: freeModel(engine, () => 'r1') };
}

const messages = [{ role: 'system' as const, content: 'Rules.' }];
const written = { ok: true, value: '<analysis>\nwhy\n</analysis>\n<code>\nx = 1\n</code>' };
const { signal } = new AbortController();

it('asks in JSON, and puts what comes into the contract’s form', async () => {
  const { asked, model } = scripted('{"analysis": "why", "code": "x = 1"}');
  expect(await modelWriter(model).write(messages, signal)).toEqual(written);
  expect(asked[0]?.free?.messages[0]?.content).toContain('JSON object');
  expect(asked[0]?.free?.schema).toMatchObject({ required: ['analysis', 'code'] });
});

it('hands on what is in the contract’s form already', async () => {
  expect(await modelWriter(scripted(written.value).model).write(messages, signal)).toEqual(written);
});

it.each([
  ['Here it is:\n```json\n{"analysis": "why", "code": "x = 1"}\n```', true],
  ['{"code": 1}', false],
  ['[]', false],
  ['{"analysis": "why", "code"', false],
  ['', false],
])('of %j takes the object or nothing', async (text, ok) => {
  expect(await modelWriter(scripted(text).model).write(messages, signal)).toMatchObject({ ok });
});

it('stops the engine’s request when it is stopped, and asks nothing once it was', async () => {
  const stop = new AbortController();
  const { asked, interrupted, model } = scripted('{}');
  const answer = model.ask(messages, { schema: {}, maxTokens: 1 }, stop.signal);
  stop.abort();
  await answer;
  expect(interrupted).toEqual(['r1']);
  expect(await model.ask(messages, { schema: {}, maxTokens: 1 }, stop.signal)).toMatchObject({ code: 'interrupted' });
  expect(asked).toHaveLength(1);
});
