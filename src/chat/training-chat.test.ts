import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filterSpec, registry } from '../tools/registry.ts';
import { systemPrompt } from './prompt.ts';
import { trainingChatJson } from './training-chat.ts';
import { trainingFunctionsJson } from './training-functions.ts';

const vocabulary = { tools: registry, filter: filterSpec };
const written = (path: string) => readFileSync(new URL(`../../training/llm/${path}`, import.meta.url), 'utf8');

it('is what the trainer of larger models reads (npm run contract writes it)', () => {
  expect(written('system-prompt.txt')).toBe(systemPrompt(vocabulary, 'contract'));
  expect(written('fixtures/chat.json')).toBe(trainingChatJson(vocabulary));
  expect(written('fixtures/functions.json')).toBe(trainingFunctionsJson(vocabulary));
});
