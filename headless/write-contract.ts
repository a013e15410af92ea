/**
 * `npm run contract`: writes the tool registry, the prompt of chat models and the actor's vocabulary as data for the trainers
 * (training/agent/contract.json, training/llm, training/payments/contract.json). Unit tests fail while a committed file
 * differs.
 */
import { writeFileSync } from 'node:fs';
import { systemPrompt } from '../src/chat/prompt.ts';
import { trainingChatJson } from '../src/chat/training-chat.ts';
import { trainingFunctionsJson } from '../src/chat/training-functions.ts';
import { contractJson } from '../src/contract/contract-json.ts';
import { actorContractJson } from '../src/sandbox/agents/actor-contract.ts';
import { filterSpec, registry } from '../src/tools/registry.ts';

const vocabulary = { tools: registry, filter: filterSpec };
const write = (path: string, text: string) => {
  writeFileSync(new URL(`../training/${path}`, import.meta.url), text);
};
write('agent/contract.json', contractJson(vocabulary));
write('llm/system-prompt.txt', systemPrompt(vocabulary, 'contract'));
write('llm/fixtures/chat.json', trainingChatJson(vocabulary));
write('llm/fixtures/functions.json', trainingFunctionsJson(vocabulary));
write('payments/contract.json', actorContractJson());
