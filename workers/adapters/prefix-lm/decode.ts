import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { Doubt } from '../../../src/protocol/engine.ts';
import { DoubtWatch, type Choice } from './doubt.ts';
import type { GraphScores, GraphTurn } from './graph.ts';
import type { TokenTable } from './token-table.ts';

export const maxTokens = 200;

export type Decoded = { tokens: readonly number[]; doubt: Doubt; prefillMs: number; decodeMs: number };
export type DecodeFailure = 'interrupted' | 'engine_failed';

/** What may come next, token by token. */
export interface LegalTokens {
  readonly done: boolean;
  legal(): number[];
  /** Takes a legal token; anything else is a bug of the caller. */
  advance(token: number): void;
}

export type DecodeParts = {
  turn: GraphTurn;
  /** Its rows, and the first and last index of each word that can be copied. */
  source: { ids: readonly number[]; words: readonly { first: number; last: number }[] };
  table: TokenTable;
  grammar: LegalTokens;
  /** The chosen token and those that are forced after it. */
  onTokens: (tokens: readonly number[]) => void;
  signal: AbortSignal;
  /** Lets messages in, an interruption among them. */
  yieldToMessages: () => Promise<void>;
  /** The best token, unless answers are to be sampled. */
  choose?: typeof choose;
};

/**
 * Greedy decoding under the grammar: the source and `<s>` first, then each chosen token together with those that the
 * grammar forces after it, in one run.
 */
export async function decode(parts: DecodeParts): Promise<Outcome<Decoded, DecodeFailure>> {
  const { turn, source, table, grammar } = parts;
  const startedMs = performance.now();
  const tokens: number[] = [];
  const doubt = new DoubtWatch();
  const copyable = source.words.flatMap(({ first, last }) => indicesBetween(first, last));
  let scores = await turn.run({
    ids: [...source.ids, table.row(table.control('<s>'))],
    sourceLength: source.ids.length,
  });
  const prefilledMs = performance.now();
  for (;;) {
    await parts.yieldToMessages();
    if (parts.signal.aborted) return failure('interrupted', 'Stopped.');
    const chosen = (parts.choose ?? choose)(scores, grammar.legal(), table, copyable);
    if (chosen === null) return failure('engine_failed', 'The model gave no usable answer.');
    doubt.see(chosen);
    const fed = takeWithForced(chosen.token, grammar);
    parts.onTokens(fed);
    tokens.push(...fed);
    if (grammar.done) break;
    if (tokens.length >= maxTokens) return failure('engine_failed', 'The answer did not come to an end.');
    scores = await turn.run({ ids: fed.map((token) => table.row(token)), sourceLength: source.ids.length });
  }
  const endedMs = performance.now();
  const timings = { prefillMs: prefilledMs - startedMs, decodeMs: endedMs - prefilledMs };
  return success({ tokens, doubt: doubt.read(tokens, table), ...timings });
}

function indicesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** The token and those that can only follow it. */
function takeWithForced(token: number, grammar: LegalTokens): number[] {
  const taken = [token];
  grammar.advance(token);
  for (;;) {
    const [forced, other] = grammar.legal();
    if (forced === undefined || other !== undefined) return taken;
    taken.push(forced);
    grammar.advance(forced);
  }
}

/**
 * The best legal token with its shares; null where there is none or a score is no number. `copyable`: the source
 * indices whose scores mean something.
 */
export function choose(
  { logits, pointers }: GraphScores,
  legal: readonly number[],
  table: TokenTable,
  copyable: readonly number[],
): Choice | null {
  // Ascending, so that of equal scores the lowest token wins, as in the trainer.
  const scored = [...legal]
    .sort((a, b) => a - b)
    .map((token) => ({
      token,
      score: (table.isCopy(token) ? pointers[table.sourceIndex(token)] : logits[token]) ?? NaN,
    }));
  const [first] = scored;
  if (first === undefined || scored.some(({ score }) => Number.isNaN(score))) return null;
  const best = scored.reduce((winner, next) => (next.score > winner.score ? next : winner), first);
  const sum = scored.reduce((total, { score }) => total + Math.exp(score - best.score), 0);
  const shareOf = (score: number): number => (Number.isNaN(score) ? 0 : Math.exp(score - best.score));
  const contract = logits.reduce((total, score) => total + shareOf(score), 0);
  const all = copyable.reduce((total, index) => total + shareOf(pointers[index] ?? NaN), contract);
  return { token: best.token, probability: 1 / sum, legal: Math.min(1, sum / all) };
}
