import { success, type Outcome } from '../../../src/core/outcome.ts';
import type { ActorStep, StepAnswer, StepRequest, VocabularyCall } from '../../../src/protocol/actor.ts';
import type { EngineFailureCode } from '../../../src/protocol/engine.ts';
import { decode, type choose } from '../prefix-lm/decode.ts';
import type { TurnGraph } from '../prefix-lm/graph.ts';
import type { Pieces } from '../prefix-lm/pieces.ts';
import type { TokenTable } from '../prefix-lm/token-table.ts';
import { yieldToMessages } from '../prefix-lm/yield-to-messages.ts';
import { readStep } from './read-step.ts';
import { StepGrammar } from './step-grammar.ts';
import { buildStepSource } from './step-source.ts';

/** All of the actor that is not its graph. */
export type ActorLanguage = { table: TokenTable; pieces: Pieces; vocabulary: readonly VocabularyCall[] };

/** A step as it was decoded: the rows that went in, the tokens that came out. */
export type WrittenStep = {
  source: readonly number[];
  /** The last source index that can be copied. */
  copyEnd: number;
  tokens: readonly number[];
  step: ActorStep;
  confidence: number;
};

/** One step, decoded greedily under the grammar from what the actor is shown now. */
export async function decideStep(
  language: ActorLanguage,
  graph: TurnGraph,
  request: StepRequest,
): Promise<Outcome<StepAnswer, EngineFailureCode>> {
  const startedMs = performance.now();
  const written = await writeStep(language, graph, request);
  if (!written.ok) return written;
  const { step, confidence } = written.value;
  return success({ step, confidence, ms: performance.now() - startedMs });
}

/** The same with the tokens; `chooseToken` samples where answers are to differ. */
export async function writeStep(
  { table, pieces, vocabulary }: ActorLanguage,
  graph: TurnGraph,
  request: StepRequest,
  chooseToken?: typeof choose,
): Promise<Outcome<WrittenStep, EngineFailureCode>> {
  const source = buildStepSource(request, table, pieces);
  if (!source.ok) return source;
  const { ids, words, texts } = source.value;
  const turn = graph.begin();
  try {
    const decoded = await decode({
      turn,
      source: source.value,
      table,
      grammar: new StepGrammar(table, vocabulary, words, texts),
      onTokens: () => undefined,
      signal: new AbortController().signal,
      yieldToMessages,
      ...(chooseToken === undefined ? {} : { choose: chooseToken }),
    });
    if (!decoded.ok) return decoded;
    const { tokens, doubt } = decoded.value;
    const step = readStep(tokens, table, source.value);
    return success({ source: ids, copyEnd: words.at(-1)?.last ?? 0, tokens, step, confidence: doubt.lowest });
  } finally {
    turn.close();
  }
}
