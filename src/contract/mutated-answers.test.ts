import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editText, textEdits } from '../core/testing/edit-text.ts';
import { randomRuns } from '../core/testing/random-runs.ts';
import { maxCalls } from './grammar.ts';
import { parseAnswer } from './parse.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';
import { writeAnswer } from './write.ts';

const good = [
  '<analysis>\nOne new task with a due.\n</analysis>\n<action>\nadd_task(title="Water the plants", due="friday 6pm", tags=["home", "green"])\n</action>',
  '<analysis>\nTwo calls.\n</analysis>\n<action>\nadd_task(title="say \\"hi\\" \\u00e9 🥛")\nundo(steps=2)\n</action>',
  '<analysis>\nA filter.\n</analysis>\n<action>\ndelete_tasks(filter={"due": "today", "except": ["dentist", "]}"]})\n</action>',
  '<final>\nHello! Tell me what you need to get done.\n</final>',
];
const pieces = [
  ...[
    '<analysis>',
    '</analysis>',
    '<action>',
    '</action>',
    '<final>',
    '</final>',
    '\n',
    '"',
    '\\',
    '\\u',
    '\\"',
    '(',
    ')',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '=',
    ': ',
    'null',
    'true',
    '1e999',
    '-0',
    '\u0000',
    '\u202e',
    '\ud800',
    '\ufeff',
    '__proto__',
  ],
  ...['undo()', 'add_task(title="x")', 'filter={"filter": {"due": "today"}}', 'constructor="x"', '<script>'],
];

const edits = textEdits(pieces);

it('gives a mutated answer whole or not at all, never part of it, and never throws', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...good), edits, (text, changes) => {
      const mutated = changes.reduce(editText, text);
      const parsed = parseAnswer(mutated, sampleVocabulary);
      if (!parsed.ok) {
        expect(parsed.message).not.toBe('');
        return;
      }
      accepted += 1;
      const answer = parsed.value;
      if (answer.kind === 'action') {
        expect(answer.calls.length).toBeGreaterThan(0);
        expect(answer.calls.length).toBeLessThanOrEqual(maxCalls);
        for (const call of answer.calls) {
          const tool = sampleVocabulary.tools.find(({ name }) => name === call.tool);
          expect(tool?.args.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(call.args)));
        }
      }
      // What was read is exactly what the writer would have written for it: nothing was skipped or made up.
      expect(parseAnswer(writeAnswer(answer), sampleVocabulary)).toEqual(parsed);
    }),
    randomRuns('mutated answers', { quick: 5_000, long: 100_000 }),
  );
  // A share still parses, or the test would only show that rubbish is refused.
  expect(accepted).toBeGreaterThan(0);
});
