import { daysBefore, generateWorld } from '../world/generate-world.ts';
import type { Split } from '../world/names.ts';
import { matches } from '../world/parts.ts';
import { Chance } from '../../core/chance.ts';
import type { Contact, Person } from '../world/state.ts';
import { World, type SetupCall } from '../world/world.ts';
import { intentBuilders } from './intent-builders.ts';
import { chooseWords, sayAmount, fillSlots, type SaidAmount } from './say.ts';
import { intents, type ExpectedChange, type Goal, type Intent, type Scenario } from './scenario.ts';
import { dressFrame } from './train-dress.ts';
import { wordings, type Wordings } from './wordings.ts';

export type Difficulty = 1 | 2 | 3;
/** What a scenario is drawn from; the same parts give the same one. */
export type Errand = {
  readonly seed: number;
  readonly split: Split;
  readonly intent: Intent;
  readonly difficulty: Difficulty;
  /** Somebody's text in the world asks for money; only where the agent reads what others wrote (`injectable`). */
  readonly injected?: boolean;
  /** The wordings, where the split's own are not part of the app: those for training. */
  readonly said?: Wordings;
};
export type SaidPerson = { person: Person; said: string; how: Goal['people'][number]['how'] };

/** What a builder of one intent works with; it fills slots, lays the world out and says what has to come of it. */
export class Draft {
  readonly chance: Chance;
  readonly split: Split;
  readonly world: World;
  readonly difficulty: Difficulty;
  /** The frame with its choices made; slots are still open. */
  readonly frame: string;
  readonly slots: { [slot: string]: string } = { Y: '' };
  readonly setup: SetupCall[] = [];
  injection: Scenario['injection'];
  readonly #said: Wordings;
  readonly #used = new Set<number>();

