import type { Outcome } from './outcome.ts';

export type FreeMessage = { role: 'system' | 'user' | 'assistant'; content: string };

/** A JSON schema of one object, and the most tokens that it may take. */
export type FreeForm = { schema: { [key: string]: unknown }; maxTokens: number };

/** A chat model asked outside the task contract: the Lab's and the Sandbox's roles. Nothing of its answers is trusted. */
export interface FreeModel {
  readonly id: string;
  /** The text of the answer; it is held to the form where the model's runtime can, and checked by who asks. */
  ask(messages: readonly FreeMessage[], form: FreeForm, signal: AbortSignal): Promise<Outcome<string, string>>;
}
