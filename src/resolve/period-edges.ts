import { dayOf, fieldsOf, firstOfMonth, lastOfMonth, weekdayFrom, type Day } from './calendar.ts';
import { monthNames } from './day-words.ts';
import type { Draft } from './draft.ts';
import type { Now } from './now.ts';
import { endOfWeek } from './settle.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';
import { readTrailingYear } from './month-dates.ts';
import { nextWeekStart, readWeek, readMonth, readYear, edge } from './week-words.ts';

/** "end of the month", "eow", "start of next week", "mid december", "early next month", "month end". */
export function readEdge(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const text = textAt(tokens, skip(tokens, index, 'the'));
  const short = skip(tokens, index, 'the') + 1;
  if (text === 'eow') return edge(endOfWeek(now.today, now), short);
  if (text === 'eom') return edge(lastOfMonth(now.today), short);
  if (text === 'eoy') return edge(dayOf(fieldsOf(now.today).year, 12, 31), short);
  if (text === 'midweek') return edge(weekdayFrom(now.today, 3), short);
  if (text === 'month' && isAt(tokens, short, 'end', 'ends')) return edge(lastOfMonth(now.today), short + 1);
  if ((text === 'year' || text === 'years') && isAt(tokens, short, 'end'))
    return edge(dayOf(fieldsOf(now.today).year, 12, 31), short + 1);
  let next = skip(tokens, index, 'at', 'in', 'towards', 'by');
  next = skip(tokens, next, 'the');
  const place = edgeWords.get(textAt(tokens, next));
  if (place === undefined) return undefined;
  const loose = place === 'mid' || place === 'early' || place === 'late';
  // "the last day of the month", "the first day of next week"
  const day = skip(tokens, next + 1, 'day');
  if (day === next + 1 && isAt(tokens, next, 'first', 'last')) return undefined;
  const of = skip(tokens, skip(tokens, day, '-'), 'of');
  if (of === day && !loose) return undefined;
  return readEdgeOf(tokens, of, place, now);
}

type Place = 'start' | 'mid' | 'end' | 'early' | 'late';
const edgeWords = new Map<string, Place>([
  ['end', 'end'],
  ['last', 'end'],
  ['first', 'start'],
  ['start', 'start'],
  ['beginning', 'start'],
  ['middle', 'mid'],
  ['mid', 'mid'],
  ['early', 'early'],
  ['late', 'late'],
]);

function readEdgeOf(tokens: readonly Token[], index: number, place: Place, now: Now): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the', 'this', 'my', 'our');
  const isEnd = place === 'end' || place === 'late';
  if (isAt(tokens, start, 'week', 'wk')) {
    if (start === index && place !== 'mid') return undefined;
    if (isEnd) return edge(endOfWeek(now.today, now), start + 1);
    return edge(Math.max(now.today, weekdayFrom(nextWeekStart(now, 0), place === 'mid' ? 3 : 1)), start + 1);
  }
  if (isAt(tokens, start, 'month')) return edge(inMonth(firstOfMonth(now.today), place, now.today), start + 1);
  if (isAt(tokens, start, 'year')) return edge(inYear(fieldsOf(now.today).year, place, now.today), start + 1);
  const week = readWeek(tokens, index, now);
  if (week?.value.week !== undefined) {
    return edge(weekdayFrom(week.value.week, isEnd ? 5 : place === 'mid' ? 3 : 1), week.next);
  }
  const month = readMonth(tokens, index, now);
  if (month?.value.monthStart !== undefined) return edge(inMonth(month.value.monthStart, place, now.today), month.next);
  const year = readYear(tokens, index, now);
  if (year?.value.year !== undefined) return edge(inYear(year.value.year, place, now.today), year.next);
  const named = monthNames.get(textAt(tokens, index));
  if (named === undefined) return undefined;
  const said = readTrailingYear(tokens, index + 1);
  const today = fieldsOf(now.today);
  const first = dayOf(said?.value ?? (named >= today.month ? today.year : today.year + 1), named, 1);
  return first === undefined ? undefined : edge(inMonth(first, place, now.today), said?.next ?? index + 1);
}

function inMonth(first: Day, place: Place, today: Day): Day {
  const day = { start: first, early: first + 4, mid: first + 14, late: first + 24, end: lastOfMonth(first) }[place];
  // The middle of this month may be over, its end never is.
  return firstOfMonth(today) === first && day < today ? today : day;
}

function inYear(year: number, place: Place, today: Day): Day | undefined {
  const month = { start: 1, early: 1, mid: 7, late: 12, end: 12 }[place];
  const day = dayOf(year, month, place === 'end' ? 31 : 1);
  return day !== undefined && fieldsOf(today).year === year && day < today ? today : day;
}
