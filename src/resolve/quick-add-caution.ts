import { saysDay, type Draft, type Sign } from './draft.ts';
import type { Token } from './tokens.ts';

export type Reading = { tokens: readonly Token[]; index: number; next: number; draft: Draft; text: string };

/** Signs that are about time wherever they stand. The others need a preposition, or the end of the line. */
const strong = new Set<Sign>(['iso', 'modifier', 'week', 'month-day', 'edge']);
const dueWords = new Set(['on', 'by', 'due', 'before', 'until', 'till', 'til', 'from', 'after', 'starting']);
const timeWords = new Set(['at', '@', 'by', 'around', 'about', 'before', 'until', 'till', 'after', 'from', 'between']);
const connectives = new Set(
  'to about with for and at in on re then because so if before after by from via please or but while when'.split(' '),
);
/** Before these a short weekday's name is a verb or a noun: "the sun", "she sat". */
const notBeforeShort = new Set('the a an i he she we they was were is had have get got to be in under of'.split(' '));
const wordsThatAreNames = new Set(['may', 'march', 'april', 'june', 'august', 'jan', 'mar', 'jun']);

const leaning = new Set([
  'of',
  'day',
  'time',
  'is',
  'a',
  'no',
  'not',
  'than',
  'some',
  'any',
  'just',
  'coming',
  ',',
  ':',
  '-',
  ')',
]);
const joining = new Set(['on', 'at', 'in', 'for', 'to', 'from', 'about', 'around']);
const mealOrHour = new Set([
  'lunch',
  'lunchtime',
  'night',
  'eve',
  'morning',
  'evening',
  'afternoon',
  'breakfast',
  'dinner',
  'dinnertime',
  'suppertime',
  'aft',
]);

const smallWords = new Set(['the', 'day', 'this', 'after', 'before', 'at', 'in', 'on', 'by', 'of', 'until', 'from']);

/** Whether what reads as a moment is one, or a part of the title: "The 5th Wave", "Sun Tzu", "call April". */
export function isTrustworthy(reading: Reading): boolean {
  const { tokens, index, next, draft, text } = reading;
  const signs = new Set(draft.signs ?? []);
  if (signs.has('plain-duration') || draft.shift?.from === 'base' || draft.sameTime === true) return false;
  if (isGluedAfter(tokens, next) || isNameLike(reading)) return false;
  const words = tokens.slice(index, next).map((token) => token.text);
  const free = isFree(tokens, next);
  const last = words.at(-1) ?? '';
  // A number at the end of a reading belongs to the noun after it: "at 5 guys", "tomorrow 9 eggs".
  if (/^\d+$/.test(last) && !free && (signs.has('bare-number') || signs.has('ordinal'))) return false;
  // Tom is a friend more often than tomorrow.
  if (words.includes('tom')) return false;
  if (words.length === 1 && (last === 'now' || last === 'day')) return false;
  // "lunch friday": the meal is the task.
  if (mealOrHour.has(words[0] ?? '') && words.length > 1) return false;
  // A better reading starts at a later word: "put it on | at noon", "Match of the Day | at ten".
  if (leaning.has(words[0] ?? '') || (joining.has(words[0] ?? '') && joining.has(words[1] ?? ''))) return false;
  if (words[0] === 'the' && words[1] === 'day' && words[2] !== 'after' && words[2] !== 'before') return false;
  if (words.join(' ') === 'the day' || words.join(' ') === 'this day') return false;
  if (!saysDay(draft) && draft.shift === undefined) return isTrustworthyTime(reading, words, signs, free);
  return isTrustworthyDay(words, signs, free, previousWord(tokens, index), draft, text);
}

function previousWord(tokens: readonly Token[], index: number): string {
  return tokens[index - 1]?.text ?? '';
}

/** The words after it do not lean on it: nothing, a mark, a connecting word. */
function isFree(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  return after === undefined || after.text === '' || /^[^\p{L}\p{N}]$/u.test(after.text) || connectives.has(after.text);
}

function isGluedAfter(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  return after?.glued === true && /^[\p{L}\p{N}%/-]/u.test(after.text);
}

