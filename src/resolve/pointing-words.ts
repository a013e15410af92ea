import { readNumber, readOrdinal } from './numbers.ts';
import type { ReferenceContext } from './reference.ts';
import { endsPhrase } from './read-moment.ts';
import { isAt, maxPhraseLength, skip, textAt, tokenize, type Token } from './tokens.ts';

/**
 * The tasks meant by words that point rather than name: "it", "the second one", "#2". Undefined where the phrase is not
 * of that sort; an empty array where it is but nothing is there.
 */
export function pointAt(phrase: string, context: ReferenceContext): readonly string[] | undefined {
  if (phrase.length > maxPhraseLength) return undefined;
  const tokens = tokenize(phrase);
  const text = tokens
    .map((token) => token.text)
    .join(' ')
    .replace(/[ .,!?]+$/, '');
  const exists = (id: string) => context.tasks.some((task) => task.id === id);
  const touched = context.lastTouched.filter(exists);
  if (justTouched.test(text)) return firstOf(touched);
  if (pronoun.test(text)) return touched.length > 0 ? firstOf(touched) : onlyOf(context, exists);
  if (otherOne.test(text)) return other(touched, context.lastListing.filter(exists));
  const position = readPosition(tokens);
  if (position === undefined) return undefined;
  if (context.lastListing.length === 0) return position === -1 ? firstOf(touched) : [];
  const id = context.lastListing.at(position > 0 ? position - 1 : position);
  return id !== undefined && exists(id) ? [id] : [];
}

const pronoun =
  /^(?:it|that|this|that one|this one|that task|this task|the one|the task|that thing|this thing|the thing|the same one|same|the same|itself|that item|this item)$/;
const justTouched =
  /^(?:(?:the |my )?(?:last|latest|newest|most recent|previous) (?:one|task|item|thing) (?:that )?(?:i |we |you )?(?:just )?(?:added|made|created|did|changed|edited|mentioned|finished|completed)|(?:the |that )?(?:one|task|thing) (?:that )?(?:i|we|you) (?:have |ve )?just (?:added|made|created|did|changed|edited|mentioned|moved|set|finished|completed|said)|(?:the )?(?:one|task|thing) (?:just added|i added last)|what i just (?:added|said|made|created)|(?:the |my )?(?:latest|newest|most recent)(?: one| task| item)?)$/;
const otherOne = /^(?:the )?other(?: one| task| item)?$/;

export function isPronoun(phrase: string): boolean {
  return pronoun.test(phrase.trim().toLowerCase());
}

function firstOf(ids: readonly string[]): readonly string[] {
  return ids.slice(0, 1);
}

/** "it" with nothing touched yet means what was shown, if that was one; of several the person has to pick. */
function onlyOf(context: ReferenceContext, exists: (id: string) => boolean): readonly string[] {
  const shown = context.lastListing.filter(exists);
  if (shown.length > 0) return shown;
  const open = context.tasks.filter((task) => !task.done);
  return open.length === 1 ? open.map((task) => task.id) : [];
}

function other(touched: readonly string[], shown: readonly string[]): readonly string[] {
  const [last] = touched;
  const rest = shown.filter((id) => id !== last);
  return last !== undefined && rest.length < shown.length ? rest : shown;
}

const things = ['one', 'task', 'item', 'thing', 'entry', 'bullet', 'line'] as const;

/** "first", "the second one", "2", "#2", "number 3", "last", "second to last": from 1, or negative from the end. */
function readPosition(tokens: readonly Token[]): number | undefined {
  let at = skip(tokens, 0, 'the', 'my', 'that');
  const named = isAt(tokens, at, '#', 'number', 'no', 'nr', 'task', 'item', 'num');
  if (named) at = skip(tokens, skip(tokens, at + 1, '.', 'number'), '#');
  const place = readPlace(tokens, at, named);
  if (place === undefined || place.value === 0) return undefined;
  let next = skip(tokens, place.next, ...things);
  if (isAt(tokens, next, 'on', 'in', 'of', 'from')) {
    const list = skip(tokens, skip(tokens, next + 1, 'the', 'that', 'this', 'my'), 'last');
    if (!isAt(tokens, list, 'list', 'listing', 'lot', 'results', 'them', 'those', 'these')) return undefined;
    next = list + 1;
  }
  return endsPhrase(tokens, next) ? place.value : undefined;
}

function readPlace(tokens: readonly Token[], at: number, named: boolean): { value: number; next: number } | undefined {
  const text = textAt(tokens, at);
  if (text === 'last' || text === 'bottom' || text === 'final') return { value: -1, next: at + 1 };
  if (text === 'top') return { value: 1, next: at + 1 };
  if (text === 'penultimate') return { value: -2, next: at + 1 };
  const ordinal = readOrdinal(tokens, at);
  if (ordinal !== undefined) {
    const fromEnd =
      (isAt(tokens, ordinal.next, 'to', 'from') &&
        isAt(tokens, skip(tokens, ordinal.next + 1, 'the'), 'last', 'end', 'bottom')) ||
      isAt(tokens, ordinal.next, 'last');
    if (!fromEnd) return ordinal;
    const lead = isAt(tokens, ordinal.next, 'last') ? ordinal.next : skip(tokens, ordinal.next + 1, 'the');
    return { value: -ordinal.value, next: lead + 1 };
  }
  if (text === 'next' && isAt(tokens, at + 1, 'to') && isAt(tokens, at + 2, 'last')) return { value: -2, next: at + 3 };
  const number = readNumber(tokens, at);
  // "one" on its own is a pronoun: "the one".
  return number === undefined || (!named && text === 'one') ? undefined : number;
}
