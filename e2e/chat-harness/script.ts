import type { ChatMessage } from '../../src/chat/chat-model.ts';
import type { EngineFailureCode } from '../../src/protocol/engine.ts';

/** Stands in every scripted engine and in nothing that is shipped: e2e/build.spec.ts looks for it in the build. */
export const scriptedMark = 'a scripted engine, for tests only';

/** What the engine's worker asks of the test: how its load ends, or its answer to a conversation. */
export type ScriptQuestion = { what: 'load' } | { what: 'answer'; messages: readonly ChatMessage[] };

/** What a test may have a model do. */
export type ScriptStep =
  | { do: 'load' }
  | { do: 'answer'; text: string }
  | { do: 'fail'; code: EngineFailureCode; message: string }
  /** As a runtime reports a trouble of its own. */
  | { do: 'throw'; message: string }
  /** An error outside of every request: the worker ends. */
  | { do: 'crash' }
  /** Says nothing until it is stopped. */
  | { do: 'hold' };

/** Between the worker and the page, and on from there to the test. */
export const scriptChannel = 'errand-scripted-engine';
export type ScriptMessage =
  { kind: 'question'; id: string; question: ScriptQuestion } | { kind: 'step'; id: string; step: ScriptStep };
