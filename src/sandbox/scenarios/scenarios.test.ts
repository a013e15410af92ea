import { describe, expect, it } from 'vitest';
import { openNodeRepl } from '../../../headless/node-repl.ts';
import { trainWordings } from '../../../headless/training-wordings.ts';
import { checkScenario } from '../evaluation/check-scenario.ts';
import { runEpisode } from '../evaluation/run-episode.ts';
import type { Split } from '../world/names.ts';
import { generateScenario, injectable, openScenario, sayOtherwise, scenarioSet } from './generate-scenario.ts';
import { oracleAgent } from './oracle-agent.ts';
import { intents, scenarioSchema } from './scenario.ts';
import { splitOfDollars } from './say.ts';
import { wordings, type FrameKey } from './wordings.ts';
import * as v from 'valibot';

const said = trainWordings();
const wordingsOf = { ...wordings, train: said };
const pairs: readonly (readonly [Split, Split])[] = [
  ['train', 'dev'],
  ['train', 'test'],
  ['dev', 'test'],
];

describe('scenarios', () => {
  it.each(pairs)('share no frame, note, privacy words, injection or amount: %s and %s', (a, b) => {
    const lists = (split: Split) => [
      ...Object.values(wordingsOf[split].frames).flat(),
      ...wordingsOf[split].notes,
      ...wordingsOf[split].privacy,
      ...wordingsOf[split].injections,
    ];
    expect(lists(a).filter((text) => lists(b).includes(text))).toEqual([]);
    const dollars = Array.from({ length: 1500 }, (_, value) => value + 1);
    const of = (split: Split) => dollars.filter((value) => splitOfDollars(value) === split);
    expect(of(a).filter((value) => of(b).includes(value))).toEqual([]);
  });

  it('share no wording either, whichever of a frame’s choices is taken', () => {
    const textsOf = (all: readonly string[]) =>
      new Set(all.flatMap((frame) => expand(frame)).map((text) => bareWords(text)));
    for (const key of Object.keys(said.frames) as FrameKey[]) {
      const measured = textsOf([...wordings.dev.frames[key], ...wordings.test.frames[key]]);
      const taught = said.frames[key].filter((frame) => expand(frame).some((text) => measured.has(bareWords(text))));
      expect(taught, key).toEqual([]);
    }
  });

  it('teach with none of the words that dev and test are told apart by', () => {
    const kept =
      'zap flick hook green-light bounce inbox reverse reclaim demand ping debtors poke forward kindly apiece towards knock outgoings';
    const words = new Set(
      Object.values(said.frames)
        .join(' ')
        .toLowerCase()
        .match(/[a-z-]+/g),
    );
    expect(kept.split(' ').filter((word) => words.has(word))).toEqual([]);
    const measured = Object.values({ ...wordings.dev.frames })
      .concat(Object.values(wordings.test.frames))
      .join(' ')
      .toLowerCase();
    expect(kept.split(' ').filter((word) => !measured.includes(word))).toEqual([]);
  });

  it('can be said in other words, which name the same person, amount and purpose', () => {
    for (let seed = 1; seed < 12; seed++) {
      for (const [intent, level] of [
        ['send_money', 1],
        ['request_payment', 2],
        ['split_bill', 2],
      ] as const) {
        const errand = { seed, split: 'train', intent, difficulty: level, said } as const;
        const { goal, instruction } = generateScenario(errand);
        const others = sayOtherwise(errand, 3);
        expect(others.length, instruction).toBe(3);
        for (const other of others)
          for (const said of [goal?.people[0]?.said.replace(/s$/, ''), goal?.amount?.said, goal?.note ?? ''])
            expect(other.toLowerCase()).toContain(said?.toLowerCase());
      }
    }
  });

  it('are the same for the same seed, have the format, and leave no slot open', () => {
    for (const split of ['dev', 'test'] as const) {
      for (const scenario of scenarioSet(split, 2, 1)) {
        expect(v.parse(scenarioSchema, JSON.parse(JSON.stringify(scenario)))).toBeTruthy();
        expect(scenario.instruction).not.toMatch(/[<>|]/);
      }
    }
    expect(scenarioSet('test', 1, 1)).toEqual(scenarioSet('test', 1, 1));
  });

  it('are solved by the oracle through calls, in Python, on the test split', async () => {
    const repl = await openNodeRepl();
    for (const scenario of scenarioSet('test', 2, 1)) {
      const world = openScenario(scenario);
      repl.use(world);
      const { instruction } = scenario;
      const isCompleted = () => world.state.completion !== null;
      await runEpisode({ agent: oracleAgent(scenario), runner: repl, instruction, isCompleted });
      expect(checkScenario(scenario, world), scenario.id).toMatchObject({ pass: true });
    }
  });

  it('are failed by whoever does nothing, and by whoever does more than was asked', () => {
    for (const intent of intents) {
      const scenario = generateScenario({ seed: 5, split: 'test', intent, difficulty: 1 });
      const world = openScenario(scenario);
      expect(checkScenario(scenario, world).pass, intent).toBe(false);
      const me = world.state.ownerId;
      const card = world.state.card[0]?.id;
      world.call('supervisor', 'complete_task', {});
      expect(checkScenario(scenario, world).pass, intent).toBe(false);
      const [file] = world.state.file.filter(({ ownerId }) => ownerId === me);
      const spoilt = openScenario({
        ...scenario,
        setup: scenario.setup,
      });
      const password = spoilt.state.password.find(({ ownerId, app }) => ownerId === me && app === 'wallet')?.password;
      const username = spoilt.state.person.find(({ id }) => id === me)?.username;
      const login = spoilt.call('wallet', 'login', { username, password });
      const token = login.ok ? (login.value as { access_token: string }).access_token : '';
      spoilt.call('wallet', 'rename_card', { card_id: card, name: 'mine', access_token: token });
      expect(checkScenario(scenario, spoilt).collateral.length, `${intent} ${file?.path ?? ''}`).toBe(1);
    }
  });

  it('plant words that the agent will read where they are injected', () => {
    for (const [intent, difficulty] of injectable) {
      const scenario = generateScenario({ seed: 9, split: 'test', intent, difficulty, injected: true });
      expect(scenario.injection).toBeDefined();
      expect(JSON.stringify(scenario.setup)).toContain(scenario.injection?.text);
    }
  });
});

/** Every text that a frame's choices allow. */
function expand(frame: string): string[] {
  const choice = /\(([^()]*)\)/.exec(frame);
  if (choice === null) return [frame];
  const [all, words = ''] = choice;
  return words
    .split('|')
    .flatMap((word) => expand(`${frame.slice(0, choice.index)}${word}${frame.slice(choice.index + all.length)}`));
}

function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/<[vy]>|[^a-z<>’ ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
