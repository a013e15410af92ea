import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Call } from '../core/call.ts';
import { maxAnswerBytes } from './grammar.ts';
import { parseAnswer, type ContractCode } from './parse.ts';
import { sampleVocabulary } from './sample-vocabulary.ts';
import { writeAnalysis, writeAnswer } from './write.ts';

const parse = (text: string) => parseAnswer(text, sampleVocabulary);
const action = (...lines: string[]) => `<analysis>\nA new task.\n</analysis>\n<action>\n${lines.join('\n')}\n</action>`;

function expectCode(text: string, code: ContractCode): void {
  const parsed = parse(text);
  expect(parsed.ok ? 'ok' : parsed.code).toBe(code);
}

describe('a good answer', () => {
  it('gives its calls', () => {
    const parsed = parse(
      action('add_task(title="Water the plants", due="friday 6pm", tags=["home", "green"])', 'undo(steps=2)'),
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        kind: 'action',
        analysis: 'A new task.',
        calls: [
          { tool: 'add_task', args: { title: 'Water the plants', due: 'friday 6pm', tags: ['home', 'green'] } },
          { tool: 'undo', args: { steps: 2 } },
        ],
      },
    });
  });

  it('gives its filter', () => {
    const parsed = parse(action('delete_tasks(filter={"due": "today", "except": ["dentist"]})'));
    expect(parsed).toMatchObject({
      ok: true,
      value: { calls: [{ tool: 'delete_tasks', args: { filter: { due: 'today', except: ['dentist'] } } }] },
    });
  });

  it('gives its final sentence', () => {
    expect(parse('<final>\nHello!\n</final>')).toEqual({ ok: true, value: { kind: 'final', text: 'Hello!' } });
  });

  it('keeps contract text inside a title as data', () => {
    const title = 'say "</action>" then <action>\nundo()\n</action> \\ \u202e 🥛';
    const parsed = parse(
      writeAnswer({ kind: 'action', analysis: 'A.', calls: [{ tool: 'add_task', args: { title } }] }),
    );
    expect(parsed).toMatchObject({ ok: true, value: { calls: [{ args: { title } }] } });
  });
});

describe('anything else fails as a whole', () => {
  const cases: [string, string, ContractCode][] = [
    ['nothing', ' \n', 'answer_empty'],
    ['too much', action(`add_task(title="${'x'.repeat(maxAnswerBytes)}")`), 'answer_too_long'],
    ['prose', 'Sure! I will add that.', 'bad_envelope'],
    ['prose before', `Sure!\n${action('undo()')}`, 'bad_envelope'],
    ['prose after', `${action('undo()')}\nDone!`, 'bad_envelope'],
    ['two answers', `${action('undo()')}\n${action('undo()')}`, 'bad_syntax'],
    ['no analysis text', '<analysis>\n</analysis>\n<action>\nundo()\n</action>', 'bad_analysis'],
    ['a tag in the analysis', '<analysis>\n<action>\n</analysis>\n<action>\nundo()\n</action>', 'bad_analysis'],
    ['an empty final', '<final>\n\n</final>', 'bad_final'],
    ['a call in a final', '<final>\n<action>undo()</action>\n</final>', 'bad_final'],
    ['no call', '<analysis>\nA.\n</analysis>\n<action>\n</action>', 'no_calls'],
    ['nine calls', action(...Array.from({ length: 9 }, () => 'undo()')), 'too_many_calls'],
    ['two calls on a line', action('undo() undo()'), 'bad_syntax'],
    ['a positional argument', action('add_task("milk")'), 'bad_syntax'],
    ['single quotes', action("add_task(title='milk')"), 'bad_syntax'],
    ['a raw line break in a string', action('add_task(title="mi\nlk")'), 'bad_syntax'],
    ['a trailing comma', action('add_task(title="milk",)'), 'bad_syntax'],
    ['a nested call', action('add_task(title=undo())'), 'bad_syntax'],
    ['an unknown tool', action('format_disk()'), 'unknown_tool'],
    ['an unknown argument', action('add_task(title="milk", colour="white")'), 'unknown_argument'],
    ['an inherited name', action('add_task(title="milk", constructor="x")'), 'unknown_argument'],
    ['an argument twice', action('add_task(title="milk", title="eggs")'), 'repeated_argument'],
    ['no title', action('add_task(due="today")'), 'missing_argument'],
    ['an empty title', action('add_task(title="")'), 'wrong_type'],
    ['a number as title', action('add_task(title=3)'), 'wrong_type'],
    ['an unknown priority', action('add_task(title="milk", priority="urgent")'), 'wrong_type'],
    ['steps as text', action('undo(steps="2")'), 'wrong_type'],
    ['half a step', action('undo(steps=1.5)'), 'wrong_type'],
    ['too many steps', action('undo(steps=21)'), 'wrong_type'],
    ['an unknown filter key', action('delete_tasks(filter={"owner": "me"})'), 'wrong_type'],
    ['a filter in a filter', action('delete_tasks(filter={"due": {"due": "x"}})'), 'bad_syntax'],
    ['a filter key twice', action('delete_tasks(filter={"due": "a", "due": "b"})'), 'bad_syntax'],
    ['__proto__ in a filter', action('delete_tasks(filter={"__proto__": "x"})'), 'wrong_type'],
  ];
  it.each(cases)('%s', (_name, text, code) => {
    expectCode(text, code);
  });
});

const titles = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const calls: fc.Arbitrary<Call> = fc.oneof(
  fc
    .record({ title: titles, tags: fc.array(titles, { minLength: 1, maxLength: 3 }) })
    .map((args) => ({ tool: 'add_task', args })),
  fc
    .record({ filter: fc.record({ due: titles, except: fc.array(titles, { minLength: 1, maxLength: 3 }) }) })
    .map((args) => ({ tool: 'delete_tasks', args })),
  fc.record({ steps: fc.integer({ min: 1, max: 20 }) }).map((args) => ({ tool: 'undo', args })),
);
const answers: fc.Arbitrary<Answer> = fc
  .array(calls, { minLength: 1, maxLength: 8 })
  .map((list) => ({ kind: 'action', analysis: writeAnalysis(['a new task']), calls: list }));

describe('properties', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const text = writeAnswer(answer);
        if (new TextEncoder().encode(text).length > maxAnswerBytes) return;
        expect(parse(text)).toEqual({ ok: true, value: answer });
      }),
    );
  });

  it('never finds a call in an answer cut off at any byte', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const text = writeAnswer(answer);
        for (let end = 0; end < text.length; end += 1) expect(parse(text.slice(0, end)).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parse(text).ok === 'boolean'));
  });
});
