import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { EngineFailureCode, GenerateRequest } from '../../../src/protocol/engine.ts';
import type { AnswerTool, AnswerTools, Slot } from './answer-tools.ts';
import type { CopyableWord, Source } from './source.ts';

/** A plan that is known, and the words that none of its values may hold. */
export type GivenCalls = { plan: readonly AnswerTool[]; apart: readonly CopyableWord[] };

/**
 * The tools of a known plan, each with the slots that the model has still to fill: what is fixed is gone from them, and what
 * the sentence must say is required. A pattern that this model has no tokens for fails.
 */
export function givenCalls(
  { calls, apart }: GenerateRequest['pattern'] & object,
  { tools }: AnswerTools,
  source: Source,
): Outcome<GivenCalls, EngineFailureCode> {
  const plan: AnswerTool[] = [];
  for (const { tool, said, open } of calls) {
    const known = tools.find(({ name }) => name === tool);
    if (known === undefined || !said.every((name) => known.slots.some((slot) => slot.name === name))) {
      return failure('engine_failed', `The model cannot fill in “${tool}”.`);
    }
    const slots = known.slots.flatMap((slot) => {
      if (said.includes(slot.name)) return [{ ...slot, required: true }];
      return open.includes(slot.name) ? [copiedOnly(slot)] : [];
    });
    plan.push({ ...known, slots });
  }
  const isApart = ({ sentence, start, end }: CopyableWord): boolean =>
    sentence === 0 && apart.some(([from, to]) => from < end && start < to);
  return success({ plan, apart: source.words.filter(isApart) });
}

/** What nobody asked for is not cleared either. */
function copiedOnly(slot: Slot): Slot {
  const { value } = slot;
  return {
    ...slot,
    required: false,
    value: value.kind === 'text' || value.kind === 'texts' ? { ...value, word: null } : value,
  };
}
