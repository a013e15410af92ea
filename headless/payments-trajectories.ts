/**
 * npx tsx headless/payments-trajectories.ts --split train --each 240 --out training/payments/build/train.jsonl [--from N]
 *     [--mistakes 0.3] [--sayings 2] [--apart]
 *
 * The oracle solves random scenarios in Pyodide on the same world as the page's, and each of its steps becomes a line:
 * what an actor is shown, and what it is to say. A scenario that the oracle fails is a bug and stops the command. In the
 * given share of errands it goes wrong on the way and puts that right; a line that says `"taught": false` is such a
 * mistake, which later lines remember and nobody is to learn. With sayings, errands without mistakes are written down again in
 * other words, with the same steps. With --apart the training split is said in the frames that are kept from training.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { PastStep } from '../src/protocol/actor.ts';
import { Chance } from '../src/core/chance.ts';
import { pastStep } from '../src/sandbox/agents/past-step.ts';
import { checkScenario } from '../src/sandbox/evaluation/check-scenario.ts';
import { runEpisode, type Episode } from '../src/sandbox/evaluation/run-episode.ts';
import {
  generateScenario,
  type Errand,
  injectable,
  openScenario,
  sayOtherwise,
} from '../src/sandbox/scenarios/generate-scenario.ts';
import { erringOracle } from '../src/sandbox/scenarios/oracle-agent.ts';
import type { TaughtStep } from '../src/sandbox/scenarios/mistakes.ts';
import { intents, type Scenario } from '../src/sandbox/scenarios/scenario.ts';
import { splits } from '../src/sandbox/world/names.ts';
import { openNodeRepl } from './node-repl.ts';
import { wordingsToTeach } from './training-wordings.ts';

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'train' },
    each: { type: 'string', default: '240' },
    from: { type: 'string', default: '0' },
    mistakes: { type: 'string', default: '0' },
    sayings: { type: 'string', default: '0' },
    apart: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const split = splits.find((name) => name === values.split);
const { out } = values;
if (split === undefined || out === undefined) throw new Error('--split train|dev|test and --out FILE are needed.');

const taughtWordings = wordingsToTeach(values.apart);
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
        ...(await trajectory({
          seed: number * 100 + place * 3 + difficulty,
          split,
          intent,
          difficulty,
          injected,
          ...(split === 'train' ? { said: taughtWordings } : {}),
        })),
      );
      episodes += 1;
    }
  }
  rows += lines.length;
  appendFileSync(out, `${lines.join('\n')}\n`);
  process.stderr.write(`\r${String(episodes)} episodes, ${String(rows)} rows`);
}
process.stderr.write('\n');

async function trajectory(errand: Errand): Promise<string[]> {
  const scenario = generateScenario(errand);
  const world = openScenario(scenario);
  repl.use(world);
  const said: TaughtStep[] = [];
  const chance = new Chance(scenario.seed * 31 + 7);
  const agent = erringOracle(scenario, world, chance.chance(Number(values.mistakes)) ? chance : null, (step) =>
    said.push(step),
  );
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
  const lines = writeLines(scenario, said, episode.steps, scenario.id, instruction);
  if (said.some(({ taught }) => !taught)) return lines;
  const others = sayOtherwise(errand, Number(values.sayings));
  return others.reduce(
    (all, words, place) => [
      ...all,
      ...writeLines(scenario, said, episode.steps, `${scenario.id}/${String(place)}`, words),
    ],
    lines,
  );
}

function writeLines(
  { intent, difficulty }: Scenario,
  said: readonly TaughtStep[],
  steps: Episode['steps'],
  id: string,
  instruction: string,
): string[] {
  const past: PastStep[] = [];
  return said.map(({ step, taught, recovering }, place) => {
    const observation = place === 0 ? '' : (steps[place - 1]?.observation ?? '');
    const line = JSON.stringify({
      id,
      intent,
      difficulty,
      instruction,
      observation,
      past,
      step,
      ...(taught ? {} : { taught }),
      ...(recovering ? { recovering } : {}),
    });
    past.push(pastStep(step));
    return line;
  });
}
