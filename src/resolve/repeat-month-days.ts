import { monthNames } from './day-words.ts';
import { readOrdinal } from './numbers.ts';
import type { Rule } from './rule.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';
import { type Part } from './repeat-part.ts';
import { weekdaysOnly } from './repeat-frequency.ts';
import { readWeekdayName } from './weekday-lists.ts';

type NthWeekdays = { rule: Partial<Rule>; ofMonth: boolean; first: boolean; next: number };

/** "second tuesday of the month", "last friday", "first and third monday of each month", "last working day". */
export function readNthWeekdays(tokens: readonly Token[], index: number): NthWeekdays | undefined {
  const nths: number[] = [];
  let at = skip(tokens, index, 'the');
  for (let more = 0; more < 4; more += 1) {
    const nth = readRank(tokens, at);
    if (nth === undefined) break;
    nths.push(nth.value);
    at = nth.next;
    if (!isAt(tokens, at, 'and', ',', '&')) break;
    at = skip(tokens, at + 1, 'the');
  }
  if (nths.length === 0 || nths.some((nth) => Math.abs(nth) > 5)) return undefined;
  const working = isAt(tokens, at, 'weekday', 'workday')
    ? 1
    : isAt(tokens, at, 'working', 'business') && isAt(tokens, at + 1, 'day')
      ? 2
      : 0;
  const weekday = working > 0 ? undefined : readWeekdayName(tokens, at);
  if (working === 0 && weekday === undefined) return undefined;
  const end = at + (working > 0 ? working : 1);
  const month = readOfMonth(tokens, end);
  const base: Partial<Rule> = { frequency: 'MONTHLY', ...(month?.value ?? {}) };
  const rule: Partial<Rule> =
    weekday === undefined
      ? { ...base, days: weekdaysOnly, positions: nths }
      : { ...base, days: nths.map((nth) => ({ weekday: weekday.weekday, nth })) };
  const first = nths.some((nth) => nth === 1 || nth < 0) || nths.length > 1;
  return { rule, ofMonth: month !== undefined, first, next: month?.next ?? end };
}

function readRank(tokens: readonly Token[], index: number): Read<number> | undefined {
  if (isAt(tokens, index, 'last', 'final')) return { value: -1, next: index + 1 };
  const ordinal = readOrdinal(tokens, index);
  if (ordinal === undefined) return undefined;
  const toLast = isAt(tokens, ordinal.next, 'to') && isAt(tokens, ordinal.next + 1, 'last');
  return toLast ? { value: -ordinal.value, next: ordinal.next + 2 } : ordinal;
}

/** "of the month", "of every month", "each month", "of december", "monthly", "every three months". */
export function readOfMonth(tokens: readonly Token[], index: number): Read<Partial<Rule>> | undefined {
  if (isAt(tokens, index, 'monthly')) return { value: {}, next: index + 1 };
  const of = skip(tokens, index, 'of', 'in');
  const named = of > index ? monthNames.get(textAt(tokens, of)) : undefined;
  if (named !== undefined) return { value: { frequency: 'YEARLY', months: [named] }, next: of + 1 };
  const article = skip(tokens, of, 'the', 'every', 'each', 'a', 'any', 'per');
  if (article === of) return undefined;
  if (isAt(tokens, article, 'month')) return { value: {}, next: article + 1 };
  if (isAt(tokens, article, 'quarter')) return { value: { interval: 3 }, next: article + 1 };
  const other = isAt(tokens, article, 'other', 'second') && isAt(tokens, article + 1, 'month');
  return other ? { value: { interval: 2 }, next: article + 2 } : undefined;
}

/** "the 3rd", "the 1st and 15th", "the last day", after "monthly" or before "of every month". */
export function readDaysOfMonth(tokens: readonly Token[], index: number, whole: Part): Read<Part> | undefined {
  const monthly = whole.rule?.frequency === 'MONTHLY' || whole.rule?.frequency === 'YEARLY';
  const nth = readNthWeekdays(tokens, index);
  if (nth !== undefined && (nth.ofMonth || monthly)) {
    return { value: { rule: nth.rule, repeats: monthly || saysEach(tokens, index, nth.next) }, next: nth.next };
  }
  const days = readMonthDays(tokens, index) ?? readMonthEdge(tokens, index);
  if (days === undefined) return undefined;
  const each = saysEach(tokens, index, days.next);
  if (!each && !(monthly && (whole.rule?.monthDays ?? []).length === 0)) return undefined;
  return { value: { rule: { frequency: 'MONTHLY', monthDays: days.value }, repeats: true }, next: days.next };
}

function saysEach(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => ['every', 'each', 'monthly', 'month'].includes(token.text));
}

export function readMonthDays(tokens: readonly Token[], index: number): Read<number[]> | undefined {
  const value: number[] = [];
  let at = index;
  let next = index;
  for (let more = 0; more < 6; more += 1) {
    const start = skip(tokens, at, 'the', 'on');
    const lastDay = isAt(tokens, start, 'last', 'final') && isAt(tokens, start + 1, 'day');
    const day = lastDay ? { value: -1, next: start + 2 } : readOrdinal(tokens, start);
    if (day === undefined || day.value > 31 || day.value === 0) break;
    value.push(day.value);
    next = lastDay ? day.next : skip(tokens, day.next, 'day');
    at = skip(tokens, skip(tokens, next, ','), 'and', '&');
    if (at === next) break;
  }
  if (value.length === 0) return undefined;
  return { value, next: readOfMonth(tokens, next)?.next ?? next };
}

/** "the end of every month", "month end". */
function readMonthEdge(tokens: readonly Token[], index: number): Read<number[]> | undefined {
  const at = skip(tokens, index, 'the');
  const edge = isAt(tokens, at, 'end') ? -1 : isAt(tokens, at, 'start', 'beginning') ? 1 : undefined;
  const month = edge === undefined ? undefined : readOfMonth(tokens, at + 1);
  if (edge === undefined || month === undefined) return undefined;
  return { value: [edge], next: month.next };
}
