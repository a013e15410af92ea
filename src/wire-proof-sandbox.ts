import { success } from './core/outcome.ts';
import { endlessPatience } from './guard/guard-client.ts';
import type { ModelFacts } from './proof/model-facts.ts';
import { drawSample } from './proof/sample.ts';
import { headsGuard, withoutHeads } from './sandbox/evaluation/heads-guard.ts';
import { reportScores, type ScenarioScore } from './sandbox/evaluation/report-scores.ts';
import type { SandboxGuard } from './sandbox/evaluation/score-scenario.ts';
import { ScoringRun } from './sandbox/evaluation/scoring-run.ts';
import { scenarioSet } from './sandbox/scenarios/generate-scenario.ts';
import type { ProofDoor, SandboxFailure, SandboxMeasurement } from './view/proof/proof-door.ts';
import type { WiredGuard } from './wire-guard.ts';

/** Errands of each intent and difficulty that a sample is drawn from. */
const pool = 4;

/** A sample of dev errands, as the Sandbox's scoreboard scores them: with the guard, and with nobody asked. */
export function measureSandbox(guard: WiredGuard | null, actor: ModelFacts | null): ProofDoor['measureSandbox'] {
  return async ({ agent, size, seed }, onStep, signal) => {
    const at = new Date().toISOString();
    const scenarios = drawSample(scenarioSet('dev', pool, pool), size, seed);
    const opened = await ScoringRun.open(agent, { guard: guard === null ? withoutHeads : headsOf(guard) });
    if (!opened.ok) return opened;
    const run = opened.value;
    const stop = (): void => {
      run.stop();
    };
    signal.addEventListener('abort', stop);
    try {
      const isByRule = agent === 'pattern' || agent === 'oracle';
      const model = isByRule || actor === null ? { id: agent, version: null, sha256: null } : { ...actor, id: agent };
      const facts = { model, seed, device: 'wasm', threads: 1, at, of: scenarios.length, withHeads: guard !== null };
      const scores: ScenarioScore[] = [];
      const failures: SandboxFailure[] = [];
      const resultOf = (): SandboxMeasurement => {
        const report = reportScores(agent, true, [...scores]);
        return { ...facts, done: scores.length, report, failures: [...failures] };
      };
      for (const scenario of scenarios) {
        if (!onStep(resultOf())) break;
        const scored = await run.score(scenario);
        if (!scored.ok) return scored;
        if (scored.value === null) break;
        scores.push(scored.value.score);
        if (!scored.value.score.pass) failures.push({ ...scored.value, instruction: scenario.instruction });
      }
      const result = resultOf();
      onStep(result);
      return success(result);
    } finally {
      signal.removeEventListener('abort', stop);
      run.close();
    }
  };
}

function headsOf({ client, cuts }: WiredGuard): SandboxGuard {
  return headsGuard(async (text) => {
    const judged = await client.judge(text, endlessPatience).answer();
    return judged.ok ? success({ heads: judged.value.heads, cuts }) : judged;
  });
}
