import type { Outcome } from '../../core/outcome.ts';

/** What an agent says next; `perception` is its critic's part, where it has one. */
export type AgentStep = { perception: string | null; thought: string; action: string };

/** Something that decides one step from the latest observation. `null` where it has nothing more to say. */
export interface SandboxAgent {
  readonly id: string;
  begin(instruction: string): void;
  next(observation: string): Promise<Outcome<AgentStep, string> | null>;
}

export type ActionRun = { observation: string; error: boolean };

/** The REPL as an episode needs it: an action in, an observation out. */
export interface ActionRunner {
  run(action: string): Promise<ActionRun>;
}

export type EpisodeStep = AgentStep & ActionRun;

export const maxSteps = 30;

export type Episode = {
  steps: readonly EpisodeStep[];
  errors: number;
  ended: 'completed' | 'stopped' | 'step-limit' | 'agent-failed';
  message: string | null;
};

/** Think, act, observe, until the errand is said to be done. */
export async function runEpisode(parts: {
  agent: SandboxAgent;
  runner: ActionRunner;
  instruction: string;
  isCompleted: () => boolean;
  isStopped?: () => boolean;
  onThought?: (step: AgentStep) => void;
  onStep?: (step: EpisodeStep) => void;
}): Promise<Episode> {
  const { agent, runner, isCompleted } = parts;
  const steps: EpisodeStep[] = [];
  const end = (ended: Episode['ended'], message: string | null = null): Episode => ({
    steps,
    errors: steps.filter(({ error }) => error).length,
    ended,
    message,
  });
  agent.begin(parts.instruction);
  let observation = '';
  while (steps.length < maxSteps) {
    if (parts.isStopped?.() === true) return end('stopped');
    const decided = await agent.next(observation);
    if (parts.isStopped?.() === true) return end('stopped');
    if (decided === null) return end('agent-failed', 'The agent has nothing more to say.');
    if (!decided.ok) return end('agent-failed', decided.message);
    parts.onThought?.(decided.value);
    const ran = await runner.run(decided.value.action);
    const step = { ...decided.value, ...ran };
    steps.push(step);
    parts.onStep?.(step);
    observation = ran.observation;
    if (isCompleted()) return end('completed');
  }
  return end('step-limit');
}
