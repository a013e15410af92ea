import { describe, expect, it } from 'vitest';
import { buildSource } from './source.ts';
import { conversationState, parityRows, pieces, table, tools, type ParityRow } from './testing/fixture-model.ts';
import { AnswerWriter } from './write-answer.ts';

function write(
  { text, previous, state }: Pick<ParityRow, 'text' | 'previous' | 'state'>,
  tokens: readonly number[],
): string {
  const source = buildSource(text, conversationState(previous, state), table, pieces);
  if (!source.ok) throw new Error(source.message);
  const writer = new AnswerWriter(tools, table, source.value);
  for (const token of tokens) writer.take(token);
  return writer.text;
}

function ids(names: readonly (string | number)[]): number[] {
  return names.map((name) => {
    if (typeof name === 'number') return table.copyOf(name);
    const token = table.tokens.find((candidate) => candidate.token === name);
    if (token === undefined) throw new Error(`No token ${name}`);
    return token.id;
  });
}

const noState = { ended: null, tools: [], listed: null, tasks: [], lists: [] };

describe('AnswerWriter', () => {
  it.each(parityRows)('writes the answer to “$text” as the trainer does', (row) => {
    const written = write(row, row.int8Tokens);
    const body = /<(action|final)>\n(.*)\n<\/\1>$/su.exec(written)?.[2];
    expect(body).toBe(row.int8Body);
  });

  it('escapes quotes, backslashes, new lines and control characters', () => {
    const tokens = ids(['<create_list>', '<action>', '<create_list>', '<name=>', 1, 7, '</s>']);
    expect(write({ text: '"a\\b"\n\u2028\u0007c', previous: null, state: noState }, tokens)).toBe(
      '<analysis>\nA new list.\n</analysis>\n<action>\ncreate_list(name="\\"a\\\\b\\"\\n\u2028\\u0007c")\n</action>',
    );
  });

  it('joins parts by one space, from both sentences, and closes lists and filters', () => {
    const text = 'push milk to friday';
    const previous = 'not the eggs';
    const tokens = ids([
      '<postpone_tasks>',
      '<add_task>',
      '<action>',
      '<postpone_tasks>',
      '<filter=>',
      '<filter.status=>',
      '<open>',
      '<filter.except=>',
      2,
      2,
      7,
      8,
      '<,>',
      8,
      8,
      '<due=>',
      4,
      4,
      '<add_task>',
      '<title=>',
      2,
      2,
      '<tags=>',
      '<"none">',
      '</s>',
    ]);
    const lines = write({ text, previous, state: noState }, tokens).split('\n');
    expect(lines.slice(4, 6)).toEqual([
      'postpone_tasks(filter={"status": "open", "except": ["milk the eggs", "eggs"]}, due="friday")',
      'add_task(title="milk", tags=["none"])',
    ]);
  });
});
