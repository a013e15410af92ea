import type { FreeMessage } from '../core/free-model.ts';
import type { Outcome } from '../core/outcome.ts';
import type { EngineFailureCode, LoadRequest } from '../protocol/engine.ts';
import type { AnswerForm } from './prompt.ts';

export type ChatMessage = FreeMessage;

export type ChatRequest = {
  messages: readonly ChatMessage[];
  /** What the answer is held to, in whichever of the two forms the model takes; null where only JSON will do. */
  grammar: string | null;
  schema: { [key: string]: unknown };
  vocabulary: LoadRequest['vocabulary'];
  maxTokens: number;
};

export type ChatAnswer = { text: string; tokens: number };

/** A model that answers a conversation: all that web-llm, transformers.js, the browser's model and a server nearby differ in. */
export interface ChatModel {
  /** How its answers are written; what is not the contract is put into it. */
  readonly form: AnswerForm;
  complete(
    request: ChatRequest,
    onText: (textSoFar: string) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ChatAnswer, EngineFailureCode>>;
  close(): Promise<void>;
}
