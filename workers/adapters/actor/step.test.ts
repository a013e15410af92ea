import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActorStep, StepRequest, VocabularyCall } from '../../../src/protocol/actor.ts';

import { renderAction } from '../../../src/sandbox/agents/render-action.ts';
import { readPieces } from '../prefix-lm/pieces.ts';
import { TokenTable } from '../prefix-lm/token-table.ts';
import { readStep } from './read-step.ts';
import { StepGrammar } from './step-grammar.ts';
import { buildStepSource } from './step-source.ts';

type Row = { request: StepRequest; step: ActorStep; source: number[]; tokens: number[] };

function read<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as Shape;
}
const { calls: actorVocabulary } = read<{ calls: VocabularyCall[] }>('training/payments/contract.json');
const rows = read<Row[]>('training/payments/fixtures/steps.json');
const folder = 'public/models/errand-actor';
const table = new TokenTable(read<object>(`${folder}/contract-tokens.json`));
const pieces = readPieces(read<object>(`${folder}/tokenizer.json`), read<object>(`${folder}/tokenizer_config.json`));

function sourceOf(request: StepRequest) {
  const source = buildStepSource(request, table, pieces);
  if (!source.ok) throw new Error(source.message);
  return source.value;
}
const grammarOf = ({ words, texts }: ReturnType<typeof sourceOf>) =>
  new StepGrammar(table, actorVocabulary, words, texts);

describe('a step of the actor', () => {
  it('has rows to compare', () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  it.each(rows)(
    'is read as the trainer does: $request.instruction, $step.call',
    ({ request, step, source, tokens }) => {
      const built = sourceOf(request);
      expect(built.ids).toEqual(source);
      const grammar = grammarOf(built);
      for (const token of tokens) grammar.advance(token);
      expect(grammar.done).toBe(true);
      expect(readStep(tokens, table, built)).toEqual(step);
    },
  );

  it('takes of a traceback its last line, and of a long observation as much as fits', () => {
    const request = { instruction: 'pay Maya 5', past: [] };
    const failed = sourceOf({
      ...request,
      observation: 'Traceback (most recent call last):\n  x\nApiError: not_found: no',
    });
    expect(failed.texts[1]).toBe('ApiError: not_found: no');
    const long = sourceOf({ ...request, observation: '1408 Maya Keller\n'.repeat(500) });
    expect(Math.max(...long.words.map(({ last }) => last))).toBeLessThanOrEqual(table.copies);
  });

  it('refuses an instruction that is too long, in a sentence', () => {
    const request = { instruction: 'pay Maya five dollars '.repeat(40), observation: '', past: [] };
    expect(buildStepSource(request, table, pieces)).toMatchObject({ ok: false, code: 'input_too_long' });
  });

  it('can copy an amount with its currency sign, and the sign is gone in Python', () => {
    const built = sourceOf({ instruction: 'pay Maya £18.50', observation: '1 found\n87 Maya Keller', past: [] });
    const grammar = grammarOf(built);
    const word = (text: string): number =>
      built.words.find(({ sentence, start, end }) => built.texts[sentence].slice(start, end) === text)?.first ?? -1;
    const tokenOf = (kind: Parameters<TokenTable['find']>[0], text: string): number => table.find(kind, text) ?? -1;
    const tokens = [
      tokenOf('phrase', 'seen one'),
      table.control('<safe>'),
      tokenOf('phrase', 'think pay'),
      tokenOf('tool', 'wallet.send_money'),
      tokenOf('argument', 'user_id'),
      ...[word('87'), word('87')].map((index) => table.copyOf(index)),
      tokenOf('argument', 'amount'),
      table.copyOf(word('£18')),
      table.copyOf(built.words.find(({ start }) => built.texts[0].slice(start).startsWith('50'))?.last ?? -1),
      table.control('</s>'),
    ];
    for (const token of tokens) grammar.advance(token);
    expect(renderAction(readStep(tokens, table, built))).toContain('user_id=87, amount=18.50,');
  });

  it('leaves no way to copy words for a number, or past the end', () => {
    const built = sourceOf({ instruction: 'pay Maya 5', observation: '1 found\n87 Maya Keller', past: [] });
    const grammar = grammarOf(built);
    const tokenOf = (kind: Parameters<TokenTable['find']>[0], text: string): number => table.find(kind, text) ?? -1;
    for (const token of [
      tokenOf('phrase', 'seen one'),
      table.control('<safe>'),
      tokenOf('phrase', 'think pay'),
      tokenOf('tool', 'wallet.send_money'),
      tokenOf('argument', 'user_id'),
    ])
      grammar.advance(token);
    const said = grammar.legal().map((token) => {
      const word = built.words.find(({ first }) => table.copyOf(first) === token);
      return word === undefined ? null : built.texts[word.sentence].slice(word.start, word.end);
    });
    expect(said).toEqual(['5', '1', '87']);
    expect(() => {
      grammar.advance(table.control('</s>'));
    }).toThrow('not legal');
  });
});
