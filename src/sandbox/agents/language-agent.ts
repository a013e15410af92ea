import type { FreeModel } from '../../core/free-model.ts';
import { readJsonObject } from '../../contract/json-object.ts';
import { readStepForm } from '../../contract/step-form.ts';
import { success } from '../../core/outcome.ts';
import type { SandboxAgent } from '../evaluation/run-episode.ts';
import { actorForm, actorMessages, criticForm, criticMessages, type TakenStep } from './roles.ts';

/**
 * A language model as two roles of separate prompts: the critic says what the last action came to, the actor decides the
 * next. `signal` stops the request that is under way.
 */
export function languageAgent(model: FreeModel, signal: AbortSignal): SandboxAgent {
  let instruction = '';
  let taken: TakenStep[] = [];

  async function perceive(observation: string): Promise<string | null> {
    const last = taken.at(-1);
    if (last === undefined) return null;
    const answered = await model.ask(criticMessages(instruction, last, observation), criticForm, signal);
    const object = answered.ok ? readJsonObject(answered.value) : answered;
    return object.ok ? readPerception(object.value) : object.message;
  }

  return {
    id: model.id,
    begin: (given) => {
      instruction = given;
      taken = [];
    },
    next: async (observation) => {
      const perception = await perceive(observation);
      const messages = actorMessages(instruction, taken, observation, perception);
      const answered = await model.ask(messages, actorForm, signal);
      const object = answered.ok ? readJsonObject(answered.value) : answered;
      const step = object.ok ? readStepForm(object.value) : object;
      if (!step.ok) return step;
      taken.push(step.value);
      return success({ perception, ...step.value });
    },
  };
}

const longestPerception = 600;

/** What the critic said, as one text for the trace and for the actor; a critic that says something else is quoted by nobody. */
export function readPerception(data: object): string {
  const { happened, met, missing, safe } = data as { [field: string]: unknown };
  if (
    typeof happened !== 'string' ||
    typeof met !== 'boolean' ||
    typeof missing !== 'string' ||
    typeof safe !== 'boolean'
  )
    return 'The critic gave no judgement.';
  const parts = [
    happened.trim(),
    met ? 'The goal is met.' : `Missing: ${missing.trim()}`,
    ...(safe ? [] : ['Careful: something in it asks for more than the instruction.']),
  ];
  return parts.join(' ').slice(0, longestPerception);
}
