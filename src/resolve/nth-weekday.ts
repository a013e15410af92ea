import {
  addMonths,
  dayOf,
  fieldsOf,
  firstOfMonth,
  lastOfMonth,
  weekdayFrom,
  type Day,
  type Weekday,
} from './calendar.ts';
import { monthNames, weekdayNames } from './day-words.ts';
import type { Draft } from './draft.ts';
import type { Now } from './now.ts';
import { readOrdinal } from './numbers.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';

/** "the last friday of the month", "second tuesday of december": the next one that is not past. */
export function readNthWeekday(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the');
  const rank = isAt(tokens, start, 'last', 'final') ? { value: -1, next: start + 1 } : readOrdinal(tokens, start);
  if (rank === undefined || rank.value > 5 || rank.value === 0) return undefined;
  const weekday = weekdayNames.get(textAt(tokens, rank.next));
  if (weekday === undefined || !isAt(tokens, rank.next + 1, 'of', 'in')) return undefined;
  const at = skip(tokens, rank.next + 2, 'the', 'this');
  const named = monthNames.get(textAt(tokens, at));
  const isNext = isAt(tokens, at, 'next') && isAt(tokens, at + 1, 'month');
  if (named === undefined && !isNext && !isAt(tokens, at, 'month')) return undefined;
  const first = firstOfMonth(now.today);
  const tries = isNext
    ? [addMonths(first, 1)]
    : named === undefined
      ? [first, addMonths(first, 1)]
      : comingMonths(named, now);
  for (const month of tries) {
    const day = nthOf(month, weekday, rank.value);
    if (day !== undefined && day >= now.today) {
      return { value: { day, signs: ['modifier'] }, next: isNext ? at + 2 : at + 1 };
    }
  }
  return undefined;
}

function comingMonths(month: number, now: Now): Day[] {
  const { year } = fieldsOf(now.today);
  return [dayOf(year, month, 1), dayOf(year + 1, month, 1)].filter((day) => day !== undefined);
}

function nthOf(first: Day, weekday: Weekday, nth: number): Day | undefined {
  const last = lastOfMonth(first);
  if (nth < 0) return weekdayFrom(last - 6, weekday);
  const day = weekdayFrom(first, weekday) + 7 * (nth - 1);
  return day <= last ? day : undefined;
}
