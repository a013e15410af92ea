import { expect, it } from 'vitest';
import { parseCodeAnswer, writeCodeAnswer } from './code-form.ts';

it('reads what it writes', () => {
  const answer = { analysis: 'Ages in groups.', code: 'def step(train, other, target, args):\n    pass' };
  expect(parseCodeAnswer(writeCodeAnswer(answer))).toEqual({ ok: true, value: answer });
  expect(parseCodeAnswer('<analysis>a</analysis><code>b</code>')).toEqual({
    ok: true,
    value: { analysis: 'a', code: 'b' },
  });
});

it.each([
  ['', 'answer_empty'],
  ['print(1)', 'bad_envelope'],
  ['Sure! <analysis>a</analysis><code>b</code>', 'bad_envelope'],
  ['<analysis>a</analysis><code>b</code> That is all.', 'bad_envelope'],
  ['<analysis>a</analysis><code>b</code><code>c</code>', 'bad_envelope'],
  ['<analysis>a</analysis><action>b</action>', 'bad_envelope'],
  ['<analysis> </analysis><code>b</code>', 'bad_analysis'],
  ['<analysis>a</analysis><code>\n</code>', 'no_code'],
  [`<analysis>a</analysis><code>${'x'.repeat(9_000)}</code>`, 'answer_too_long'],
])('fails %j as a whole', (text, code) => {
  expect(parseCodeAnswer(text)).toMatchObject({ ok: false, code });
});
