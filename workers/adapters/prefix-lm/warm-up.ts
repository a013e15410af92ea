import type { Outcome } from '../../../src/core/outcome.ts';
import { answerTurn, type LanguageModel } from './turn.ts';
import type { TurnGraph } from './graph.ts';
import { noConversation } from '../../../src/protocol/engine.ts';

const text = 'remind me to water the plants on friday at six';

/** A turn that stops at its first words: enough for the runtime to compile and allocate what the next one needs. */
export async function warmUp(language: LanguageModel, graph: TurnGraph): Promise<void> {
  const controller = new AbortController();
  const onText = (): void => {
    controller.abort();
  };
  throwBroken(await answerTurn(language, graph, { text, state: noConversation }, onText, controller.signal));
}

/** How long a whole turn takes once warm. */
export async function measureTurn(language: LanguageModel, graph: TurnGraph): Promise<number> {
  const startedMs = performance.now();
  throwBroken(
    await answerTurn(language, graph, { text, state: noConversation }, () => undefined, new AbortController().signal),
  );
  return performance.now() - startedMs;
}

function throwBroken(outcome: Outcome<unknown, string>): void {
  if (!outcome.ok && outcome.code !== 'interrupted') throw new Error(outcome.message);
}
