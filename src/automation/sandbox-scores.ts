import { failure, success, type Outcome } from '../core/outcome.ts';
import { looksForeign } from '../guard/language.ts';
import { decide, oneAdd } from '../guard/policy.ts';
import { isAgentId, openAgents, type OpenedAgents } from '../sandbox/agents/open-agents.ts';
import type { ActionRun } from '../sandbox/evaluation/run-episode.ts';
import type { ScenarioScore } from '../sandbox/evaluation/report-scores.ts';
import { scoreScenario, type SandboxGuard } from '../sandbox/evaluation/score-scenario.ts';
import { BrowserRepl } from '../sandbox/repl/browser-repl.ts';
import type { Scenario } from '../sandbox/scenarios/scenario.ts';
import type { Change } from '../sandbox/world/diff.ts';
import { openScenario } from '../sandbox/scenarios/generate-scenario.ts';
import { tracesToInstruction } from '../sandbox/evaluation/trace-guard.ts';
import { openGuard } from './guard-automation.ts';

/** What `npm run sandbox` drives: the page's own REPL, world and agents, a scenario at a time. */
export type SandboxAutomation = {
  /** Starts Python, the engine and the guard; what they need stays for all scenarios. */
  start: (engine: string, guarded: boolean) => Promise<Outcome<null, string>>;
  score: (scenario: Scenario) => Promise<ScenarioScore>;
  /** Actions of anybody's in the scenario's world, as an agent's would run: what comes back, and what has changed. */
  act: (scenario: Scenario, actions: readonly string[]) => Promise<{ runs: ActionRun[]; diff: readonly Change[] }>;
};

type Opened = { repl: BrowserRepl; guard: SandboxGuard | null; agents: OpenedAgents };

export function makeSandboxAutomation(): SandboxAutomation {
  let opened: Opened | null = null;
  return {
    start: async (engine, guarded) => {
      if (!isAgentId(engine)) return failure('engine_unavailable', `There is no engine "${engine}" for the Sandbox.`);
      const agents = await openAgents(engine);
      if (!agents.ok) return agents;
      const guard = guarded ? await openHeads() : success(null);
      if (!guard.ok) return guard;
      const repl = new BrowserRepl(false);
      const ready = await repl.start();
      if (!ready.ok) return failure('no_python', ready.message);
      opened = { repl, guard: guard.value, agents: agents.value };
      return success(null);
    },
    score: (scenario) => {
      if (opened === null) throw new Error('start() comes first');
      const { repl, guard, agents } = opened;
      return scoreScenario(scenario, agents.agentFor(scenario), guard, repl);
    },
    act: async (scenario, actions) => {
      if (opened === null) throw new Error('start() comes first');
      const world = openScenario(scenario);
      opened.repl.use(world, (move) => tracesToInstruction(move, scenario.instruction, world));
      const runs: ActionRun[] = [];
      for (const action of actions) runs.push(await opened.repl.run(action));
      return { runs, diff: world.diff() };
    },
  };
}

/** The same heads, cuts and policy as a run's. */
async function openHeads(): Promise<Outcome<SandboxGuard, string>> {
  const guard = await openGuard();
  if (!guard.ok) return guard;
  return success({
    refuses: async (instruction) => {
      const judged = await guard.value.judge(instruction).answer();
      if (!judged.ok) throw new Error(judged.message);
      const { heads, cuts } = judged.value;
      const words = { heads, cuts, failed: false, otherLanguage: await looksForeign(instruction) };
      return decide(oneAdd, words).verdict === 'refuse';
    },
  });
}
