import { failure, success, type Outcome } from '../../core/outcome.ts';
import { openAgents, type AgentId, type OpenedAgents, type OpenWith } from '../agents/open-agents.ts';
import { BrowserRepl } from '../repl/browser-repl.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { scoreScenario, type SandboxGuard, type ScoredEpisode } from './score-scenario.ts';

/**
 * One agent that is scored, scenario after scenario, with one Python for all of them: what the Sandbox's scoreboard, the Proof
 * page and `npm run sandbox` share.
 */
export class ScoringRun {
  readonly repl = new BrowserRepl(false);
  readonly #agents: OpenedAgents;
  readonly #guard: SandboxGuard | null;

  private constructor(agents: OpenedAgents, guard: SandboxGuard | null) {
    this.#agents = agents;
    this.#guard = guard;
  }

  static async open(
    agent: AgentId,
    { guard, ...given }: OpenWith & { guard: SandboxGuard | null },
  ): Promise<Outcome<ScoringRun, string>> {
    const agents = await openAgents(agent, given);
    if (!agents.ok) return agents;
    const run = new ScoringRun(agents.value, guard);
    const ready = await run.repl.start();
    if (ready.ok) return success(run);
    run.close();
    return failure('no_python', ready.message);
  }

  /** Null where a stop cut the errand short: that says nothing about the agent. */
  async score(scenario: Scenario): Promise<Outcome<ScoredEpisode | null, string>> {
    const scored = await scoreScenario(scenario, this.#agents.agentFor(scenario), this.#guard, this.repl);
    return this.repl.isStopped ? success(null) : scored;
  }

  /** Ends the errand that runs; no other can be scored afterwards. */
  stop(): void {
    this.repl.stop();
    this.#agents.stop();
  }

  close(): void {
    this.#agents.close();
    this.repl.close();
  }
}
