import type { ActorStep, StepArgument, StepValue } from '../../protocol/actor.ts';
import { actorVocabulary, type VocabularyArgument } from './actor-vocabulary.ts';
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
        ...(app === 'wallet' ? ['left, bill = [], ""'] : []),
        `print("${app} is open")`,
      ].join('\n');
    case 'show_date':
      return `today = ${call}["date"]\nprint(today)`;
    case 'show_cards':
      return `cards = ${call}["rows"]\nprint(cards)`;
    case 'search_files':
    case 'show_passwords':
      return `print(${call})`;
    case 'read_file':
      return `bill = ${call}\nprint(len(left), "left", left, bill)`;
    case 'add_balance':
      return `done = ${call}\nprint("done", len(left), "left", left, bill)`;
    case 'complete_task':
      return `${call}\nprint("finished")`;
    case 'search_users':
    case 'search_contacts':
    case 'show_contacts':
      return `left = ${call}["rows"]\npeople = list(left)\nprint(len(left), left)`;
    case 'show_transactions':
    case 'show_received_requests':
    case 'show_sent_requests':
      return renderListing(step, call);
    default:
      return renderDeed(step, call);
  }
}

function renderListing({ args }: ActorStep, call: string): string {
  const page = args.find(({ name }) => name === 'page');
  const first = page === undefined || renderNumber(page.value) === '0';
  const left = first ? 'left = page["rows"]' : 'left = left + page["rows"]';
  return `page = ${call}\n${left}\nprint("more" if page["more"] else "all", len(left), left)`;
}

/** After a deed, what remains to be done is printed. */
function renderDeed({ args }: ActorStep, call: string): string {
  const id = args.find(({ name }) => name === 'user_id' || name === 'request_id');
  const done = id === undefined ? '0' : renderNumber(id.value);
  const rest = `left = [row for row in left if row.get("user", row["id"]) != ${done}]`;
  return `done = ${call}\n${rest}\nprint("done", len(left), "left", left, bill)`;
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
  if (value.divide === 'half') return `round(${plain} / 2, 2)`;
  return value.divide === 'share' ? `round(${plain} / (len(people) + 1), 2)` : plain;
}

/** The number as Python writes it; copied words that are none stay a text, and the call says what is wrong with it. */
function plainNumber(text: string): string {
  const bare = text.replace(/[,\s]/g, '');
  return /^\d{1,9}(\.\d{1,4})?$/.test(bare) ? bare.replace(/^0+(?=\d)/, '') : JSON.stringify(text);
}
