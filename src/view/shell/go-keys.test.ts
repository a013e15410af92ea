import { expect, it } from 'vitest';
import { GoKeys } from './go-keys.ts';

it('goes where the key after g says, once and soon enough', () => {
  const keys = new GoKeys();
  expect(keys.take('t', 0)).toBeNull();
  keys.begin(0);
  expect(keys.take('U', 100)).toBe('#upcoming');
  expect(keys.take('u', 200)).toBeNull();
  keys.begin(0);
  expect(keys.take('t', 5000)).toBeNull();
  keys.begin(0);
  expect(keys.take('q', 10)).toBeNull();
});
