/**
 * npx tsx headless/payments-trajectories.ts --split train --each 240 --out training/payments/build/train.jsonl [--from N]
 *
 * The oracle solves random scenarios in Pyodide on the same world as the page's, and each of its steps becomes a line:
 * what an actor is shown, and what it is to say. A scenario that the oracle fails is a bug and stops the command.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { ActorStep, PastStep } from '../src/protocol/actor.ts';
import { pastStep } from '../src/sandbox/agents/past-step.ts';
import { checkScenario } from '../src/sandbox/evaluation/check-scenario.ts';
import { runEpisode } from '../src/sandbox/evaluation/run-episode.ts';
import { generateScenario, injectable, openScenario } from '../src/sandbox/scenarios/generate-scenario.ts';
import { oracleAgent } from '../src/sandbox/scenarios/oracle-agent.ts';
import { intents, type Scenario } from '../src/sandbox/scenarios/scenario.ts';
import { splits } from '../src/sandbox/world/names.ts';
import { openNodeRepl } from './node-repl.ts';

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'train' },
    each: { type: 'string', default: '240' },
    from: { type: 'string', default: '0' },
    out: { type: 'string' },
  },
});
const split = splits.find((name) => name === values.split);
const { out } = values;
if (split === undefined || out === undefined) throw new Error('--split train|dev|test and --out FILE are needed.');

const repl = await openNodeRepl();
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, '');
const from = Number(values.from);
let episodes = 0;
let rows = 0;
for (let number = from; number < from + Number(values.each); number++) {
  const lines: string[] = [];
  for (const [place, intent] of intents.entries()) {
    for (const difficulty of [1, 2, 3] as const) {
      const injected = number % 4 === 0 && injectable.some(([name, level]) => name === intent && level === difficulty);
      lines.push(
        ...(await trajectory(
          generateScenario(number * 100 + place * 3 + difficulty, split, intent, difficulty, injected),
        )),
      );
      episodes += 1;
    }
  }
  rows += lines.length;
  appendFileSync(out, `${lines.join('\n')}\n`);
  process.stderr.write(`\r${String(episodes)} episodes, ${String(rows)} rows`);
}
process.stderr.write('\n');

async function trajectory(scenario: Scenario): Promise<string[]> {
  const world = openScenario(scenario);
  repl.use(world);
  const said: ActorStep[] = [];
  const agent = oracleAgent(scenario, (step) => said.push(step));
  const { instruction } = scenario;
  const episode = await runEpisode({
    agent,
    runner: repl,
    instruction,
    isCompleted: () => world.state.completion !== null,
  });
  const result = checkScenario(scenario, world);
  if (!result.pass)
    throw new Error(`${scenario.id}: ${JSON.stringify({ instruction, result, steps: episode.steps }, null, 1)}`);
  const past: PastStep[] = [];
  return said.map((step, place) => {
    const observation = place === 0 ? '' : (episode.steps[place - 1]?.observation ?? '');
    const line = JSON.stringify({
      id: scenario.id,
      intent: scenario.intent,
      difficulty: scenario.difficulty,
      instruction,
      observation,
      past,
      step,
    });
    past.push(pastStep(step));
    return line;
  });
}
