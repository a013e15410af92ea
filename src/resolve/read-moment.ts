import { readClockTime, readPeriod, type ClockTime } from './clock-times.ts';
import { readDatePart } from './date-parts.ts';
import { mergeDrafts, saysDay, type Draft, type Sign } from './draft.ts';
import type { Now } from './now.ts';
import { readOffset } from './offsets.ts';
import { isAt, longest, readPhrase, skip, textAt, phraseTable, type Read, type Token } from './tokens.ts';

const prepositions = new Set(
  'on at by for due until till til to from in @ around about approximately approx roughly circa starting sometime anytime before after between latest exactly'.split(
    ' ',
  ),
);
/** Words that may stand between the parts of a moment and mean nothing themselves. */
const fillers = new Set([
  'the',
  'of',
  ',',
  '-',
  '(',
  ')',
  'some',
  'any',
  'time',
  'deadline',
  'is',
  ':',
  'early',
  'late',
  'later',
  'this',
  'coming',
  'just',
  'no',
  'not',
  'than',
  'a',
  'day',
]);
/** Words that may end a phrase about time. */
const endings = new Set([
  'please',
  'instead',
  'latest',
  'the',
  'at',
  'sharp',
  'or',
  'so',
  'tops',
  'ish',
  'if',
  'possible',
  '.',
  ',',
  '!',
  '?',
  ')',
  'then',
  'now',
  'time',
  'pls',
]);

const maxParts = 8;
const maxFillers = 4;

/**
 * The longest moment that starts at this token: parts of dates and times in any order. The span ends with the last part
 * understood, so a caller that needs the whole phrase compares `next` with its length (see `endsPhrase`).
 */
export function readMoment(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  let draft: Draft = {};
  let next = index;
  for (let part = 0; part < maxParts; part += 1) {
    const read = readNextPart(tokens, next, draft, now);
    const merged = read === undefined ? undefined : mergeDrafts(draft, read.value);
    if (read === undefined || merged === undefined) break;
    draft = merged;
    next = read.next;
  }
  return next === index ? undefined : { value: draft, next };
}

/** True where only words that end a phrase follow. */
export function endsPhrase(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(index).every((token) => endings.has(token.text));
}

/** A part, after as few words that only lead to it as there are. */
function readNextPart(tokens: readonly Token[], index: number, draft: Draft, now: Now): Read<Draft> | undefined {
  let at = index;
  let signs: readonly Sign[] = [];
  let nudge = 0;
  for (let skipped = 0; skipped <= maxFillers; skipped += 1) {
    const read = readPart(tokens, at, draft, now, signs.length > 0);
    if (read !== undefined) {
      const value: Draft = { ...read.value, signs: [...signs, ...(read.value.signs ?? [])] };
      return { value: nudge === 0 ? value : { ...value, nudge }, next: read.next };
    }
    const text = textAt(tokens, at);
    if (!prepositions.has(text) && !fillers.has(text)) return undefined;
    if (prepositions.has(text)) signs = ['preposition'];
    if (text === 'before') nudge = -1;
    if (text === 'after') nudge = 1;
    at += 1;
  }
  return undefined;
}

function readPart(
  tokens: readonly Token[],
  index: number,
  draft: Draft,
  now: Now,
  afterPreposition: boolean,
): Read<Draft> | undefined {
  if (index >= tokens.length) return undefined;
  return longest(
    readOffset(tokens, index, now),
    readFixed(tokens, index, now),
    readDatePart(tokens, index, now),
    readNumberAfterWeekday(tokens, index, draft, afterPreposition),
    readEndOfNamedDay(tokens, index),
    readPeriodPart(tokens, index, draft),
    readTimePart(tokens, index),
  );
}

const fixed = phraseTable<'now' | 'today' | 'same-time'>({
  'now|right now|immediately|at the moment|at the minute|at present|at the present time|straight away|this minute|at this time':
    'now',
  'asap|later today|sometime today|as soon as possible': 'today',
  'same time|the same time|at the same time|this time|at this time of day': 'same-time',
});

