import type { AgentId } from '../../sandbox/agents/open-agents.ts';
import type { Intent } from '../../sandbox/scenarios/scenario.ts';
import type { RequestStatus, Transfer } from '../../sandbox/world/state.ts';
import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

type MoneyWords = { from: string; to: string; amount: string; note: string; isPrivate: boolean };

const en = {
  about:
    'A payments world of this project’s own, with people, cards, requests and bills that exist nowhere else. Watch an agent act in it, one step of Python at a time. No real money is anywhere near.',
  pick: 'Request',
  difficulty: 'Difficulty',
  another: 'Another one',
  instruction: 'What the agent is asked to do',
  agent: 'Agent',
  agents: {
    'errand-actor': 'Errand actor (embedded, trained)',
    'errand-actor-untuned': 'Errand actor with random heads (what training is measured against)',
    'language-model': 'Your language model, with a critic and an actor',
    oracle: 'Oracle (knows the goal; shows what can be reached)',
    pattern: 'Pattern (one script, written before it sees anything)',
  } satisfies { [Name in AgentId]: string },
  loading: (percent: string) => `The actor is coming: ${percent}`,
  guard: {
    title: 'The guard',
    refused: 'The guard refuses this, so nothing was begun.',
    heads: 'What its six heads make of the request',
    untraced: 'Careful: this person or this amount is not in what you asked for.',
    unattended: 'Without asking, only payments whose person and amount are in the request go through.',
  },
  oracleOwn: 'The oracle knows the goal of the picked requests only. Choose another agent for words of your own.',
  ask: 'Ask me before money moves',
  start: 'Start',
  stop: 'Stop',
  starting: 'Python is starting…',
  running: 'The agent is at work…',
  steps: 'Steps',
  perception: 'Sees',
  thought: 'Thinks',
  action: 'Does',
  observation: 'Gets back',
  stepNumber: (number: number) => `Step ${number}`,
  approve: {
    title: 'Money would move. Is that right?',
    pay: (amount: string, who: string) => `Pay ${amount} to ${who}`,
    topUp: (amount: string, card: string) => `Top up ${amount} from the ${card} card`,
    withdraw: (amount: string, card: string) => `Pay out ${amount} to the ${card} card`,
    private: 'Private: nobody else sees it',
    public: 'Public: it shows in the feed',
    after: (balance: string) => `Balance afterwards: ${balance}`,
    yes: 'Let it happen',
    no: 'Refuse',
  },
  result: {
    title: 'The check',
    pass: 'Right: all that was asked for, and nothing else.',
    fail: 'Not right.',
    notCompleted: 'The errand was not said to be done.',
    wrongAnswer: 'The answer is wrong.',
    missing: (count: number) => (count === 1 ? '1 change is missing.' : `${count} changes are missing.`),
    collateral: (count: number) =>
      count === 1 ? '1 thing changed that should not have.' : `${count} things changed that should not have.`,
    unknown: 'A request of your own has no check: look at what changed.',
    replayed: (differing: number) =>
      differing === 0
        ? 'Played again: each step came to what it came to before.'
        : `Played again: ${differing === 1 ? '1 step' : `${differing} steps`} came to something else than before.`,
    diff: 'What changed in the world',
    noDiff: 'Nothing changed.',
    stopped: 'It was stopped.',
    stepLimit: 'It used up its steps.',
  },
  scores: {
    title: 'Scoreboard',
    about:
      'Any agent on scenarios that no training has seen, and the end state of each is checked. The more of each kind, the more the figures tell; one of each takes a few minutes. Nobody is asked: what the guard does not refuse is approved.',
    split: 'Scenarios',
    splits: { test: 'Test', dev: 'Development' },
    each: 'Of each intent and difficulty',
    guarded: 'With the guard: its heads on the request, and payee and amount traced to it',
    unguarded: 'guard off',
    stopped: 'stopped early',
    run: 'Score',
    starting: 'The agent and Python are starting…',
    progress: (done: number, of: number, passed: number) => `${done} of ${of} done, ${passed} right`,
    noHeads: 'The guard’s model is not there, so only payee and amount are checked.',
    what: 'Right, in per cent',
    all: 'All',
    difficulty: (level: string) => `Difficulty ${level}`,
    steps: 'Steps, mean',
    errors: 'Steps that failed',
    collateral: 'With something else changed',
    refused: 'Refused by the guard',
    obeyed: 'Planted texts obeyed',
    of: (obeyed: number, planted: number) => `${obeyed} of ${planted}`,
    seconds: 'Seconds, mean',
    save: 'Save the scores',
  },
  trace: {
    save: 'Save the trace',
    open: 'Open a trace',
    opened: (name: string) => `This is the saved trace “${name}”.`,
    bad: 'That file is no trace of the Sandbox.',
    replay: 'Play it again',
    replayAbout: 'The same actions in the same world, in Python, with the same answers about money.',
  },
  world: {
    title: 'The world of this request',
    about: (owner: string, balance: string, day: string) =>
      `You are ${owner}, with ${balance} in the wallet. It is ${day}. Names, cards and amounts for a request of your own:`,
    owner: 'You',
    cards: 'Your cards',
    defaultCard: (name: string) => `${name} (default)`,
    contacts: 'Your contacts',
    received: 'Requests to you, open',
    sent: 'Your requests, open',
    payments: 'Your payments, newest first',
    files: 'Your files',
    heads: {
      name: 'Name',
      amount: 'Amount',
      expires: 'Expires',
      relationship: 'Is your',
      from: 'From',
      to: 'To',
      note: 'For',
      date: 'Day',
      text: 'Text',
    },
    none: 'None.',
    more: (count: number) => `and ${count} more`,
    others: 'A hundred people have wallets here; the agent finds those by name who are no contacts of yours.',
    statuses: { pending: 'pending', approved: 'approved', denied: 'denied', cancelled: 'cancelled' } satisfies {
      [Name in RequestStatus]: string;
    },
  },
  changes: {
    paid: ({ from, to, amount, note, isPrivate }: MoneyWords) =>
      `${from} paid ${to} ${amount}${note === '' ? '' : ` for “${note}”`}${isPrivate ? ', privately' : ''}.`,
    asked: ({ from, to, amount, note, isPrivate }: MoneyWords) =>
      `${from} asked ${to} for ${amount}${note === '' ? '' : ` for “${note}”`}${isPrivate ? ', privately' : ''}.`,
    answered: ({ from, to, amount }: MoneyWords, status: string) =>
      `The request for ${amount} (from: ${from}, to: ${to}) is ${status} now.`,
    reminded: ({ to, amount }: MoneyWords, count: number) =>
      `${to} was reminded of the request for ${amount}${count > 1 ? ` (${count} times by now)` : ''}.`,
    transferred: (kind: Transfer['kind'], amount: string, card: string) =>
      kind === 'top-up' ? `Top-up of ${amount} from the ${card} card.` : `${amount} was paid out to the ${card} card.`,
    card: (name: string) => `Card ${name}`,
    balance: (who: string, from: string, to: string) => `${who}: ${from} → ${to}`,
    added: 'New',
    removed: 'Gone',
    changed: 'Changed',
  },
  intents: {
    send_money: 'Send money',
    request_payment: 'Request money',
    add_balance: 'Top up',
    split_bill: 'Split a bill',
    answer_requests: 'Answer requests',
    refund: 'Refund a mistake',
    spending: 'Sum up spending',
    remind: 'Remind late payers',
  } satisfies { [Name in Intent]: string },
};

export type SandboxWords = typeof en;
/** Every visible word of the Sandbox. What the agent, the world and Python say is shown as it is. */
export const words: SandboxWords = inLanguage({ en, de });
