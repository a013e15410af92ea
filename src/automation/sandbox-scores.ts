import { failure, success, type Outcome } from '../core/outcome.ts';
import { actorId } from '../sandbox/agents/actor-client.ts';
import { isAgentId } from '../sandbox/agents/open-agents.ts';
import { headsGuard } from '../sandbox/evaluation/heads-guard.ts';
import type { ScenarioScore } from '../sandbox/evaluation/report-scores.ts';
import type { ActionRun } from '../sandbox/evaluation/run-episode.ts';
import { ScoringRun } from '../sandbox/evaluation/scoring-run.ts';
import { tracesToInstruction } from '../sandbox/evaluation/trace-guard.ts';
import { openScenario } from '../sandbox/scenarios/generate-scenario.ts';
import type { Scenario } from '../sandbox/scenarios/scenario.ts';
import type { Change } from '../sandbox/world/diff.ts';
import { openGuard } from './guard-automation.ts';

const supervisedId = `${actorId}-sft`;
const reinforcedId = `${actorId}-grpo`;

/** What `npm run sandbox` drives: the page's own REPL, world and agents, a scenario at a time. */
export type SandboxAutomation = {
  /** Starts Python, the engine and the guard; what they need stays for all scenarios. */
  start: (engine: string, guarded: boolean) => Promise<Outcome<null, string>>;
  score: (scenario: Scenario) => Promise<ScenarioScore>;
  /** Actions of anybody's in the scenario's world, as an agent's would run: what comes back, and what has changed. */
  act: (scenario: Scenario, actions: readonly string[]) => Promise<{ runs: ActionRun[]; diff: readonly Change[] }>;
};

export function makeSandboxAutomation(): SandboxAutomation {
  let run: ScoringRun | null = null;
  return {
    start: async (engine, guarded) => {
      if (engine === reinforcedId)
        return failure('engine_unavailable', 'Reinforcement gained nothing, so no weights of it come with the app.');
      // The shipped weights are the supervised ones.
      const id = engine === supervisedId ? actorId : engine;
      if (!isAgentId(id)) return failure('engine_unavailable', `There is no engine "${engine}" for the Sandbox.`);
      const guard = guarded ? await openGuard() : success(null);
      if (!guard.ok) return guard;
      const heads = guard.value;
      const opened = await ScoringRun.open(id, {
        guard: heads === null ? null : headsGuard((text) => heads.judge(text).answer()),
      });
      if (!opened.ok) return opened;
      run = opened.value;
      return success(null);
    },
    score: async (scenario) => {
      if (run === null) throw new Error('start() comes first');
      const scored = await run.score(scenario);
      if (!scored.ok) throw new Error(scored.message);
      if (scored.value === null) throw new Error('Nothing stops a command’s run');
      return scored.value.score;
    },
    act: async (scenario, actions) => {
      if (run === null) throw new Error('start() comes first');
      const world = openScenario(scenario);
      run.repl.use(world, (move) => tracesToInstruction(move, scenario.instruction, world));
      const runs: ActionRun[] = [];
      for (const action of actions) runs.push(await run.repl.run(action));
      return { runs, diff: world.diff() };
    },
  };
}
