import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { Call } from '../../../src/core/call.ts';
import type { Doubt, EngineFailureCode, GenerateRequest, Generation } from '../../../src/protocol/engine.ts';
import type { AnswerTools } from './answer-tools.ts';
import { givenCalls, type GivenCalls } from './given-calls.ts';
import { decode } from './decode.ts';
import type { TurnGraph } from './graph.ts';
import type { Pieces } from './pieces.ts';
import { buildSource, type Source } from './source.ts';
import { TokenGrammar } from './token-grammar.ts';
import type { TokenTable } from './token-table.ts';
import { AnswerWriter } from './write-answer.ts';
import { yieldToMessages } from './yield-to-messages.ts';

/** All of a model that is not its graph. */
export type LanguageModel = { table: TokenTable; pieces: Pieces; tools: AnswerTools };

/** One turn, from the person's sentence to the whole answer in the contract. */
export async function answerTurn(
  language: LanguageModel,
  graph: TurnGraph,
  request: Pick<GenerateRequest, 'text' | 'state' | 'pattern' | 'free'>,
  onText: (textSoFar: string) => void,
  signal: AbortSignal,
): Promise<Outcome<Generation, EngineFailureCode>> {
  if (request.free !== undefined) return failure('wrong_model', 'The task agent answers in calls alone.');
  const startedMs = performance.now();
  const source = buildSource(request.text, request.state, language.table, language.pieces);
  if (!source.ok) return source;
  const sourceMs = performance.now() - startedMs;
  const pattern = request.pattern ?? null;
  const given = pattern === null ? null : givenCalls(pattern, language.tools, source.value);
  if (given !== null && !given.ok) return given;
  const parts = {
    source: source.value,
    given: given?.value ?? null,
    fixed: (pattern?.calls ?? []).map(({ fixed }) => fixed),
  };
  const written = await writeDown(language, graph, parts, onText, signal);
  if (!written.ok) return written;
  const totalMs = performance.now() - startedMs;
  const { text, doubt, tokens, prefillMs, decodeMs } = written.value;
  const timings = { sourceMs, prefillMs, decodeMs, totalMs };
  return success({ text, confidence: doubt.lowest, doubt, tokens, timings });
}

type Written = { text: string; doubt: Doubt; tokens: number; prefillMs: number; decodeMs: number };

async function writeDown(
  { tools, table }: LanguageModel,
  graph: TurnGraph,
  { source, given, fixed }: { source: Source; given: GivenCalls | null; fixed: readonly Call['args'][] },
  onText: (textSoFar: string) => void,
  signal: AbortSignal,
): Promise<Outcome<Written, EngineFailureCode>> {
  const writer = new AnswerWriter(tools, table, source, fixed);
  const grammar = new TokenGrammar(tools, table, source.words, given);
  const turn = graph.begin();
  const onTokens = (tokens: readonly number[]): void => {
    const before = writer.text.length;
    tokens.forEach((token) => {
      writer.take(token);
    });
    if (writer.text.length > before) onText(writer.text);
  };
  try {
    const decoded = await decode({ turn, source, table, grammar, onTokens, signal, yieldToMessages });
    if (!decoded.ok) return decoded;
    const { doubt, tokens, prefillMs, decodeMs } = decoded.value;
    return success({ text: writer.text, doubt, tokens: tokens.length, prefillMs, decodeMs });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure('engine_failed', `The model stopped with an error: ${message}`);
  } finally {
    turn.close();
  }
}
