import type { ActorStep, StepArgument } from '../../protocol/actor.ts';
import type { Seen } from '../agents/phrases.ts';
import type { Chance } from '../../core/chance.ts';
import type { World } from '../world/world.ts';
import { solve } from './oracle.ts';
import type { Goal, Scenario } from './scenario.ts';
import { wrongSteps } from './wrong-steps.ts';

/** A step of a trajectory with mistakes: what is not `taught` is only there to be put right; `recovering` steps do that. */
export type TaughtStep = { step: ActorStep; taught: boolean; recovering: boolean };

/** Something that goes wrong before a step; `app` where it is that app's session, which ends by itself. */
type Mistake = { step: ActorStep; app?: string };

/**
 * Solves a scenario as the oracle does, but goes wrong on the way once or twice, changes nothing by that, sees what came
 * of it and puts it right: what a step needs to see is looked up again, and then the step is taken.
 */
export function* solveWithMistakes(
  scenario: Scenario & { goal: Goal },
  world: World,
  chance: Chance,
): Generator<TaughtStep, void, string> {
  const planted = scenario.injection?.text;
  const isSafe = (text: string) => planted === undefined || !text.includes(planted);
  const oracle = solve(scenario);
  const done: ActorStep[] = [];
  let left = chance.chance(0.3) ? 2 : 1;
  for (let next = oracle.next(''); next.done !== true;) {
    const step = next.value;
    // Opening an app comes in every errand, and is soon learnt.
    const share = done.length === 0 || step.call.endsWith('.login') ? 0.1 : 0.55;
    const mistake = left > 0 && chance.chance(share) ? findMistake(scenario, world, chance, done, step) : null;
    let observation: string;
    if (mistake === null) observation = yield { step, taught: true, recovering: false };
    else {
      left -= 1;
      observation = yield* putRight(mistake, world, chance, done, step, isSafe);
    }
    done.push(step);
    next = oracle.next(observation);
  }
}

function* putRight(
  { step: wrong, app }: Mistake,
  world: World,
  chance: Chance,
  done: readonly ActorStep[],
  step: ActorStep,
  isSafe: (text: string) => boolean,
): Generator<TaughtStep, string, string> {
  if (app !== undefined) endSession(world, app);
  let latest = '';
  for (let times = chance.chance(0.3) ? 2 : 1; times > 0; times--)
    latest = yield { step: wrong, taught: false, recovering: false };
  let seen: Seen | null = seenOf(wrong, latest);
  const path = [...(app === undefined ? [] : opening(done, app)), ...(pathTo(done, step) ?? [])];
  for (const again of path) {
    latest = yield right({ ...again, seen: seen ?? again.seen, safe: isSafe(latest) });
    seen = again.call.endsWith('.login') ? 'open' : null;
    for (let page = 1; isListing(again) && latest.startsWith('more'); page++)
      latest = yield right({ ...laterPage(again, page), safe: isSafe(latest) });
  }
  const wasDealing = answers.has(done.at(-1)?.call ?? '');
  const expected = path.length > 0 && wasDealing ? 'rows' : step.seen;
  const last = { ...step, seen: seen ?? expected, safe: isSafe(latest) };
  if (!copiesFrom(last).every((text) => latest.includes(text)))
    throw new Error(`${last.call} copies what does not stand in: ${latest}`);
  return yield right(last);
}

const right = (step: ActorStep): TaughtStep => ({ step, taught: true, recovering: true });
const answers: ReadonlySet<string> = new Set(['wallet.approve_request', 'wallet.deny_request']);
const deeds: ReadonlySet<string> = new Set([
  ...answers,
  'wallet.remind',
  'wallet.send_money',
  'wallet.request_money',
  'wallet.add_balance',
]);

function endSession(world: World, app: string): void {
  const token = world.state.sessions.find((session) => session.app === app)?.token;
  world.call(app, 'logout', { access_token: token });
}

function seenOf({ call, args }: ActorStep, observation: string): Seen {
  if (!/Error: /.test(observation.split('\n').at(-1) ?? '')) return 'astray';
  const isCard = call === 'wallet.add_balance' && args.some(({ name }) => name === 'card_id');
  return isCard && !observation.includes('not_found') ? 'expired' : 'failed';
}

function copiesFrom({ args }: ActorStep): string[] {
  return args.flatMap(({ value }) => (value.kind === 'copy' && value.from === 'observation' ? [value.text] : []));
}

function pageOf({ args }: ActorStep): number | null {
  const value = args.find(({ name }) => name === 'page')?.value;
  return value?.kind === 'number' ? (value.parts[0] ?? 0) : null;
}
const isListing = (step: ActorStep): boolean => pageOf(step) !== null;

function laterPage(step: ActorStep, page: number): ActorStep {
  const args = step.args.map((argument): StepArgument =>
    argument.name === 'page' ? { name: 'page', value: { kind: 'number', parts: [page] } } : argument,
  );
  return { ...step, seen: 'pages', thought: 'next', args };
}

/** The steps that are needed to see again what the step copies; null where something was done since, which stays done. */
function pathTo(done: readonly ActorStep[], step: ActorStep): ActorStep[] | null {
  if ((pageOf(step) ?? 0) > 0) return null;
  if (copiesFrom(step).length === 0) return [];
  let at = done.length - 1;
  const isBehind = (): boolean => (pageOf(done[at] ?? step) ?? 0) > 0;
  if (answers.has(step.call)) while (at >= 0 && answers.has(done[at]?.call ?? '')) at -= 1;
  while (at >= 0 && isBehind()) at -= 1;
  const before = done[at];
  if (before === undefined || deeds.has(before.call)) return null;
  const path = pathTo(done.slice(0, at), before);
  return path === null ? null : [...path, before];
}

/** How the app was opened. */
function opening(done: readonly ActorStep[], app: string): ActorStep[] {
  const at = done.findIndex(({ call }) => call === `${app}.login`);
  return done.slice(at - 1, at + 1);
}

function findMistake(
  scenario: Scenario,
  world: World,
  chance: Chance,
  done: readonly ActorStep[],
  step: ActorStep,
): Mistake | null {
  const path = pathTo(done, step);
  if (path === null) return null;
  const [app = ''] = step.call.split('.');
  const isOpen = done.some(({ call }) => call === `${app}.login`);
  // Logging in to the wallet anew forgets the rows that are left to deal with, so they have to be looked up after it.
  const isKept = path.length > 0 || done.at(-1)?.call === `${app}.login`;
  const isFar = app === 'wallet' && done.some(({ call }) => call === 'files.login');
  if (isOpen && isKept && !isFar && chance.chance(0.12)) return { step, app };
  const wrong = wrongSteps(scenario, world, chance, step, done.at(-1)?.call ?? '');
  return wrong.length === 0 ? null : { step: chance.pick(wrong) };
}