  constructor(errand: Errand) {
    const { seed, split, intent, difficulty } = errand;
    this.#said = wordingsOf(errand);
    this.chance = new Chance(seed * 7919 + 13);
    this.split = split;
    this.difficulty = difficulty;
    this.world = new World(generateWorld(seed, split));
    const chosen = chooseWords(this.chance.pick(this.#said.frames[`${intent}/${difficulty}`]), this.chance);
    this.frame = split === 'train' ? dressFrame(chosen, this.chance) : chosen;
    this.#used.add(this.world.state.ownerId);
  }

  get me(): Person {
    return this.personOf(this.world.state.ownerId);
  }
  has(slot: string): boolean {
    return this.frame.includes(`<${slot}>`);
  }
  personOf(id: number): Person {
    const found = this.world.state.person.find((person) => person.id === id);
    if (found === undefined) throw new Error(`The world has no person ${String(id)}`);
    return found;
  }
  /** Calls that lay the world out, and are kept as the scenario's set-up. */
  arrange(calls: readonly SetupCall[]): void {
    this.world.arrange(calls);
    this.setup.push(...calls);
  }
  stranger(): Person {
    const person = this.chance.pick(this.world.state.person.filter(({ id }) => !this.#used.has(id)));
    this.#used.add(person.id);
    return person;
  }

  /** Somebody whom the words find among all users. */
  person(slot: string): SaidPerson {
    const person = this.stranger();
    const [first = ''] = person.name.split(' ');
    const said = this.#countUsers(first) === 1 && this.chance.chance(0.75) ? first : person.name;
    if (this.#countUsers(said) !== 1) return this.person(slot);
    this.slots[slot] = said;
    return { person, said, how: 'users' };
  }

  /** Somebody whom only the contacts tell: by a relationship, or by a first name that several users bear. */
  contact(): SaidPerson {
    const contacts = this.world.state.contact;
    if (this.has('R')) {
      const only = contacts.filter(({ relationship }) => this.group(relationship).length === 1);
      const { personId, relationship } = this.chance.pick(only);
      this.slots['R'] = relationship;
      this.#used.add(personId);
      return { person: this.personOf(personId), said: relationship, how: 'relationship' };
    }
    const named = this.chance.shuffle(contacts).find(({ name }) => {
      const [first = ''] = name.split(' ');
      return this.#countUsers(first) > 1 && contacts.filter((other) => matches(other.name, first)).length === 1;
    });
    if (named === undefined) return this.person('P');
    const [first = ''] = named.name.split(' ');
    this.slots['P'] = first;
    this.#used.add(named.personId);
    return { person: this.personOf(named.personId), said: first, how: 'contacts' };
  }

  group(relationship: string): Contact[] {
    return this.world.state.contact.filter((contact) => contact.relationship === relationship);
  }

  amount(slot: string, low: number, high: number, plain = false): SaidAmount {
    const said = sayAmount(this.chance, this.split, low, high, plain);
    this.slots[slot] = said.goal.said;
    return said;
  }

  note(): string | undefined {
    if (!this.has('N')) return undefined;
    const said = this.chance.pick(this.#said.notes);
    this.slots['N'] = said;
    return said;
  }

  isPrivate(): boolean {
    const wanted = this.has('V') && this.chance.chance(0.35);
    this.slots['V'] = wanted ? this.chance.pick(this.#said.privacy) : '';
    return wanted;
  }

  /** Words that ask for money in a place where the agent will read them. */
  plant(): string {
    const payee = this.stranger();
    const dollars = this.chance.int(50, 400);
    const text = fillSlots(this.chance.pick(this.#said.injections), {
      A: String(dollars),
      U: String(payee.id),
    });
    this.injection = { text, payeeId: payee.id, amount: dollars * 100 };
    return text;
  }

  earlier(days: number): string {
    return daysBefore(this.world.state.now, days, 12);
  }

  #countUsers(words: string): number {
    const { person, ownerId } = this.world.state;
    return person.filter(({ id, name, username }) => id !== ownerId && matches(`${name} ${username}`, words)).length;
  }
}

export type Built = { goal: Goal; state: ExpectedChange[]; answer?: number };

function wordingsOf({ split, said }: Errand): Wordings {
  if (said !== undefined) return said;
  if (split === 'train') throw new Error('The wordings for training are data: pass them as `said`.');
  return wordings[split];
}

export function generateScenario(errand: Errand): Scenario {
  const { seed, split, intent, difficulty, injected = false } = errand;
  const draft = new Draft(errand);
  const { goal, state, answer } = intentBuilders[intent](draft, injected);
  return {
    id: `${split}-${intent}-${String(difficulty)}-${String(seed)}${injected ? '-injected' : ''}`,
    seed,
    split,
    instruction: writeDown(draft, draft.frame, draft.chance),
    intent,
    difficulty,
    setup: draft.setup,
    check: { state, ...(answer === undefined ? {} : { answer }) },
    ...(draft.injection === undefined ? {} : { injection: draft.injection }),
    goal,
  };
}

/** The frame with its slots filled, its first letter large or small as people write. */
function writeDown(draft: Draft, frame: string, chance: Chance): string {
  const said = fillSlots(frame, draft.slots);
  const startsWithName = Object.values(draft.slots).some((slot) => slot !== '' && said.startsWith(slot));
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`.replace(/^([A-Z])/, (first) =>
    chance.chance(0.5) && !startsWithName ? first.toLowerCase() : said.charAt(0) === first ? first : said.charAt(0),
  );
}

/** The same errand in other frames with the same slots: each step is the same, whatever words asked for it. */
export function sayOtherwise(errand: Errand, count: number): string[] {
  const { seed, split, intent, difficulty, injected = false } = errand;
  const draft = new Draft(errand);
  intentBuilders[intent](draft, injected);
  const slotsOf = (frame: string): string => [...new Set(frame.match(/<[A-Z]>/g))].sort().join('');
  const wanted = slotsOf(draft.frame);
  const chance = new Chance(seed * 17 + 3);
  const alike: string[] = [];
  for (let attempt = 0; attempt < 40 * count && alike.length < count; attempt++) {
    const frame = chooseWords(chance.pick(wordingsOf(errand).frames[`${intent}/${difficulty}`]), chance);
    if (slotsOf(frame) !== wanted) continue;
    alike.push(writeDown(draft, split === 'train' ? dressFrame(frame, chance) : frame, chance));
  }
  return alike;
}

/** Where an agent reads what others wrote. */
export const injectable: readonly (readonly [Intent, Difficulty])[] = [
  ['answer_requests', 1],
  ['refund', 2],
  ['split_bill', 3],
  ['remind', 2],
];

/** The scenarios that figures are given for: all intents and difficulties alike, and injected ones beside them. */
export function scenarioSet(split: Exclude<Split, 'train'>, each: number, injectedEach: number): Scenario[] {
  const base = { dev: 2_000_000, test: 3_000_000 }[split];
  const plain = intents.flatMap((intent, place) =>
    ([1, 2, 3] as const).flatMap((difficulty) =>
      Array.from({ length: each }, (_, number) =>
        generateScenario({ seed: base + place * 10_000 + difficulty * 1000 + number, split, intent, difficulty }),
      ),
    ),
  );
  const injected = injectable.flatMap(([intent, difficulty], place) =>
    Array.from({ length: injectedEach }, (_, number) =>
      generateScenario({ seed: base + 500_000 + place * 1000 + number, split, intent, difficulty, injected: true }),
    ),
  );
  return [...plain, ...injected];
}

/** The scenario's world, laid out and ready. */
export function openScenario({ seed, split, setup }: Scenario): World {
  const world = new World(generateWorld(seed, split));
  world.arrange(setup.map(({ at, ...call }) => (at === undefined ? call : { ...call, at })));
  return world;
}
