import { failure, success } from '../../core/outcome.ts';
import type { ActorStep } from '../../protocol/actor.ts';
import { renderStep } from '../agents/render-action.ts';
import type { SandboxAgent } from '../evaluation/run-episode.ts';
import { solve } from './oracle.ts';
import type { Scenario } from './scenario.ts';

/** The oracle as an agent: what can be reached at most, and the teacher. It knows the goal, so it is no contestant. */
export function oracleAgent(scenario: Scenario, onStep: (step: ActorStep) => void = () => undefined): SandboxAgent {
  const { goal } = scenario;
  if (goal === undefined) {
    const next = () => Promise.resolve(failure('no_goal', 'The oracle needs a scenario whose goal is written down.'));
    return { id: 'oracle', begin: () => undefined, next };
  }
  const steps = solve({ ...scenario, goal });
  return {
    id: 'oracle',
    begin: () => undefined,
    next: (observation) => {
      const { done, value } = steps.next(observation);
      if (done === true) return Promise.resolve(null);
      onStep(value);
      return Promise.resolve(success(renderStep(value)));
    },
  };
}
