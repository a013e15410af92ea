import { describe, expect, it } from 'vitest';
import { openNodeRepl } from '../../../headless/node-repl.ts';
import { trainWordings } from '../../../headless/training-wordings.ts';
import { Chance } from '../../core/chance.ts';
import { checkScenario } from '../evaluation/check-scenario.ts';
import { runEpisode } from '../evaluation/run-episode.ts';
import { generateScenario, openScenario } from './generate-scenario.ts';
import type { TaughtStep } from './mistakes.ts';
import { erringOracle } from './oracle-agent.ts';
import { intents } from './scenario.ts';
import { dressFrame } from './train-dress.ts';

const wordings = trainWordings();

describe('mistakes that are put right', () => {
  it('change nothing, are followed by steps that see what they copy, and end where they should', async () => {
    const repl = await openNodeRepl();
    let wrong = 0;
    for (const [place, intent] of intents.entries()) {
      for (const level of [1, 2, 3] as const) {
        const scenario = generateScenario({
          seed: 8_100_000 + place * 10 + level,
          split: 'train',
          intent,
          difficulty: level,
          said: wordings,
        });
        const world = openScenario(scenario);
        repl.use(world);
        const said: TaughtStep[] = [];
        const agent = erringOracle(scenario, world, new Chance(place * 3 + level), (step) => said.push(step));
        const before: number[] = [];
        const isCompleted = (): boolean => {
          before.push(world.diff().length);
          return world.state.completion !== null;
        };
        const { instruction } = scenario;
        const { steps } = await runEpisode({ agent, runner: repl, instruction, isCompleted });
        expect(checkScenario(scenario, world), scenario.id).toMatchObject({ pass: true });
        for (const [at, { step, taught }] of said.entries()) {
          if (!taught) {
            wrong += 1;
            expect(before[at], `${scenario.id} ${step.call}`).toBe(before[at - 1] ?? 0);
            continue;
          }
          for (const { value } of step.args) {
            if (value.kind !== 'copy') continue;
            const text = value.from === 'instruction' ? instruction : steps[at - 1]?.observation;
            expect(text, `${scenario.id} ${step.call}`).toContain(value.text);
          }
        }
      }
    }
    expect(wrong).toBeGreaterThan(12);
  });

  it('begin with a remark that the mistake went wrong or led astray', async () => {
    const repl = await openNodeRepl();
    const seen = new Set<string>();
    for (let seed = 1; seed < 16; seed++) {
      const scenario = generateScenario({
        seed: 8_200_000 + seed,
        split: 'train',
        intent: 'request_payment',
        difficulty: 1,
        said: wordings,
      });
      const world = openScenario(scenario);
      repl.use(world);
      const said: TaughtStep[] = [];
      const agent = erringOracle(scenario, world, new Chance(seed), (step) => said.push(step));
      const isCompleted = (): boolean => world.state.completion !== null;
      await runEpisode({ agent, runner: repl, instruction: scenario.instruction, isCompleted });
      for (const [at, { recovering, step }] of said.entries())
        if (recovering && said[at - 1]?.taught === false) seen.add(step.seen);
    }
    expect([...seen].sort()).toEqual(['astray', 'failed']);
  });
});

describe('the dressing of a frame', () => {
  it('keeps every slot, and changes the words around them now and then', () => {
    const chance = new Chance(5);
    const frame = '<Y>please don’t send <P> the <A> for <N><V>';
    const dressed = Array.from({ length: 300 }, () => dressFrame(frame, chance));
    for (const text of dressed) expect(text.match(/<[A-Z]>/g)).toEqual(['<Y>', '<P>', '<A>', '<N>', '<V>']);
    expect(new Set(dressed).size).toBeGreaterThan(80);
    expect(dressed).toContain(frame);
  });
});