function readFixed(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const read = readPhrase(tokens, index, fixed, 5);
  if (read === undefined) return undefined;
  if (read.value === 'today') return { value: { day: now.today, signs: ['relative'] }, next: read.next };
  if (read.value === 'same-time') return { value: { sameTime: true, signs: ['relative'] }, next: read.next };
  const duration = { months: 0, days: 0, workdays: 0, minutes: 0, unit: 'minute' as const };
  // "now" may be the second word of "at this time tomorrow"; only a moment on its own is the present one.
  return {
    value: { day: now.today, time: exactTime(now.minute), countedIn: duration.unit, signs: ['relative'] },
    next: read.next,
  };
}

function exactTime(minute: number): ClockTime {
  return { hour: Math.floor(minute / 60), minute: minute % 60, half: 'exact', bare: false };
}

/** "monday 21" is a Monday that is a 21st; "monday 7" is seven o'clock. */
function readNumberAfterWeekday(
  tokens: readonly Token[],
  index: number,
  draft: Draft,
  afterPreposition: boolean,
): Read<Draft> | undefined {
  const number = /^(?:1[3-9]|2\d|3[01])$/.test(textAt(tokens, index)) ? Number(textAt(tokens, index)) : undefined;
  if (number === undefined || draft.weekday === undefined || draft.monthDay !== undefined || afterPreposition)
    return undefined;
  return tokens[index + 1]?.glued === true
    ? undefined
    : { value: { monthDay: number, signs: ['ordinal'] }, next: index + 1 };
}

/** "end of friday", "end of the day tomorrow": the end of the day whose name follows. */
function readEndOfNamedDay(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the');
  if (!isAt(tokens, start, 'end') || !isAt(tokens, start + 1, 'of')) return undefined;
  const named = /day$|^tomorrow$|^tmrw$|^tmr$|^tonight$/.test(textAt(tokens, skip(tokens, start + 2, 'the', 'this')));
  return named && !isAt(tokens, start + 2, 'day') && !isAt(tokens, start + 3, 'day')
    ? { value: { period: 'end', signs: ['period'] }, next: start + 2 }
    : undefined;
}

function readPeriodPart(tokens: readonly Token[], index: number, draft: Draft): Read<Draft> | undefined {
  // "friday am"
  if (isAt(tokens, index, 'am', 'pm') && saysDay(draft) && draft.time === undefined) {
    const period = isAt(tokens, index, 'am') ? 'morning' : 'afternoon';
    return { value: { period, signs: ['period'] }, next: index + 1 };
  }
  const read = readPeriod(tokens, index);
  return read === undefined ? undefined : { value: { period: read.value, signs: ['period'] }, next: read.next };
}

/** One time, or the first of a span ("3-5pm", "from 2 to 4"). */
function readTimePart(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const first = readClockTime(tokens, index);
  if (first === undefined) return undefined;
  const sign: Sign = first.value.bare ? 'bare-number' : 'clock';
  const toAt = isAt(tokens, first.next, '-', '–', 'to', 'until', 'till', 'and') ? first.next + 1 : undefined;
  const last = toAt === undefined ? undefined : readClockTime(tokens, toAt);
  const isYear = last?.value.bare === true && textAt(tokens, toAt ?? 0).length > 2;
  if (last === undefined || isYear) return { value: { time: first.value, signs: [sign] }, next: first.next };
  const value =
    first.value.half === 'unsaid' ? { ...first.value, half: halfOfStart(first.value, last.value) } : first.value;
  return { value: { time: value, signs: [last.value.bare ? sign : 'clock'] }, next: last.next };
}

/** "3-5pm" starts p.m., "11-1pm" a.m. */
function halfOfStart(start: ClockTime, end: ClockTime): ClockTime['half'] {
  if (end.half !== 'pm') return end.half === 'am' ? 'am' : 'unsaid';
  return start.hour % 12 > end.hour % 12 ? 'am' : 'pm';
}
