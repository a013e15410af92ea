/**
 * `npm run contract`: writes the tool registry and the actor's vocabulary as data for the trainers
 * (training/agent/contract.json, training/payments/contract.json). A unit test fails while a committed file differs.
 */
import { writeFileSync } from 'node:fs';
import { contractJson } from '../src/contract/contract-json.ts';
import { actorContractJson } from '../src/sandbox/agents/actor-contract.ts';
import { filterSpec, registry } from '../src/tools/registry.ts';

writeFileSync(
  new URL('../training/agent/contract.json', import.meta.url),
  contractJson({ tools: registry, filter: filterSpec }),
);
writeFileSync(new URL('../training/payments/contract.json', import.meta.url), actorContractJson());
