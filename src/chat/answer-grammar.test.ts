import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { maxAnswerBytes } from '../contract/grammar.ts';
import { parseAnswer } from '../contract/parse.ts';
import { writeAnswer } from '../contract/write.ts';
import type { Answer, ArgumentSpec, ArgumentValue } from '../core/call.ts';
import { Chance } from '../core/chance.ts';
import { editText, textEdits } from '../core/testing/edit-text.ts';
import { randomRuns } from '../core/testing/random-runs.ts';
import { filterSpec, registry } from '../tools/registry.ts';
import { answerGrammar } from './answer-grammar.ts';
import { loadXGrammar, xgrammarFile, type Matcher } from './testing/load-xgrammar.ts';

const vocabulary = { tools: registry, filter: filterSpec };
const xgrammar = loadXGrammar();
/** Compiled once for a vocabulary of tokens, as web-llm does for a model's. */
async function compile(tokens: string[]): Promise<object> {
  const info = await xgrammar.TokenizerInfo.createTokenizerInfo(tokens);
  const compiler = await xgrammar.GrammarCompiler.createGrammarCompiler(info, false);
  return compiler.compileGrammar(await xgrammar.Grammar.fromEBNF(answerGrammar(vocabulary)));
}

let matcher: Matcher;
beforeAll(async () => {
  matcher = await xgrammar.GrammarMatcher.createGrammarMatcher(await compile([]), undefined, true);
});

function accepts(text: string): boolean {
  matcher.reset();
  return matcher._acceptString(text) && matcher.isTerminated();
}

const action = (...lines: string[]) => `<analysis>\nA new task.\n</analysis>\n<action>\n${lines.join('\n')}\n</action>`;

describe('the grammar in web-llm’s own engine', () => {
  it('is the engine that web-llm carries', () => {
    const wasm = /base64,([A-Za-z0-9+/=]{1000,})/u.exec(readFileSync(xgrammarFile, 'utf8'))?.[1];
    if (wasm === undefined) throw new Error('The package has no program in it');
    const bundle = new URL('../../node_modules/@mlc-ai/web-llm/lib/index.js', import.meta.url);
    expect(readFileSync(bundle, 'utf8').includes(wasm)).toBe(true);
  });

  it.each([
    ['a last sentence', '<final>\nHello! What should I call it?\n</final>'],
    ['a call', action('add_task(title="Water the plants", due="friday 6pm", tags=["home", "green"])')],
    ['eight calls', action(...Array.from({ length: 8 }, () => 'redo()'))],
    ['a filter', action('delete_tasks(filter={"due": "today", "except": ["dentist"]})')],
    ['any writing', action(String.raw`add_task(title="für Zoë: \"牛乳\" 🥛 \u00e9\n</action>")`)],
    ['a number', action('undo(steps=20)')],
  ])('takes %s', (_, text) => {
    expect(accepts(text)).toBe(true);
  });

  it.each([
    ['prose', 'Sure! I will add that.'],
    ['an answer with words before it', `Sure!\n${action('undo()')}`],
    ['an answer with words after it', `${action('undo()')}\nDone!`],
    ['half an answer', action('undo()').slice(0, -1)],
    ['nine calls', action(...Array.from({ length: 9 }, () => 'redo()'))],
    ['an unknown tool', action('format_disk()')],
    ['an unknown argument', action('add_task(title="milk", colour="white")')],
    ['an argument twice', action('add_task(title="milk", title="eggs")')],
    ['a missing argument', action('add_task(due="today")')],
    ['a value that is none', action('add_task(title="milk", priority="urgent")')],
    ['a number out of range', action('undo(steps=21)')],
    ['a line break in a title', action('add_task(title="mi\nlk")')],
    ['a tag in the analysis', '<analysis>\n<action>\n</analysis>\n<action>\nundo()\n</action>'],
    ['an empty sentence', '<final>\n\n</final>'],
    ['a sentence of blanks', '<final>\n \n</final>'],
    ['a control character in a title', action('add_task(title="mi\u0007lk")')],
    ['a control character in a sentence', '<final>\nHello\u0000!\n</final>'],
  ])('does not take %s', (_, text) => {
    expect(accepts(text)).toBe(false);
  });
});

/** Texts of all scripts, without lone surrogates: those have no bytes, and no tokenizer can write them. */
const said = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');

