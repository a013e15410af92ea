import type { ActorStep, StepArgument, StepValue } from '../../protocol/actor.ts';
import type { Seen, Thought } from '../agents/phrases.ts';
import { digitsIn } from './say.ts';
import type { AmountGoal, Goal, Scenario } from './scenario.ts';

type Steps = Generator<ActorStep, string, string>;

/**
 * Solves a scenario whose goal is known, a step at a time: it yields a step and is handed the observation. What it copies
 * always stands in the instruction or in the latest observation, so that its steps can teach an actor that sees no more.
 */
export function* solve(scenario: Scenario & { goal: Goal }): Steps {
  const { goal } = scenario;
  const injected = scenario.injection?.text;
  const steps = new StepWriter((observation) => injected === undefined || !observation.includes(injected));
  const observation = yield* open(steps, 'wallet', 'start', '');
  return yield* solvers[scenario.intent](steps, goal, scenario.difficulty, observation);
}

class StepWriter {
  readonly #isSafe: (observation: string) => boolean;
  constructor(isSafe: (observation: string) => boolean) {
    this.#isSafe = isSafe;
  }
  write(seen: Seen, thought: Thought, call: string, args: readonly StepArgument[], observation: string): ActorStep {
    return { seen, safe: this.#isSafe(observation), thought, call, args };
  }
}

const word = (name: string, said: string): StepArgument => ({ name, value: { kind: 'word', word: said } });
const fromInstruction = (name: string, text: string): StepArgument => ({
  name,
  value: { kind: 'copy', text, from: 'instruction' },
});
const fromObservation = (name: string, text: string): StepArgument => ({
  name,
  value: { kind: 'copy', text, from: 'observation' },
});
const page = (number: number): StepArgument => ({ name: 'page', value: { kind: 'number', parts: [number] } });

function amountOf({ said, parts }: AmountGoal, divide: Goal['divide']): StepArgument {
  const divided = divide === undefined ? {} : { divide };
  const value: StepValue =
    parts === undefined
      ? { kind: 'copy', text: digitsIn(said), from: 'instruction', ...divided }
      : { kind: 'number', parts, ...divided };
  return { name: 'amount', value };
}

function* open(steps: StepWriter, app: 'wallet' | 'phone' | 'files', seen: Seen, observation: string): Steps {
  const details = yield steps.write(seen, 'details', 'supervisor.show_passwords', [word('app_name', app)], observation);
  const [, username = '', password = ''] = details.split(/\s+/);
  const args = [fromObservation('username', username), fromObservation('password', password)];
  return yield steps.write('passwords', 'login', `${app}.login`, args, details);
}

/** Looks the person up as the goal says; the observation then names exactly one. */
function* findPerson(steps: StepWriter, person: Goal['people'][number], before: Seen, observation: string): Steps {
  let latest = observation;
  let seen = before;
  if (person.how !== 'relationship') {
    latest = yield steps.write(seen, 'person', 'wallet.search_users', [fromInstruction('query', person.said)], latest);
    if (person.how === 'users') return latest;
    seen = 'several';
  }
  latest = yield* open(steps, 'phone', seen, latest);
  const [call, name] =
    person.how === 'relationship' ? ['phone.show_contacts', 'relationship'] : ['phone.search_contacts', 'query'];
  return yield steps.write('open', 'contacts', call, [fromInstruction(name, person.said)], latest);
}

function* finish(steps: StepWriter, seen: Seen, observation: string): Steps {
  return yield steps.write(seen, 'finish', 'supervisor.complete_task', [], observation);
}

function extras(goal: Goal): StepArgument[] {
  return [
    ...(goal.note === undefined ? [] : [fromInstruction('note', goal.note)]),
    ...(goal.private ? [word('private', 'true')] : []),
  ];
}

function firstId(observation: string): string {
  return /\n(\d+) /.exec(observation)?.[1] ?? '';
}

/** Sends or asks each of the people in turn, topping up where the balance turns out too low. */
function* dealWithPeople(steps: StepWriter, goal: Goal, deed: 'send' | 'request', observation: string): Steps {
  const amount = goal.amount;
  if (amount === undefined) return observation;
  const [thought, call]: [Thought, string] =
    deed === 'send' ? ['pay', 'wallet.send_money'] : ['ask', 'wallet.request_money'];
  let latest = observation;
  let seen: Seen = 'open';
  for (const person of goal.people) {
    latest = yield* findPerson(steps, person, seen, latest);
    const deedArgs = (id: string) => [fromObservation('user_id', id), amountOf(amount, goal.divide), ...extras(goal)];
    latest = yield steps.write('one', thought, call, deedArgs(firstId(latest)), latest);
    if (latest.includes('insufficient_balance') && goal.topUp !== undefined) {
      latest = yield* topUp(steps, goal.topUp, 'short', latest);
      latest = yield steps.write('more', thought, call, deedArgs(firstId(latest)), latest);
    }
    seen = 'done';
  }
  return yield* finish(steps, 'done', latest);
}

function* topUp(steps: StepWriter, amount: AmountGoal, seen: Seen, observation: string): Steps {
  const cards = yield steps.write(seen, 'cards', 'wallet.show_cards', [], observation);
  const id = /^(\d+) .* default/m.exec(cards)?.[1] ?? '';
  const args = [amountOf(amount, undefined), fromObservation('card_id', id)];
  return yield steps.write('cards', 'topUp', 'wallet.add_balance', args, cards);
}

/** Deals with each row that is listed, or with those that the goal names. */
function* dealWithRows(
  steps: StepWriter,
  call: string,
  thought: Thought,
  only: readonly number[] | undefined,
  observation: string,
): Steps {
  let latest = observation;
  let seen: Seen = 'rows';
  const wanted = only?.map(String);
  for (;;) {
    const id = wanted === undefined ? firstId(latest) : (wanted.shift() ?? '');
    if (id === '') return yield* finish(steps, wanted === undefined ? 'none' : 'more', latest);
    latest = yield steps.write(seen, thought, call, [fromObservation('request_id', id)], latest);
    seen = 'more';
    if (wanted?.length === 0) return yield* finish(steps, firstId(latest) === '' ? 'done' : 'more', latest);
    if (firstId(latest) === '') return yield* finish(steps, 'done', latest);
  }
}

/** Reads a listing to its last page. */
function* readAll(
  steps: StepWriter,
  seen: Seen,
  thought: Thought,
  call: string,
  args: readonly StepArgument[],
  observation: string,
): Steps {
  let latest = observation;
  let number = 0;
  let now = seen;
  do {
    latest = yield steps.write(now, number === 0 ? thought : 'next', call, [...args, page(number)], latest);
    number += 1;
    now = 'pages';
  } while (latest.startsWith('more'));
  return latest;
}

const requestListing = (goal: Goal): StepArgument[] => [
  word('status', 'pending'),
  ...(goal.query === undefined ? [] : [fromInstruction('query', goal.query)]),
];

type Solver = (steps: StepWriter, goal: Goal, difficulty: number, observation: string) => Steps;

const solvers: { [Name in Scenario['intent']]: Solver } = {
  send_money: (steps, goal, _, observation) => dealWithPeople(steps, goal, 'send', observation),
  request_payment: (steps, goal, _, observation) => dealWithPeople(steps, goal, 'request', observation),

  add_balance: function* (steps, goal, _, observation) {
    if (goal.amount === undefined) return observation;
    const [first, second] = goal.cards;
    if (first === undefined) {
      const done = yield* topUp(steps, goal.amount, 'open', observation);
      return yield* finish(steps, 'done', done);
    }
    let latest = yield steps.write('open', 'cards', 'wallet.show_cards', [], observation);
    const idOf = (name: string, text: string) => new RegExp(`^(\\d+) ${name}\\b`, 'm').exec(text)?.[1] ?? '';
    const args = (name: string, text: string) => [
      amountOf(goal.amount ?? { said: '' }, undefined),
      fromObservation('card_id', idOf(name, text)),
    ];
    latest = yield steps.write('cards', 'topUp', 'wallet.add_balance', args(first, latest), latest);
    if (second === undefined || latest.startsWith('done')) return yield* finish(steps, 'done', latest);
    const again = yield steps.write('expired', 'cards', 'wallet.show_cards', [], latest);
    latest = yield steps.write('cards', 'other', 'wallet.add_balance', args(second, again), again);
    return yield* finish(steps, 'done', latest);
  },

  split_bill: function* (steps, goal, difficulty, observation) {
    if (difficulty === 1) return yield* dealWithPeople(steps, goal, 'request', observation);
    const [group] = goal.people;
    if (group === undefined) return observation;
    let latest = yield* findPerson(steps, group, 'open', observation);
    if (difficulty === 3) {
      latest = yield* open(steps, 'files', 'rows', latest);
      const found = yield steps.write(
        'open',
        'file',
        'files.search_files',
        [fromInstruction('query', goal.file ?? '')],
        latest,
      );
      const path = found.split('\n')[0] ?? '';
      latest = yield steps.write('found', 'read', 'files.read_file', [fromObservation('path', path)], found);
    }
    let seen: Seen = difficulty === 3 ? 'total' : 'rows';
    while (firstId(latest) !== '') {
      const total = /Total: ([\d.]+\d)/.exec(latest)?.[1] ?? '';
      const share: StepArgument =
        difficulty === 3
          ? { name: 'amount', value: { kind: 'copy', text: total, from: 'observation', divide: 'share' } }
          : amountOf(goal.amount ?? { said: '' }, 'share');
      const args = [fromObservation('user_id', firstId(latest)), share, ...extras(goal)];
      latest = yield steps.write(seen, 'ask', 'wallet.request_money', args, latest);
      seen = 'more';
    }
    return yield* finish(steps, 'done', latest);
  },

  answer_requests: function* (steps, goal, _, observation) {
    const listed = yield* readAll(
      steps,
      'open',
      'requests',
      'wallet.show_received_requests',
      requestListing(goal),
      observation,
    );
    const [call, thought]: [string, Thought] =
      goal.deed === 'deny' ? ['wallet.deny_request', 'deny'] : ['wallet.approve_request', 'approve'];
    return yield* dealWithRows(steps, call, thought, goal.rowIds, listed);
  },

  remind: function* (steps, goal, _, observation) {
    const listed = yield* readAll(
      steps,
      'open',
      'requests',
      'wallet.show_sent_requests',
      requestListing(goal),
      observation,
    );
    return yield* dealWithRows(steps, 'wallet.remind', 'remind', goal.rowIds, listed);
  },

  refund: function* (steps, goal, difficulty, observation) {
    const [person] = goal.people;
    if (person === undefined) return observation;
    const found = yield* findPerson(steps, person, 'open', observation);
    const asks = difficulty === 3;
    const args = [word('direction', asks ? 'sent' : 'received'), fromObservation('user_id', firstId(found)), page(0)];
    const rows = yield steps.write('one', 'history', 'wallet.show_transactions', args, found);
    const [, user = '', amount = ''] = /\n(\d+) \D+ ([\d.]+) /.exec(rows) ?? [];
    const how = goal.amount === undefined ? fromObservation('amount', amount) : amountOf(goal.amount, undefined);
    const deed = [fromObservation('user_id', user), how];
    const done = yield steps.write(
      'rows',
      asks ? 'ask' : 'pay',
      asks ? 'wallet.request_money' : 'wallet.send_money',
      deed,
      rows,
    );
    return yield* finish(steps, 'done', done);
  },

  spending: function* (steps, goal, _, observation) {
    let latest = yield steps.write('open', 'date', 'supervisor.show_date', [], observation);
    let seen: Seen = 'date';
    const [person] = goal.people;
    if (person !== undefined) {
      latest = yield* findPerson(steps, person, 'date', latest);
      seen = 'one';
    }
    const args = [
      word('direction', 'sent'),
      ...(person === undefined ? [] : [fromObservation('user_id', firstId(latest))]),
      word('month', 'last_month'),
      ...(goal.query === undefined ? [] : [fromInstruction('query', goal.query)]),
    ];
    latest = yield* readAll(steps, seen, 'history', 'wallet.show_transactions', args, latest);
    return yield steps.write('complete', 'answer', 'supervisor.complete_task', [word('answer', 'total')], latest);
  },
};
