/**
 * npx tsx headless/payments-rollouts.ts --model public/models/errand-actor --split dev|test --each N --out FILE.jsonl
 * npx tsx headless/payments-rollouts.ts --model FOLDER --split train --errands N [--from N --group N --temperature T --seed N]
 *     --out FILE.jsonl
 *
 * The exported actor acts in the world, in Node: the page's own loop, grammar, world and Python, without a page. A line an
 * errand. With a group, each errand is tried so many times with sampled steps: what reinforcement learns from.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as runtime from 'onnxruntime-web';
import { Chance } from '../src/core/chance.ts';
import { actorVocabulary } from '../src/sandbox/agents/actor-vocabulary.ts';
import { pastStep } from '../src/sandbox/agents/past-step.ts';
import { renderStep } from '../src/sandbox/agents/render-action.ts';
import { success } from '../src/core/outcome.ts';
import { checkScenario } from '../src/sandbox/evaluation/check-scenario.ts';
import { runEpisode, type SandboxAgent } from '../src/sandbox/evaluation/run-episode.ts';
import { generateScenario, openScenario, scenarioSet } from '../src/sandbox/scenarios/generate-scenario.ts';
import { intents, type Scenario } from '../src/sandbox/scenarios/scenario.ts';
import type { PastStep } from '../src/protocol/actor.ts';
import { writeStep, type WrittenStep } from '../workers/adapters/actor/decide-step.ts';
import { choose } from '../workers/adapters/prefix-lm/decode.ts';
import { Graph } from '../workers/adapters/prefix-lm/graph.ts';
import { readPieces } from '../workers/adapters/prefix-lm/pieces.ts';
import { TokenTable } from '../workers/adapters/prefix-lm/token-table.ts';
import { openNodeRepl } from './node-repl.ts';
import { wordingsToTeach } from './training-wordings.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'public/models/errand-actor' },
    split: { type: 'string', default: 'dev' },
    each: { type: 'string', default: '1' },
    errands: { type: 'string', default: '24' },
    from: { type: 'string', default: '0' },
    group: { type: 'string', default: '1' },
    temperature: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    apart: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const { model, split, out } = values;
if ((split !== 'train' && split !== 'dev' && split !== 'test') || out === undefined)
  throw new Error('--split train|dev|test and --out FILE are needed.');

const readJson = (name: string): object => JSON.parse(readFileSync(join(model, name), 'utf8')) as object;
const language = {
  table: new TokenTable(readJson('contract-tokens.json')),
  pieces: readPieces(readJson('tokenizer.json'), readJson('tokenizer_config.json')),
  vocabulary: actorVocabulary,
};
runtime.env.wasm.numThreads = 1;
const session = await runtime.InferenceSession.create(readFileSync(join(model, 'model.onnx')), { logSeverityLevel: 3 });
const graph = new Graph(session, runtime.Tensor);
const repl = await openNodeRepl();
const chance = new Chance(Number(values.seed));
const group = Number(values.group);
const sampled = group > 1 ? sampleAt(Number(values.temperature)) : undefined;
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, '');
const counts = { errands: 0, passed: 0 };
for (const scenario of scenarios()) {
  for (let attempt = 0; attempt < group; attempt++) {
    const row = await act(scenario);
    counts.errands += 1;
    counts.passed += row.pass ? 1 : 0;
    appendFileSync(out, `${JSON.stringify({ attempt, ...row })}\n`);
    process.stderr.write(`\r${String(counts.passed)} right of ${String(counts.errands)}`);
  }
}
process.stderr.write('\n');
// The loop's message channel keeps Node awake.
process.exit(0);

/** Of the training split any errands, all kinds in turn; of the others those that figures are given for. */
function scenarios(): Scenario[] {
  const each = Number(values.each);
  if (split === 'dev' || split === 'test') return scenarioSet(split, each, each);
  const kinds = intents.flatMap((intent, place) => ([1, 2, 3] as const).map((level) => ({ intent, place, level })));
  const said = wordingsToTeach(values.apart);
  return Array.from({ length: Number(values.errands) }, (_, offset) => {
    const number = Number(values.from) + offset;
    // Neighbours are of different intents: 24 kinds, and 7 shares no factor with them.
    const kind = kinds[(number * 7) % kinds.length];
    if (kind === undefined) throw new Error('There are no errands');
    const seed = number * 100 + kind.place * 3 + kind.level;
    return generateScenario({ seed, split: 'train', intent: kind.intent, difficulty: kind.level, said });
  });
}

/** +1 for a step that runs, −1 for one that fails, averaged; and +1 for the right end state. */
async function act(scenario: Scenario) {
  const world = openScenario(scenario);
  repl.use(world);
  const written: WrittenStep[] = [];
  const episode = await runEpisode({
    agent: recordingActor(scenario.instruction, written),
    runner: repl,
    instruction: scenario.instruction,
    isCompleted: () => world.state.completion !== null,
  });
  const { pass, collateral } = checkScenario(scenario, world);
  const ran = episode.steps.reduce((sum, { error }) => sum + (error ? -1 : 1), 0);
  const reward = ran / Math.max(1, episode.steps.length) + (pass ? 1 : 0);
  const { id, intent, difficulty, instruction } = scenario;
  const seen = episode.steps.map(({ action, observation }) => ({ action, observation }));
  const steps = written.map(({ source, copyEnd, tokens }) => ({ source, copyEnd, tokens }));
  return {
    id,
    intent,
    difficulty,
    instruction,
    pass,
    reward,
    collateral: collateral.length,
    ended: episode.ended,
    seen,
    steps,
  };
}

function recordingActor(instruction: string, written: WrittenStep[]): SandboxAgent {
  const past: PastStep[] = [];
  return {
    id: 'errand-actor',
    begin: () => undefined,
    next: async (observation) => {
      const answer = await writeStep(language, graph, { instruction, observation, past }, sampled);
      if (!answer.ok) return answer;
      written.push(answer.value);
      past.push(pastStep(answer.value.step));
      return success(renderStep(answer.value.step));
    },
  };
}

/** Draws among the legal tokens in place of taking the best. */
function sampleAt(temperature: number): typeof choose {
  return (scores, legal, table, copyable) => {
    const best = choose(scores, legal, table, copyable);
    if (best === null) return null;
    const scoreOf = (token: number): number =>
      (table.isCopy(token) ? scores.pointers[table.sourceIndex(token)] : scores.logits[token]) ?? -Infinity;
    const top = scoreOf(best.token);
    const shares = legal.map((token) => Math.exp((scoreOf(token) - top) / temperature));
    let left = chance.next() * shares.reduce((sum, share) => sum + share, 0);
    const place = shares.findIndex((share) => (left -= share) <= 0);
    return { ...best, token: legal[place] ?? best.token };
  };
}
