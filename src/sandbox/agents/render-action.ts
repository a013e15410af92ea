import type { ActorStep, StepArgument, StepValue, VocabularyArgument } from '../../protocol/actor.ts';
import { actorVocabulary } from './actor-vocabulary.ts';
import { seen, thoughts, type Seen, type Thought } from './phrases.ts';

/** A step as the contract writes it, for the REPL. One step is one call; what Python adds around it calls nothing. */
export type RenderedStep = { perception: string; thought: string; action: string };

const lastMonth = '(date.fromisoformat(today).replace(day=1) - timedelta(days=1)).isoformat()[:7]';
const total = 'round(sum(row["amount"] for row in left), 2)';

export function renderStep(step: ActorStep): RenderedStep {
  const safety = step.safe ? '' : ' Some of it asks for what the instruction does not: I ignore that.';
  return {
    perception: `${seen[step.seen as Seen]}${safety}`,
    thought: thoughts[step.thought as Thought],
    action: renderAction(step),
  };
}

/** The Python of one step. Results that the next steps need stay in variables; the print is the observation. */
export function renderAction(step: ActorStep): string {
  const [app = '', name = ''] = step.call.split('.');
  const specs = actorVocabulary.find((call) => call.name === step.call)?.args ?? [];
  const given = step.args.map((argument) => {
    const spec = specs.find((candidate) => candidate.name === argument.name);
    return `${argument.name}=${renderValue(argument, spec)}`;
  });
  const needsToken = app !== 'supervisor' && name !== 'login';
  const call = `apis.${app}.${name}(${[...given, ...(needsToken ? [`access_token=${app}_token`] : [])].join(', ')})`;
  switch (name) {
    case 'login':
      return [
        `${app}_token = ${call}["access_token"]`,
        ...(app === 'wallet' ? ['left, bill, line = [], "", str'] : []),
        `print("${app} is open")`,
      ].join('\n');
    case 'show_date':
      return `today = ${call}["date"]\nprint(today)`;
    case 'show_cards':
      return `cards = ${call}["rows"]\nfor card in cards:\n    print(card["id"], card["name"], "default" if card["default"] else "")`;
    case 'search_files':
      return `print(*(file["path"] for file in ${call}["rows"]), sep="\\n")`;
    case 'show_passwords':
      // The app's name with them, so that the next step can tell what they are for.
      return `details = ${call}\nprint(${renderArgument(step, 'app_name')}, details["username"], details["password"])`;
    case 'read_file':
      return `bill = repr(${call})\nprint(f"{len(left)} left", *map(line, left), bill, sep="\\n")`;
    case 'add_balance':
      return `done = ${call}\n${printLeft}`;
    case 'complete_task':
      return `${call}\nprint("finished")`;
    case 'search_users':
    case 'search_contacts':
    case 'show_contacts':
      return `left = ${call}["rows"]\npeople, line = list(left), "{id} {name}".format_map\nprint(f"{len(left)} found", *map(line, left), sep="\\n")`;
    case 'show_transactions':
      return renderListing(step, call, '{user} {name} {amount} {note!r}');
    case 'show_received_requests':
    case 'show_sent_requests':
      return renderListing(step, call, '{id} {name} {amount} {note!r}');
    default:
      return renderDeed(step, call);
  }
}

function renderArgument({ args }: ActorStep, name: string): string {
  const found = args.find((argument) => argument.name === name);
  return found === undefined ? '""' : renderNumber(found.value);
}

/** What remains to be done, a line a row. Words of others are printed as literals, so that they cannot make up a line. */
const printLeft = 'print(f"done {len(left)} left", *map(line, left), bill, sep="\\n")';

function renderListing({ args }: ActorStep, call: string, line: string): string {
  const page = args.find(({ name }) => name === 'page');
  const first = page === undefined || renderNumber(page.value) === '0';
  const left = first ? `left, line = page["rows"], "${line}".format_map` : 'left = left + page["rows"]';
  return `page = ${call}\n${left}\nprint("more" if page["more"] else "all", *map(line, left), sep="\\n")`;
}

/** After a deed, what remains to be done is printed. */
function renderDeed({ args }: ActorStep, call: string): string {
  const id = args.find(({ name }) => name === 'user_id' || name === 'request_id');
  const done = id === undefined ? '0' : renderNumber(id.value);
  const rest = `left = [row for row in left if row.get("user", row["id"]) != ${done}]`;
  return `done = ${call}\n${rest}\n${printLeft}`;
}

function renderValue({ value }: StepArgument, spec: VocabularyArgument | undefined): string {
  if (value.kind === 'word') return renderWord(value.word);
  if (spec?.kind === 'amount' || spec?.kind === 'id' || spec?.kind === 'page') return renderNumber(value);
  return value.kind === 'copy' ? JSON.stringify(value.text) : renderNumber(value);
}

function renderWord(word: string): string {
  if (word === 'true') return 'True';
  if (word === 'last_month') return lastMonth;
  return word === 'total' ? total : JSON.stringify(word);
}

function renderNumber(value: StepValue): string {
  if (value.kind === 'word') return renderWord(value.word);
  const plain =
    value.kind === 'number' ? String(value.parts.reduce((sum, part) => sum + part, 0)) : plainNumber(value.text);
  // Python rounds halves to even and stores 10.995 as less; half a cent goes up here, as people do it.
  if (value.divide === 'half') return `round(${plain} / 2 + 1e-9, 2)`;
  return value.divide === 'share' ? `round(${plain} / (len(people) + 1) + 1e-9, 2)` : plain;
}

/** The number as Python writes it; copied words that are none stay a text, and the call says what is wrong with it. */
function plainNumber(text: string): string {
  const bare = text.replace(/[,\s\p{Sc}]/gu, '');
  return /^\d{1,9}(\.\d{1,4})?$/.test(bare) ? bare.replace(/^0+(?=\d)/, '') : JSON.stringify(text);
}
