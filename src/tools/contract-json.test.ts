import { expect, it } from 'vitest';
import written from '../../training/agent/contract.json?raw';
import { contractJson } from '../contract/contract-json.ts';
import { filterSpec, registry } from './registry.ts';

it('is what the trainer was given; “npm run contract” writes it anew', () => {
  expect(contractJson({ tools: registry, filter: filterSpec })).toBe(written);
});
