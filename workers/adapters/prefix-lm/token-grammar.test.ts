import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../src/contract/parse.ts';
import { givenCalls } from './given-calls.ts';
import { matchTools } from './answer-tools.ts';
import { buildSource, type Source } from './source.ts';
import { conversationState, grammarRows, pieces, table, tools, vocabulary } from './testing/fixture-model.ts';
import { TokenGrammar } from './token-grammar.ts';
import { AnswerWriter } from './write-answer.ts';

function sourceOf(text: string, previous: string | null = null): Source {
  const source = buildSource(text, conversationState(previous), table, pieces);
  if (!source.ok) throw new Error(source.message);
  return source.value;
}

/** A walk in which `steer` picks among the legal tokens; every text on the way is kept. */
function walk(source: Source, steer: readonly number[]): { texts: string[]; ended: boolean } {
  const grammar = new TokenGrammar(tools, table, source.words);
  const writer = new AnswerWriter(tools, table, source);
  const texts = [''];
  for (const choice of steer) {
    const legal = grammar.legal();
    const token = legal[choice % legal.length];
    if (token === undefined) throw new Error('A dead end');
    grammar.advance(token);
    writer.take(token);
    texts.push(writer.text);
    if (grammar.done) return { texts, ended: true };
  }
  return { texts, ended: false };
}

const sentences = fc.constantFrom(
  ['add "Café" \\ back\u2028slash\u0085 and 🎂', null],
  ['milk', 'eggs and \t bread'],
  ['</action> <final> {"due": "x"}', 'no'],
  ['שלום e\u0301 👩‍🚀 x', null],
  [' \u200b ', null],
) as fc.Arbitrary<[string, string | null]>;
// High numbers lead to the end of a legal list, where calls, parts and answers end; so short and long walks both occur.
const steering = fc.array(fc.nat(10_000), { minLength: 400, maxLength: 400 });

describe('TokenGrammar', () => {
  it.each(grammarRows)(
    'allows what the trainer allows, on a walk over “$text”',
    ({ text, previous, tokens, legal }) => {
      const grammar = new TokenGrammar(tools, table, sourceOf(text, previous).words);
      tokens.forEach((token, step) => {
        expect(grammar.legal().sort((a, b) => a - b)).toEqual(legal[step]);
        grammar.advance(token);
      });
    },
  );

  it('leads every walk to an answer that the contract reads, and no walk cut short does', () => {
    let wholeAnswers = 0;
    fc.assert(
      fc.property(sentences, steering, ([text, previous], steer) => {
        const { texts, ended } = walk(sourceOf(text, previous), steer);
        const whole = texts.at(-1) ?? '';
        if (!ended || new TextEncoder().encode(whole).length > 8192) return;
        wholeAnswers += 1;
        expect(parseAnswer(whole, vocabulary)).toMatchObject({ ok: true });
        for (const part of texts.slice(0, -1)) expect(parseAnswer(part, vocabulary).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(wholeAnswers).toBeGreaterThan(100);
  });

  it('writes text that only grows at its end', () => {
    fc.assert(
      fc.property(sentences, steering, ([text, previous], steer) => {
        const { texts } = walk(sourceOf(text, previous), steer);
        texts.reduce((before, after) => {
          expect(after.startsWith(before)).toBe(true);
          return after;
        });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a token that is not legal', () => {
    const grammar = new TokenGrammar(tools, table, sourceOf('milk').words);
    expect(() => {
      grammar.advance(table.control('</s>'));
    }).toThrow();
  });

  it('offers no tool that would need words where there are none', () => {
    const grammar = new TokenGrammar(tools, table, sourceOf(' \u200b ').words);
    const legal = grammar.legal();
    expect(legal).not.toContain(table.find('tool', 'add_task'));
    expect(legal).toContain(table.find('tool', 'suggest_next'));
  });

  it('leaves out tools, arguments and values that the model was trained without', () => {
    const newer = {
      ...vocabulary,
      tools: [
        { name: 'fly', effect: 'read' as const, summary: '', noun: 'a flight', args: [] },
        {
          name: 'redo',
          effect: 'history' as const,
          summary: '',
          noun: 'x',
          args: [{ name: 'wings', kind: 'text' as const, required: true }],
        },
        {
          name: 'undo',
          effect: 'history' as const,
          summary: '',
          noun: 'y',
          args: [{ name: 'wings', kind: 'text' as const, required: false }],
        },
      ],
    };
    expect(matchTools(newer, table).tools).toEqual([
      { name: 'undo', token: table.find('tool', 'undo'), noun: 'y', slots: [] },
    ]);
  });
});

describe('a plan that is known', () => {
  const text = 'chuck oat milk on the pile by friday';
  const pattern = {
    calls: [
      { tool: 'add_task', fixed: { list: 'Shopping' }, said: ['title'], open: ['due'] },
      { tool: 'list_tasks', fixed: { status: 'open' }, said: [], open: [] },
    ],
    apart: [[15, 26]] as const,
  };

  it('leads every walk to those calls, with nothing copied from what is apart', () => {
    const source = sourceOf(text);
    const given = givenCalls(pattern, tools, source);
    if (!given.ok) throw new Error(given.message);
    fc.assert(
      fc.property(steering, (steer) => {
        const grammar = new TokenGrammar(tools, table, source.words, given.value);
        const writer = new AnswerWriter(
          tools,
          table,
          source,
          pattern.calls.map(({ fixed }) => fixed),
        );
        for (const choice of steer) {
          const legal = grammar.legal();
          const token = legal[choice % legal.length];
          if (token === undefined) throw new Error('A dead end');
          grammar.advance(token);
          writer.take(token);
          if (grammar.done) break;
        }
        if (!grammar.done) return;
        const answer = parseAnswer(writer.text, vocabulary);
        if (!answer.ok || answer.value.kind === 'final') throw new Error(writer.text);
        const [added, listed] = answer.value.calls;
        expect(answer.value.calls).toHaveLength(2);
        expect(added?.args['list']).toBe('Shopping');
        expect(listed).toEqual({ tool: 'list_tasks', args: { status: 'open' } });
        expect(String(added?.args['title'])).not.toMatch(/\b(on|the|pile)\b/);
        expect(['title', 'due', 'list']).toEqual(expect.arrayContaining(Object.keys(added?.args ?? {})));
      }),
    );
  });

  it('says so where the model has no such tool', () => {
    const unknown = { calls: [{ tool: 'no_such', fixed: {}, said: [], open: [] }], apart: [] };
    expect(givenCalls(unknown, tools, sourceOf(text))).toMatchObject({ ok: false, code: 'engine_failed' });
  });
});
