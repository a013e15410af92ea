import { failure, success, type Outcome } from '../core/outcome.ts';

/** What a larger engine decides in the Sandbox: why, and Python for the REPL. */
export type StepForm = { thought: string; action: string };

/** Longer ones are no step but a model that does not come to an end. */
export const longestThought = 2_000;
export const longestAction = 8_000;

export const stepSchema = {
  type: 'object',
  properties: { thought: { type: 'string' }, action: { type: 'string' } },
  required: ['thought', 'action'],
  additionalProperties: false,
};

/** The contract's third form, `{"thought": …, "action": …}`. As hostile as any other answer: what does not fit fails as a whole. */
export function readStepForm(data: object): Outcome<StepForm, 'bad_step'> {
  const { thought, action, ...others } = data as { thought?: unknown; action?: unknown };
  if (typeof thought !== 'string' || typeof action !== 'string' || Object.keys(others).length > 0)
    return failure('bad_step', 'The answer is not a thought and an action, and nothing else.');
  if (action.trim() === '') return failure('bad_step', 'The action is empty.');
  if (thought.length > longestThought || action.length > longestAction)
    return failure('bad_step', 'The thought or the action is too long.');
  return success({ thought: thought.trim(), action: withoutFence(action) });
}

/** Models write code into a fence, wherever it stands. */
function withoutFence(code: string): string {
  return /^\s*```(?:python)?\n(.*?)\n?```\s*$/su.exec(code)?.[1] ?? code;
}
