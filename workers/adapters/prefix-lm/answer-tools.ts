import type { ArgumentSpec } from '../../../src/core/call.ts';
import type { Vocabulary } from '../../../src/contract/grammar.ts';
import type { TokenTable } from './token-table.ts';

/** The values a slot takes, as tokens. A text is copied, or said with its word token. */
export type Slot = { name: string; token: number; required: boolean; value: SlotValue };
export type SlotValue =
  { kind: 'choice'; tokens: readonly number[] } | { kind: 'text' | 'texts'; word: number | null } | { kind: 'filter' };
export type AnswerTool = { name: string; token: number; noun: string; slots: readonly Slot[] };

/** What one model can say of the app's tools: the registry and the model's own tokens, matched up. */
export type AnswerTools = { tools: readonly AnswerTool[]; filter: readonly Slot[] };

/**
 * A tool, argument or value that the model was trained without is left out; without a required argument or all of its
 * values, so is the tool. So a registry that is newer than the model costs the new tools only.
 */
export function matchTools(vocabulary: Vocabulary, table: TokenTable): AnswerTools {
  const tools = vocabulary.tools.flatMap(({ name, noun, args }) => {
    const token = table.find('tool', name);
    const slots = args.flatMap((spec) => slotOf(spec, 'argument', table));
    const complete = args.every((spec) => !spec.required || slots.some((slot) => slot.name === spec.name));
    return token === undefined || !complete ? [] : [{ name, token, noun, slots }];
  });
  return { tools, filter: vocabulary.filter.flatMap((spec) => slotOf(spec, 'filter', table)) };
}

function slotOf(spec: ArgumentSpec, kind: 'argument' | 'filter', table: TokenTable): Slot[] {
  const token = table.find(kind, spec.name);
  const value = valueOf(spec, table);
  if (token === undefined || value === null) return [];
  return [{ name: spec.name, token, required: spec.required, value }];
}

function valueOf(spec: ArgumentSpec, table: TokenTable): SlotValue | null {
  const choice = (tokens: readonly (number | undefined)[]): SlotValue | null => {
    const known = tokens.filter((token) => token !== undefined);
    return known.length === 0 ? null : { kind: 'choice', tokens: known };
  };
  switch (spec.kind) {
    case 'enum':
      return choice((spec.values ?? []).map((value) => table.find('enum', value)));
    case 'int': {
      const all = table.tokens.filter(({ kind }) => kind === 'number');
      const inRange = all.filter(
        ({ text }) => Number(text) >= (spec.min ?? 1) && Number(text) <= (spec.max ?? Infinity),
      );
      return choice(inRange.map(({ id }) => id));
    }
    case 'filter':
      return { kind: 'filter' };
    case 'texts':
      return { kind: 'texts', word: wordOf(spec, table) };
    default:
      return { kind: 'text', word: wordOf(spec, table) };
  }
}

/** The word token allowed in place of copied words: a task may be "it", and what can be cleared may be "none". */
function wordOf(spec: ArgumentSpec, table: TokenTable): number | null {
  const clears = ['when', 'list', 'repeat'].includes(spec.kind) || spec.name === 'tags' || spec.name === 'notes';
  if (spec.kind === 'task') return table.find('word', 'it') ?? null;
  return clears ? (table.find('word', 'none') ?? null) : null;
}
