import type { ActorStep, StepArgument } from '../../protocol/actor.ts';
import type { Chance } from '../../core/chance.ts';
import type { World } from '../world/world.ts';
import type { Scenario } from './scenario.ts';

type Write = (call: string, args: readonly StepArgument[]) => ActorStep;

const copy = (name: string, text: string): StepArgument => ({
  name,
  value: { kind: 'copy', text, from: 'instruction' },
});
const word = (name: string, said: string): StepArgument => ({ name, value: { kind: 'word', word: said } });
const page = (number: number): StepArgument => ({ name: 'page', value: { kind: 'number', parts: [number] } });
const pending = word('status', 'pending');

/** Steps that an actor could mistake for this one, and that change nothing; `before` is the call before it. */
export function wrongSteps(
  { instruction }: Scenario,
  world: World,
  chance: Chance,
  step: ActorStep,
  before: string,
): ActorStep[] {
  const write: Write = (call, args) => ({ ...step, call, args });
  const said = step.args.flatMap(({ value }) => (value.kind === 'copy' ? [value.text.toLowerCase()] : [])).join(' ');
  const others = (instruction.match(/\p{L}{3,}/gu) ?? []).filter((text) => !said.includes(text.toLowerCase()));
  const stray = others.length === 0 ? 'money' : chance.pick(others);
  const swap = (argument: StepArgument): ActorStep =>
    write(
      step.call,
      step.args.map((given) => (given.name === argument.name ? argument : given)),
    );
  const isFirst = before === 'wallet.login';
  const strays = isFirst ? lookups(write, stray).filter(({ call }) => call !== step.call) : [];
  const [, name = ''] = step.call.split('.');
  switch (name) {
    case 'show_passwords':
      return openings(write, step, stray, before);
    case 'login':
      return [write(step.call, exchanged(step.args))];
    case 'search_users':
      return [swap(copy('query', stray)), swap(copy('query', stray)), ...strays];
    case 'show_cards':
      return strays;
    case 'show_date':
      return [
        ...strays,
        ...Array.from({ length: 4 }, () =>
          write('wallet.show_transactions', [word('direction', 'sent'), word('month', 'last_month'), page(0)]),
        ),
      ];
    case 'search_contacts':
    case 'search_files':
      return [swap(copy('query', stray))];
    case 'show_contacts':
      return [swap(copy('relationship', stray)), write('phone.search_contacts', [copy('query', said)])];
    case 'read_file':
      return [swap(copy('path', said.replace(/^.*\//, '')))];
    case 'show_received_requests':
    case 'show_sent_requests':
    case 'show_transactions':
      return [...listings(write, step, stray), ...strays];
    case 'send_money':
    case 'request_money':
      return amountsIn(instruction).map((text) => swap(copy('user_id', text)));
    case 'approve_request':
    case 'deny_request':
    case 'remind':
      return ['1', '12', '7.5', '40'].map((text) => swap(copy('request_id', text)));
    case 'add_balance':
      return badCards(world, step).map((id) => swap(copy('card_id', id)));
    default:
      return [];
  }
}

function lookups(write: Write, stray: string): ActorStep[] {
  return [
    write('wallet.show_cards', []),
    write('wallet.search_users', [copy('query', stray)]),
    write('wallet.show_received_requests', [pending, page(0)]),
    write('wallet.show_sent_requests', [pending, page(0)]),
    write('wallet.show_transactions', [word('direction', 'sent'), page(0)]),
  ];
}

/** Before an app is open: another app's password, or a call that wants a login first. */
function openings(write: Write, step: ActorStep, stray: string, before: string): ActorStep[] {
  const value = step.args[0]?.value;
  const app = value?.kind === 'word' ? value.word : 'wallet';
  const others = ['wallet', 'phone', 'files'].filter((name) => name !== app);
  const passwords = others.map((name) => write(step.call, [word('app_name', name)]));
  if (app === 'wallet') return [...passwords, ...lookups(write, stray)];
  if (app === 'files') return [...passwords, write('files.search_files', [copy('query', stray)])];
  const closed = write('phone.search_contacts', [copy('query', stray)]);
  const guess = write('wallet.search_users', [copy('query', stray)]);
  return [...passwords, closed, ...(before === 'wallet.login' ? [guess, guess] : [])];
}

/** User name for password and the other way round. */
function exchanged(args: readonly StepArgument[]): StepArgument[] {
  const values = args.map(({ value }) => value).reverse();
  return args.map(({ name, value }, place) => ({ name, value: values[place] ?? value }));
}

const opposites: { readonly [word: string]: string } = {
  'wallet.show_received_requests': 'wallet.show_sent_requests',
  'wallet.show_sent_requests': 'wallet.show_received_requests',
  sent: 'received',
  received: 'sent',
};

/** The listing of the other direction, of the wrong words or of a page that is not there. */
function listings(write: Write, step: ActorStep, stray: string): ActorStep[] {
  const without = step.args.filter(({ name }) => name !== 'query');
  const [last] = without.slice(-1);
  const other = step.args.map(({ name, value }): StepArgument =>
    name === 'direction' && value.kind === 'word' ? word(name, opposites[value.word] ?? value.word) : { name, value },
  );
  const turned = write(opposites[step.call] ?? step.call, other);
  return [
    turned,
    turned,
    write(step.call, [...without.slice(0, -1), copy('query', stray), ...(last === undefined ? [] : [last])]),
    write(step.call, [...step.args.slice(0, -1), page(1)]),
  ];
}

/** Amounts of the instruction that are nobody's number: those of people have three digits. */
function amountsIn(instruction: string): string[] {
  const found = instruction.match(/\d[\d,]*(\.\d+)?/g) ?? [];
  return found.filter((text) => text.includes('.') || Number(text.replaceAll(',', '')) < 100);
}

/** Cards that have expired or hold next to nothing, and a number that is no card's; none where the step's own is such a card. */
function badCards({ state }: World, { args }: ActorStep): string[] {
  const own = args.find(({ name }) => name === 'card_id')?.value;
  const ids = state.card
    .filter(
      ({ ownerId, funds, expires }) => ownerId === state.ownerId && (funds < 1000 || expires < state.now.slice(0, 7)),
    )
    .map(({ id }) => String(id));
  return own?.kind === 'copy' && ids.includes(own.text) ? [] : [...ids, '20'];
}
