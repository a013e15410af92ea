import type { Clock } from '../core/clock.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { DateInterval } from '../core/resolved-call.ts';
import {
  addMonths,
  dayOf,
  fieldsOf,
  firstOfMonth,
  isDay,
  weekdayFrom,
  weekStartOf,
  writeDay,
  type Day,
} from './calendar.ts';
import type { Draft } from './draft.ts';
import { addDuration, readDuration } from './durations.ts';
import { readNow, type Now } from './now.ts';
import { endsPhrase, readMoment } from './read-moment.ts';
import { settle } from './settle.ts';
import { isAt, maxPhraseLength, phraseTable, readPhrase, skip, tokenize, type Read, type Token } from './tokens.ts';

/** Days, the end exclusive; null is open. */
type Span = { from: Day | null; to: Day | null };

/** The days that a filter's phrase names: "this week", "by friday" (that day and all before it), "after the 3rd". */
export function resolveInterval(phrase: string, clock: Clock): Outcome<DateInterval, 'unknown_date'> {
  const unknown = failure('unknown_date', `I could not read “${phrase.slice(0, 60)}” as days.`);
  if (phrase.length > maxPhraseLength) return unknown;
  const now = readNow(clock);
  const tokens = tokenize(withoutPossessives(phrase));
  const start = skip(tokens, skip(tokens, 0, 'due', 'for', 'on'), 'due');
  const counted = readCountedSpan(tokens, start, now);
  const read =
    counted ?? readRange(tokens, start, now) ?? readBounded(tokens, start, now) ?? readRun(tokens, start, now);
  if (read === undefined || !endsPhrase(tokens, read.next)) return unknown;
  const { from, to } = read.value;
  if ((from !== null && !isDay(from)) || (to !== null && !isDay(to)) || (from !== null && to !== null && from >= to))
    return unknown;
  return success({ from: from === null ? null : writeDay(from), to: to === null ? null : writeDay(to) });
}

