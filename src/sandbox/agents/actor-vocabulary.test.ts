import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCall } from '../world/registry.ts';
import { actorContractJson } from './actor-contract.ts';
import { actorVocabulary } from './actor-vocabulary.ts';

describe('the actor’s vocabulary', () => {
  it('names calls and arguments of the registry', () => {
    for (const { name, args } of actorVocabulary) {
      const [app = '', call = ''] = name.split('.');
      const found = findCall(app, call);
      expect(found, name).toBeDefined();
      for (const argument of args) expect(Object.keys(found?.fields ?? {}), name).toContain(argument.name);
    }
  });

  it('is what the trainer reads: run "npm run contract" where this fails', () => {
    const written = readFileSync(new URL('../../../training/payments/contract.json', import.meta.url), 'utf8');
    expect(written).toBe(actorContractJson());
  });
});
