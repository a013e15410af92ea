import { expect, it } from 'vitest';
import { longestAction, readStepForm } from './step-form.ts';

it('reads a thought and an action, out of a fence too', () => {
  const value = { thought: 'First the docs.', action: 'print(1)' };
  expect(readStepForm(value)).toEqual({ ok: true, value });
  expect(readStepForm({ ...value, action: '```python\nprint(1)\n```' })).toEqual({ ok: true, value });
});

it.each([
  [{}],
  [[]],
  [{ thought: 'a' }],
  [{ thought: 'a', action: ['print(1)'] }],
  [{ thought: 'a', action: ' ' }],
  [{ thought: 'a', action: 'print(1)', approved: true }],
  [{ thought: 'a', action: 'x'.repeat(longestAction + 1) }],
])('refuses %j', (data) => {
  expect(readStepForm(data)).toMatchObject({ ok: false, code: 'bad_step' });
});