/** Capitals that go on after it make a name: "Friday Night Lights", "Tomorrow Never Dies". */
function isNameLike({ tokens, index, next, text }: Reading): boolean {
  const [last, after] = [tokens[next - 1], tokens[next]];
  const isCapital = (token: Token) => /^\p{Lu}/u.test(text.slice(token.start, token.end));
  // "tickets for The Day After Tomorrow": a small word has a capital only in a name, or where every word has one.
  const lead = index + (connectives.has(tokens[index]?.text ?? '') && tokens[index + 1] !== undefined ? 1 : 0);
  const isSmall = (token: Token | undefined) => token !== undefined && smallWords.has(token.text) && isCapital(token);
  const lowerBefore = tokens.slice(0, index).some((token) => /^\p{Ll}/u.test(text.slice(token.start, token.end)));
  if (
    lowerBefore &&
    (isSmall(tokens[index]) ||
      (isSmall(tokens[index - 1]) && tokens[index - 1]?.text !== 'day') ||
      (lead < next && isSmall(tokens[lead])))
  )
    return true;
  if (last === undefined || after === undefined || after.text === '') return false;
  return isCapital(last) && isCapital(after);
}

function isTrustworthyTime(
  { draft }: Reading,
  words: readonly string[],
  signs: ReadonlySet<Sign>,
  free: boolean,
): boolean {
  const [first = ''] = words;
  const led = timeWords.has(first);
  if (draft.time === undefined) {
    if (draft.period === 'end' || draft.period === 'business-end' || draft.period === 'after-lunch') return free;
    const article = ['in', 'at', 'by', 'before', 'around', 'after', 'until'].includes(first);
    return article && free;
  }
  if (signs.has('bare-number')) return led && first !== 'about' && first !== 'from' && free;
  const hasHalf = words.includes('am') || words.includes('pm');
  const isDotted = words.some((word) => /^\d{1,2}\.\d{2}$/.test(word));
  // "5 to 10 people", "half six packs", "version 2.30"
  const loose =
    isDotted ||
    words.includes('to') ||
    words.includes('half') ||
    words.includes('past') ||
    words.every((word) => !/[\d]/.test(word));
  if (hasHalf) return true;
  return loose ? (led || words.includes('past')) && free : led || free;
}

function isTrustworthyDay(
  words: readonly string[],
  signs: ReadonlySet<Sign>,
  free: boolean,
  previous: string,
  draft: Draft,
  text: string,
): boolean {
  const [first = ''] = words;
  const led = dueWords.has(first) || first === 'for' || first === '@';
  const hasClock = signs.has('clock');
  if ([...signs].some((sign) => strong.has(sign))) return signs.has('month-day') ? isMonthDay(words, led, free) : true;
  if (signs.has('relative')) return true;
  if (signs.has('duration')) return first === 'in' || first === 'within' ? free || words.length > 2 : words.length > 2;
  if (signs.has('weekend')) return words.length > 1;
  if (signs.has('weekday-short')) {
    if (hasClock) return true;
    if (led && !words.includes('the')) return free || first !== 'for';
    return free && !notBeforeShort.has(previous) && !words.includes('the') && previous !== '';
  }
  if (signs.has('weekday'))
    return led || hasClock || (free && (previous !== '' || text.length < 30 || draft.period !== undefined));
  if (signs.has('ordinal')) return dueWords.has(first) && free;
  if (signs.has('numeric')) {
    const pair = words.some((word) => /^\d{1,2}[/.]\d{1,2}$/.test(word));
    return (
      !pair ||
      (dueWords.has(first)
        ? free
        : free &&
          !/(?:^|\D)(?:24\/7|9\/11|50\/50|1\/2|1\/4|3\/4|1\/3|2\/3)(?!\d)/.test(words.join(' ')) &&
          words.join('').includes('/'))
    );
  }
  if (signs.has('holiday')) return (dueWords.has(first) || first === 'at') && free;
  if (signs.has('month') || signs.has('year')) return ['in', 'by', 'before', 'until', 'till'].includes(first) && free;
  return hasClock && free;
}

/** "may 3" is a date; "april 5 guests" and "june 2" after a verb of calling are too rare to guard against. */
function isMonthDay(words: readonly string[], led: boolean, free: boolean): boolean {
  const spelled = words.some((word) => /^\d/.test(word));
  const named = words.some((word) => wordsThatAreNames.has(word));
  return led || free || (spelled && !named);
}
