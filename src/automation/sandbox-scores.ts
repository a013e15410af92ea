import { failure, success, type Outcome } from '../core/outcome.ts';
import { patternAgent } from '../sandbox/agents/pattern-agent.ts';
import type { SandboxAgent } from '../sandbox/evaluation/run-episode.ts';
import type { ScenarioScore } from '../sandbox/evaluation/report-scores.ts';
import { scoreScenario } from '../sandbox/evaluation/score-scenario.ts';
import { oracleAgent } from '../sandbox/scenarios/oracle-agent.ts';
import type { Scenario } from '../sandbox/scenarios/scenario.ts';

/** What `npm run sandbox` drives: the page's own REPL, world and agents, a scenario at a time. */
export type SandboxAutomation = {
  score: (scenario: Scenario, engine: string, guard: boolean) => Promise<Outcome<ScenarioScore, 'engine_unavailable'>>;
};

export function makeSandboxAutomation(): SandboxAutomation {
  return {
    score: async (scenario, engine, guard) => {
      const agent = openAgent(engine, scenario);
      if (agent === null) return failure('engine_unavailable', `There is no engine "${engine}" for the Sandbox yet.`);
      return success(await scoreScenario(scenario, agent, guard));
    },
  };
}

function openAgent(engine: string, scenario: Scenario): SandboxAgent | null {
  if (engine === 'oracle') return oracleAgent(scenario);
  return engine === 'pattern' ? patternAgent() : null;
}
