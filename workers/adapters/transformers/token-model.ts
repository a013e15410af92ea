import type { ChatMessage } from '../../../src/chat/chat-model.ts';

export type TokenRequest = {
  maxTokens: number;
  /** Tokens after any of which nothing more is asked for. */
  stops: readonly number[];
  onToken: (id: number) => void;
  /** Ends the generation before its next token. */
  signal: AbortSignal;
};

/** What a chat needs of transformers.js: a tokenizer, and tokens after tokens. */
export interface TokenModel {
  /** Control tokens that a person may have typed must not be in the text. */
  encode(text: string): readonly number[];
  /** Control tokens are spelled out. */
  decode(ids: readonly number[]): string;
  /** Null where the tokenizer has no such token. */
  idOf(token: string): number | null;
  /** Every token that steers the model, as it is spelled. */
  readonly controls: readonly string[];
  /** Those after which the model itself ends. */
  readonly ends: readonly number[];
  /** The conversation in the model's own form, up to where its answer begins; null where the model has no form of its own. */
  template(messages: readonly ChatMessage[]): string | null;
  /** Greedy. Gives the tokens that are new, a stop among them. */
  generate(ids: readonly number[], request: TokenRequest): Promise<readonly number[]>;
  close(): Promise<void>;
}
