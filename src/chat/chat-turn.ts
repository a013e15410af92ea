import { maxAnswerBytes } from '../contract/grammar.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { EngineFailureCode, GenerateRequest, Generation, LoadRequest } from '../protocol/engine.ts';
import { contractOfJson, answerSchema } from './answer-json.ts';
import { answerGrammar } from './answer-grammar.ts';
import type { ChatModel } from './chat-model.ts';
import { contractOfFunctions, shownOfFunctions } from './function-answer.ts';
import { chatMessages, type AnswerForm } from './prompt.ts';

const maxTokens = 512;

/** What does not change between the turns of one model. */
export type ChatForms = { vocabulary: LoadRequest['vocabulary']; grammar: string; schema: { [key: string]: unknown } };

export function chatForms(vocabulary: LoadRequest['vocabulary']): ChatForms {
  return { vocabulary, grammar: answerGrammar(vocabulary), schema: answerSchema(vocabulary) };
}

/**
 * One round of any chat model: the conversation so far in, the answer in the contract out; or a free request, and JSON.
 * Whether another round follows is the run loop's matter, so that the rounds of all models are the same.
 */
export async function chatTurn(
  model: ChatModel,
  forms: ChatForms,
  request: GenerateRequest,
  onText: (textSoFar: string) => void,
  signal: AbortSignal,
): Promise<Outcome<Generation, EngineFailureCode>> {
  const startedMs = performance.now();
  const { free } = request;
  const asked =
    free === undefined
      ? { messages: chatMessages(request, forms.vocabulary, model.form), ...forms, maxTokens }
      : { vocabulary: forms.vocabulary, grammar: null, ...free };
  const sourceMs = performance.now() - startedMs;
  let firstMs: number | null = null;
  const onPart = (textSoFar: string) => {
    firstMs ??= performance.now() - startedMs;
    const shown = free === undefined ? shownOf(model.form, textSoFar) : null;
    if (shown !== null) onText(shown);
  };
  try {
    const answer = await model.complete(asked, onPart, signal);
    if (signal.aborted) return failure('interrupted', 'Stopped.');
    if (!answer.ok) return answer;
    const { text: raw, tokens } = answer.value;
    if (raw.length > maxAnswerBytes * 4) return failure('engine_failed', 'The model did not come to an end.');
    const text = free === undefined ? contractOf(model.form, raw, forms.vocabulary) : raw.trim();
    const totalMs = performance.now() - startedMs;
    const prefillMs = (firstMs ?? totalMs) - sourceMs;
    const timings = { sourceMs, prefillMs, decodeMs: totalMs - prefillMs - sourceMs, totalMs };
    return success({ text, confidence: null, tokens, timings });
  } catch (error) {
    if (signal.aborted) return failure('interrupted', 'Stopped.');
    const message = error instanceof Error ? error.message : String(error);
    return failure(
      /device.*lost|out of memory/iu.test(message) ? 'device_lost' : 'engine_failed',
      `The model stopped with an error: ${message}.`,
    );
  }
}

/** The answer as contract text, which the one parser then judges. */
function contractOf(form: AnswerForm, raw: string, vocabulary: LoadRequest['vocabulary']): string {
  if (form === 'json') return contractOfJson(raw);
  return form === 'functions' ? contractOfFunctions(raw, vocabulary) : raw.trim();
}

/** What is shown while it comes. JSON is put into the contract when it is whole: half of it would look like something else. */
function shownOf(form: AnswerForm, textSoFar: string): string | null {
  if (form === 'contract') return textSoFar;
  return form === 'functions' ? shownOfFunctions(textSoFar) : null;
}