/** "todays", "next month's": whose tasks they are says no more than which days. */
function withoutPossessives(phrase: string): string {
  return phrase
    .replace(/\b(today|tonight|tomorrow|yesterday)['’]?s\b/gi, '$1')
    .replace(/\b(this|next|last) (week|weekend|month|year)['’]?s\b/gi, '$1 $2');
}

/** "from monday to friday", "between the 3rd and the 9th", "monday - wednesday": both ends included. */
function readRange(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  const lead = skip(tokens, index, 'from', 'between');
  const between = isAt(tokens, index, 'between');
  const first = readSpan(tokens, lead, now);
  if (first === undefined) return undefined;
  const joined =
    isAt(tokens, first.next, 'to', 'until', 'till', 'through', 'thru', '-', '–') ||
    (between && isAt(tokens, first.next, 'and'));
  if (!joined) return undefined;
  const second = readSpan(tokens, first.next + 1, now);
  if (second === undefined || second.value.to === null) return undefined;
  // "friday to monday": the second day comes after the first.
  const behind = first.value.from !== null && second.value.to <= first.value.from;
  return { value: { from: first.value.from, to: second.value.to + (behind ? 7 : 0) }, next: second.next };
}

type Bound = 'by' | 'before' | 'after' | 'from' | 'since';
const bounds = phraseTable<Bound>({
  'by|until|till|til|up to|through|up until|no later than|on or before|by the': 'by',
  'before|earlier than|prior to|ahead of': 'before',
  'after|later than|past|following': 'after',
  'from|starting|starting from|on or after|as of': 'from',
  since: 'since',
});

function readBounded(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  const bound = readPhrase(tokens, index, bounds, 3);
  if (bound === undefined) return undefined;
  const span = readSpan(tokens, bound.next, now);
  if (span === undefined) return undefined;
  const { from, to } = span.value;
  const next = skip(tokens, span.next, 'on', 'onward', 'onwards');
  switch (bound.value) {
    case 'by':
      return { value: { from: null, to }, next };
    case 'before':
      return { value: { from: null, to: from }, next };
    case 'after':
      return { value: { from: to, to: null }, next };
    case 'from':
      return { value: { from, to: null }, next };
    case 'since': {
      // The day meant is past: "since monday" on a Wednesday is two days ago.
      const past = from !== null && from > now.today && from - 7 <= now.today ? from - 7 : from;
      return { value: { from: past, to: null }, next };
    }
  }
}

/** One span, or several that touch: "today and tomorrow". */
function readRun(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  const first = readSpan(tokens, index, now);
  if (first === undefined) return undefined;
  let { value, next } = first;
  if (isAt(tokens, next, 'onward', 'onwards')) return { value: { from: value.from, to: null }, next: next + 1 };
  while (isAt(tokens, next, 'and', 'or', ',', '&')) {
    const more = readSpan(tokens, next + 1, now);
    if (more === undefined || more.value.from !== value.to) break;
    value = { from: value.from, to: more.value.to };
    next = more.next;
  }
  return { value, next };
}

function readSpan(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  return readNamedSpan(tokens, index, now) ?? readCountedSpan(tokens, index, now) ?? readMomentSpan(tokens, index, now);
}

function readNamedSpan(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  const weekEnd = weekStartOf(now.today, now.weekStart) + 7;
  const monthEnd = addMonths(firstOfMonth(now.today), 1);
  const year = fieldsOf(now.today).year;
  const at = skip(tokens, skip(tokens, index, 'in', 'for', 'during', 'the'), 'the');
  const read = readPhrase(tokens, at, namedSpans, 5);
  if (read === undefined) return undefined;
  const value: Span = {
    'rest-of-week': { from: now.today, to: weekEnd },
    'later-this-week': { from: now.today + 1, to: weekEnd },
    'rest-of-month': { from: now.today, to: monthEnd },
    'later-this-month': { from: now.today + 1, to: monthEnd },
    year: { from: dayOf(year, 1, 1) ?? null, to: dayOf(year + 1, 1, 1) ?? null },
    'last-year': { from: dayOf(year - 1, 1, 1) ?? null, to: dayOf(year, 1, 1) ?? null },
    'next-year': { from: dayOf(year + 1, 1, 1) ?? null, to: dayOf(year + 2, 1, 1) ?? null },
    soon: { from: now.today, to: now.today + 7 },
    today: { from: now.today, to: now.today + 1 },
  }[read.value];
  return { value, next: read.next };
}

const namedSpans = phraseTable<
  | 'rest-of-week'
  | 'later-this-week'
  | 'rest-of-month'
  | 'later-this-month'
  | 'year'
  | 'last-year'
  | 'next-year'
  | 'soon'
  | 'today'
>({
  'rest of the week|rest of this week|remainder of the week': 'rest-of-week',
  'later this week': 'later-this-week',
  'rest of the month|rest of this month|remainder of the month': 'rest-of-month',
  'later this month': 'later-this-month',
  'this year': 'year',
  'last year': 'last-year',
  'next year': 'next-year',
  'soon|upcoming|coming up|next few days|coming days|near future': 'soon',
  'rest of the day|rest of today|next hour|next few hours|next couple of hours': 'today',
});

/** "next 3 days" counts today as the first; "past two weeks" ends with yesterday. */
function readCountedSpan(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  let at = skip(tokens, index, 'in', 'within', 'over', 'during', 'for');
  const within = isAt(tokens, index, 'within');
  at = skip(tokens, at, 'the');
  const ahead = isAt(tokens, at, 'next', 'coming', 'following');
  const behind = isAt(tokens, at, 'last', 'past', 'previous');
  if (!ahead && !behind && !within) return undefined;
  const duration = readDuration(tokens, ahead || behind ? at + 1 : at);
  if (duration === undefined) return undefined;
  if (duration.value.minutes > 0)
    return behind ? undefined : { value: { from: now.today, to: now.today + 1 }, next: duration.next };
  // "next week" is a calendar week; "next fortnight" is fourteen days.
  if (!within && isAt(tokens, duration.next - 1, 'week', 'month', 'year') && duration.next === at + 2) return undefined;
  const edge = addDuration(now.today, 0, duration.value, behind ? -1 : 1);
  if (edge === undefined) return undefined;
  return { value: behind ? { from: edge.day, to: now.today } : { from: now.today, to: edge.day }, next: duration.next };
}

function readMomentSpan(tokens: readonly Token[], index: number, now: Now): Read<Span> | undefined {
  const read = readMoment(tokens, index, now);
  if (read === undefined) return undefined;
  const value = spanOf(read.value, now);
  return value === undefined ? undefined : { value, next: read.next };
}

function spanOf(draft: Draft, now: Now): Span | undefined {
  if (draft.weekday === undefined && draft.monthDay === undefined && draft.day === undefined) {
    if (draft.week !== undefined) return { from: draft.week, to: draft.week + 7 };
    if (draft.monthStart !== undefined) return monthSpan(draft.monthStart);
    if (draft.month !== undefined) return monthSpan(monthStart(draft.month, draft.year, now));
    if (draft.year !== undefined)
      return { from: dayOf(draft.year, 1, 1) ?? null, to: dayOf(draft.year + 1, 1, 1) ?? null };
  }
  // An instant of the night belongs to the evening before it, so the day comes without its time.
  const dayOnly = { ...draft };
  delete dayOnly.time;
  delete dayOnly.period;
  const saidDay = Object.keys(dayOnly).some((key) => key !== 'signs' && key !== 'nudge');
  const settled = settle(saidDay ? dayOnly : draft, now);
  if (!settled.ok) return undefined;
  const { day } = settled.moment;
  if (draft.signs?.includes('weekend') === true) return { from: day, to: weekdayFrom(day, 1) };
  return { from: day, to: day + 1 };
}

function monthSpan(first: Day | undefined): Span | undefined {
  return first === undefined ? undefined : { from: first, to: addMonths(first, 1) };
}

/** This month counts as itself: "what is due in november" said in November. */
function monthStart(month: number, year: number | undefined, now: Now): Day | undefined {
  const today = fieldsOf(now.today);
  return dayOf(year ?? (month >= today.month ? today.year : today.year + 1), month, 1);
}
