import { expect, it } from 'vitest';
import { notRecalling, remember, step, type Recall } from './command-history.ts';

const commands = ['third', 'second', 'first'];

it('goes back to older commands and forward to what was being written', () => {
  let recall: Recall = notRecalling;
  const shown: (string | null)[] = [];
  for (const direction of ['older', 'older', 'older', 'older', 'newer', 'newer', 'newer', 'newer'] as const) {
    const next = step(commands, recall, 'half a sen', direction);
    shown.push(next?.text ?? null);
    recall = next?.recall ?? recall;
  }
  expect(shown).toEqual(['third', 'second', 'first', null, 'second', 'third', 'half a sen', null]);
});

it('remembers each text once, the newest first, and not for ever', () => {
  expect(remember(commands, 'first')).toEqual(['first', 'third', 'second']);
  const many = Array.from({ length: 80 }, (_, index) => String(index));
  expect(many.reduce<string[]>(remember, [])).toHaveLength(50);
});
