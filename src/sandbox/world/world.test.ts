import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentationOf, findCall, registry } from './registry.ts';
import { generateWorld, peopleCount } from './generate-world.ts';
import { familyNames, givenNames, splits } from './names.ts';
import { totalMoney } from './state.ts';
import { World } from './world.ts';

const numbers = fc.oneof(
  fc.integer({ min: -5, max: 1600 }),
  fc.double({ min: -10, max: 3000 }),
  fc.constantFrom(NaN, 1e9),
);
const values = fc.oneof(
  numbers,
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('wallet', 'pending', 'sent'),
);

/** Any call of the registry with arguments of its own names, now right and now wrong. */
const anyCall = fc.constantFrom(...registry).chain((call) =>
  fc.record({
    call: fc.constant(call),
    args: fc.record(Object.fromEntries(Object.keys(call.fields).map((name) => [name, values])), { requiredKeys: [] }),
  }),
);

function openWorld(seed: number): { world: World; tokens: { [app: string]: string } } {
  const world = new World(generateWorld(seed, 'train'));
  const me = world.state.person.find(({ id }) => id === world.state.ownerId);
  const tokens = Object.fromEntries(
    world.state.password
      .filter(({ ownerId }) => ownerId === me?.id)
      .map(({ app, password }) => {
        const done = world.call(app, 'login', { username: me?.username, password });
        return [app, String((done.ok ? (done.value as { access_token: string }) : { access_token: '' }).access_token)];
      }),
  );
  return { world, tokens };
}

describe('the payments world', () => {
  it('has 60 calls or more, each with a documentation of its own', () => {
    expect(registry.length).toBeGreaterThanOrEqual(60);
    const names = registry.map(({ app, name }) => `${app}.${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const call of registry) expect(documentationOf(call)).toMatchObject({ name: call.name });
  });

  it('is the same for the same seed, and has 100 people', () => {
    expect(generateWorld(7, 'test')).toEqual(generateWorld(7, 'test'));
    expect(generateWorld(7, 'test')).not.toEqual(generateWorld(8, 'test'));
    expect(new Set(generateWorld(7, 'dev').person.map(({ id }) => id)).size).toBe(peopleCount);
  });

  it('shares no name between splits', () => {
    for (const names of [givenNames, familyNames]) {
      const all = splits.flatMap((split) => [...names[split]]);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('conserves money, and a failed call changes nothing', () => {
    let succeeded = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(anyCall, { maxLength: 12 }), (seed, calls) => {
        const { world, tokens } = openWorld(seed);
        const total = totalMoney(world.state);
        for (const { call, args } of calls) {
          const before = JSON.stringify(world.state);
          const token = call.needsLogin ? { access_token: tokens[call.app] } : {};
          const done = world.call(call.app, call.name, { ...args, ...token });
          if (done.ok) succeeded += 1;
          else expect(JSON.stringify(world.state)).toBe(before);
          expect(totalMoney(world.state)).toBe(total);
          for (const { balance } of world.state.person) expect(balance).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
    expect(succeeded).toBeGreaterThan(0);
  });

  it('moves money where the call is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9000 }), (seed, cents) => {
        const { world, tokens } = openWorld(seed);
        const total = totalMoney(world.state);
        const other = world.state.person.find(({ id }) => id !== world.state.ownerId);
        const args = { user_id: other?.id, amount: cents / 100, note: 'x', access_token: tokens['wallet'] };
        expect(world.call('wallet', 'send_money', args)).toMatchObject({ ok: true });
        expect(totalMoney(world.state)).toBe(total);
        const changes = world.diff();
        expect(changes.map(({ entity, kind }) => `${kind} ${entity}`).sort()).toEqual([
          'added transaction',
          'changed person',
          'changed person',
        ]);
        world.reset();
        expect(world.diff()).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('answers with realistic errors', () => {
    const { world, tokens } = openWorld(3);
    const call = (name: string, args: object) =>
      world.call('wallet', name, { ...args, access_token: tokens['wallet'] });
    const expired = world.state.card.find(({ expires }) => expires < world.state.now.slice(0, 7));
    expect(call('add_balance', { amount: 5, card_id: expired?.id })).toMatchObject({ code: 'card_expired' });
    expect(call('send_money', { user_id: 5, amount: 5 })).toMatchObject({ code: 'not_found' });
    const other = world.state.person.find(({ id }) => id !== world.state.ownerId);
    expect(call('send_money', { user_id: other?.id, amount: 9999 })).toMatchObject({ code: 'insufficient_balance' });
    expect(call('send_money', { user_id: other?.id, amount: 1.234 })).toMatchObject({ code: 'invalid_arguments' });
    expect(call('send_money', { user_id: other?.id })).toMatchObject({ message: expect.stringContaining('missing') });
    expect(call('send_money', { user_id: other?.id, amount: 1, colour: 'red' })).toMatchObject({
      code: 'invalid_arguments',
    });
    expect(world.call('wallet', 'show_balance', {})).toMatchObject({ code: 'not_logged_in' });
    expect(world.call('phone', 'show_contacts', { access_token: tokens['wallet'] })).toMatchObject({
      code: 'not_logged_in',
    });
    expect(world.call('wallet', 'rob_bank', {})).toMatchObject({ code: 'unknown_call' });
    expect(findCall('wallet', 'send_money')?.effect).toBe('money');
  });
});
