import { describe, expect, it } from 'vitest';
import { generateWorld } from '../world/generate-world.ts';
import { World } from '../world/world.ts';
import { answerCall } from './answer-call.ts';
import { observationOf } from './observation.ts';

describe('a call that comes out of Python', () => {
  it.each([
    '',
    'null',
    '[]',
    '{"app": 1}',
    '{"app": "wallet", "call": "login", "args": 5}',
    '{"app":"__proto__","call":"x","args":{}}',
  ])('is refused and changes nothing where it is hostile: %s', (json) => {
    const world = new World(generateWorld(1, 'test'));
    const before = JSON.stringify(world.state);
    expect(JSON.parse(answerCall(world, json))).toMatchObject({ ok: false });
    expect(JSON.stringify(world.state)).toBe(before);
  });

  it('shows both ends of an endless print', () => {
    const shown = observationOf('x'.repeat(1_000_000), 'Traceback (most recent call last):\nKeyError: 1');
    expect(shown.length).toBeLessThan(5000);
    expect(shown).toMatch(/left out[^]*KeyError: 1$/);
    expect(observationOf('', null)).not.toBe('');
  });
});
