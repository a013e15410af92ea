import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { ActorStep } from '../../protocol/actor.ts';
import type { Chance } from '../../core/chance.ts';
import { renderStep } from '../agents/render-action.ts';
import type { AgentStep, SandboxAgent } from '../evaluation/run-episode.ts';
import type { World } from '../world/world.ts';
import { solveWithMistakes, type TaughtStep } from './mistakes.ts';
import { solve } from './oracle.ts';
import type { Scenario } from './scenario.ts';

type NextStep = (observation: string) => ActorStep | null;

/** The oracle as an agent: what can be reached at most, and the teacher. It knows the goal, so it is no contestant. */
export function oracleAgent(scenario: Scenario): SandboxAgent {
  const { goal } = scenario;
  if (goal === undefined) return agentOf(null);
  const steps = solve({ ...scenario, goal });
  return agentOf((observation) => {
    const { done, value } = steps.next(observation);
    return done === true ? null : value;
  });
}

/** The teacher, who goes wrong now and then where there is a `chance` for it, and puts it right. */
export function erringOracle(
  scenario: Scenario,
  world: World,
  chance: Chance | null,
  onStep: (step: TaughtStep) => void,
): SandboxAgent {
  const { goal } = scenario;
  if (goal === undefined) return agentOf(null);
  const errs = chance === null ? null : solveWithMistakes({ ...scenario, goal }, world, chance);
  const plain = solve({ ...scenario, goal });
  return agentOf((observation) => {
    const next = errs?.next(observation) ?? plain.next(observation);
    if (next.done === true) return null;
    const taught = 'step' in next.value ? next.value : { step: next.value, taught: true, recovering: false };
    onStep(taught);
    return taught.step;
  });
}

function agentOf(nextStep: NextStep | null): SandboxAgent {
  const decide = (observation: string): Outcome<AgentStep, string> | null => {
    if (nextStep === null) return failure('no_goal', 'The oracle needs a scenario whose goal is written down.');
    const step = nextStep(observation);
    return step === null ? null : success(renderStep(step));
  };
  return { id: 'oracle', begin: () => undefined, next: (observation) => Promise.resolve(decide(observation)) };
}
