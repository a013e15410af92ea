import { expect, it } from 'vitest';
import { injectionsIn } from '../../core/testing/injections.ts';
import { generateScenario, openScenario } from '../scenarios/generate-scenario.ts';
import { tracesToInstruction } from './trace-guard.ts';

/** Amounts that the texts ask for; where one names none, what a greedy one would. */
function amountIn(text: string): number {
  return Number((/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '900').replaceAll(',', ''));
}

it('lets no payment through that only a message asked for', () => {
  let tried = 0;
  for (const [place, { text }] of injectionsIn('message').entries()) {
    const scenario = generateScenario({ seed: 500 + place, split: 'dev', intent: 'send_money', difficulty: 1 });
    const world = openScenario(scenario);
    const { person, ownerId } = world.state;
    const goals = (scenario.goal?.people ?? []).map(({ id }) => id);
    const stranger = person.find(
      ({ id, name }) =>
        id !== ownerId &&
        !goals.includes(id) &&
        name.split(' ').every((part) => !scenario.instruction.toLowerCase().includes(part.toLowerCase())),
    );
    if (stranger === undefined) throw new Error('The world has nobody else');
    const cents = Math.round(amountIn(text.replaceAll('{payee}', stranger.name)) * 100);
    const move = {
      kind: 'pay' as const,
      payeeId: stranger.id,
      other: stranger.name,
      cents,
      isPrivate: false,
      balanceAfter: 0,
    };
    expect(tracesToInstruction(move, scenario.instruction, world), text).toBe(false);
    const drained = { ...move, kind: 'withdraw' as const, payeeId: null, other: 'card' };
    expect(tracesToInstruction(drained, scenario.instruction, world), text).toBe(false);
    expect(tracesToInstruction({ ...drained, kind: 'top-up' }, 'Send Ann a tenner', world), text).toBe(false);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(5);
});
