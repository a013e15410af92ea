import { expect, it } from 'vitest';
import type { ChatModel, ChatRequest } from '../../chat/chat-model.ts';
import { success } from '../../core/outcome.ts';
import { pageWriter } from './page-writer.ts';

function model(form: ChatModel['form'], text: string): ChatModel & { asked: ChatRequest[] } {
  const asked: ChatRequest[] = [];
  return {
    form,
    asked,
    complete: (request) => {
      asked.push(request);
      return Promise.resolve(success({ text, tokens: 1 }));
    },
    close: () => Promise.resolve(),
  };
}

const messages = [{ role: 'system' as const, content: 'Rules.' }];
const written = '<analysis>\nwhy\n</analysis>\n<code>\nx = 1\n</code>';
const { signal } = new AbortController();

it('puts JSON into the contract’s form, and tells the model so', async () => {
  const json = model('json', '{"analysis": "why", "code": "x = 1"}');
  expect(await pageWriter('m', json).write(messages, signal)).toEqual({ ok: true, value: written });
  expect(json.asked[0]?.messages[0]?.content).toContain('JSON object');
  expect(json.asked[0]?.schema).toMatchObject({ required: ['analysis', 'code'] });
});

it('hands on what is in the form already, and fails what is neither', async () => {
  expect(await pageWriter('m', model('contract', written)).write(messages, signal)).toEqual({
    ok: true,
    value: written,
  });
  expect(await pageWriter('m', model('json', written)).write(messages, signal)).toEqual({ ok: true, value: written });
  expect(await pageWriter('m', model('json', '{"code": 1}')).write(messages, signal)).toMatchObject({ ok: false });
  expect(await pageWriter('m', model('json', '[]')).write(messages, signal)).toMatchObject({ ok: false });
});