function valueOf(spec: ArgumentSpec): fc.Arbitrary<ArgumentValue> {
  switch (spec.kind) {
    case 'texts':
      return fc.array(said, { minLength: 1, maxLength: 3 });
    case 'enum':
      return fc.constantFrom(...(spec.values ?? []));
    case 'int':
      return fc.integer({ min: spec.min ?? 0, max: spec.max ?? 99 });
    case 'filter':
      return argumentsOf(filterSpec) as fc.Arbitrary<ArgumentValue>;
    default:
      return said;
  }
}

/** In the registry's order, as the prompt has them. */
function argumentsOf(specs: readonly ArgumentSpec[]): fc.Arbitrary<{ [name: string]: ArgumentValue }> {
  const requiredKeys = specs.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(specs.map((spec) => [spec.name, valueOf(spec)])), {
    requiredKeys,
    noNullPrototype: true,
  });
}

const call = fc
  .constantFrom(...registry)
  .chain(({ name, args }) => argumentsOf(args).map((given) => ({ tool: name, args: given })));
const sentence = said
  .map((text) => text.replaceAll(/[<\p{Cc}\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '');
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('final' as const), text: sentence }),
  fc.record({
    kind: fc.constant('action' as const),
    analysis: sentence,
    calls: fc.array(call, { minLength: 1, maxLength: 8 }),
  }),
);

/** What only the parser keeps out: see the classes of the grammar. */
const isForTheParser = (text: string) => /[\u0080-\u009f]|\n[\p{White_Space}\ufeff]+\n/u.test(text);

describe('the grammar and the parser agree', () => {
  it('on every answer that can be written', () => {
    fc.assert(
      fc.property(answer, (it) => {
        const text = writeAnswer(it);
        if (new TextEncoder().encode(text).length > maxAnswerBytes) return;
        expect(parseAnswer(text, vocabulary), text).toMatchObject({ ok: true });
        expect(accepts(text), text).toBe(true);
      }),
      randomRuns('written answers', { quick: 300, long: 10_000 }),
    );
  });

  it('on damaged ones: what the grammar takes, the parser takes', () => {
    const edits = textEdits(['"', '\\', '\n', '<', '</action>', ', ', '=', '\u0085', '\u00a0', '\u2028', 'title="x"']);
    let taken = 0;
    fc.assert(
      fc.property(answer, edits, (it, changes) => {
        const text = changes.reduce(editText, writeAnswer(it)).replaceAll(/\p{Cs}/gu, '');
        if (isForTheParser(text) || !accepts(text) || new TextEncoder().encode(text).length > maxAnswerBytes) return;
        taken += 1;
        expect(parseAnswer(text, vocabulary), JSON.stringify(text)).toMatchObject({ ok: true });
      }),
      randomRuns('damaged answers', { quick: 1000, long: 50_000 }),
    );
    expect(taken).toBeGreaterThan(0);
  });
});

describe('a model that draws anything the mask allows', () => {
  it('writes answers that the parser takes', async () => {
    const letters = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));
    // Whole words and ends, so that an answer is likely to come to one; and bytes of no Latin letter.
    const words = [
      '<analysis>',
      '</analysis>',
      '<action>',
      '</action>',
      '<final>',
      '</final>',
      '\n',
      '="',
      '")',
      '", ',
    ];
    const tokens = ['</s>', ...letters, ...words, 'title', 'task=', 'ü', '牛', '🥛', '\u0085', '\u00a0', '\u2028'];
    const drawn = await xgrammar.GrammarMatcher.createGrammarMatcher(await compile(tokens), 0);
    const seeds = randomRuns('drawn answers', { quick: 40, long: 1000 });
    let ended = 0;
    for (let run = 0; run < seeds.numRuns; run += 1) {
      drawn.reset();
      const chance = new Chance(seeds.seed + run);
      let text = '';
      for (let length = 0; length < 600 && !drawn.isTerminated(); length += 1) {
        const mask = await drawn.getNextTokenBitmask();
        const allowed = tokens.map((_, id) => id).filter((id) => (((mask[id >> 5] ?? 0) >> (id & 31)) & 1) === 1);
        const long = allowed.filter((id) => (tokens[id] ?? '').length > 1);
        const id = chance.pick(long.length > 0 && chance.chance(0.7) ? long : allowed);
        expect(drawn.acceptToken(id)).toBe(true);
        if (id !== 0) text += tokens[id] ?? '';
      }
      if (isForTheParser(text) || !drawn.isTerminated() || new TextEncoder().encode(text).length > maxAnswerBytes)
        continue;
      ended += 1;
      expect(parseAnswer(text, vocabulary), JSON.stringify(text)).toMatchObject({ ok: true });
    }
    expect(ended).toBeGreaterThan(0);
  });
});
