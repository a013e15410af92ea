import { monthNames, weekdayNames } from './day-words.ts';
import type { Draft } from './draft.ts';
import { readNumber, readOrdinal } from './numbers.ts';
import { isAt, longest, skip, skipMarks, textAt, type Read, type Token } from './tokens.ts';

export function readYearNumber(tokens: readonly Token[], index: number): Read<number> | undefined {
  const text = textAt(tokens, index);
  return /^(?:1[0-9]|[2-9][0-9])\d{2}$/.test(text) ? { value: Number(text), next: index + 1 } : undefined;
}

/** The year after a date: ", 2026", "of 1995", "in 2020", "next year". */
export function readTrailingYear(tokens: readonly Token[], index: number): Read<number> | undefined {
  return readYearNumber(tokens, skip(tokens, skipMarks(tokens, index), 'of', 'in'));
}

/** "nov 3rd", "march the 3rd", "21 november 2026", "twenty first of december", "december 2026", "december". */
export function readMonthDate(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  return longest(readMonthFirst(tokens, index), readDayFirst(tokens, index), readYearFirst(tokens, index));
}

function readMonthFirst(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const month = monthNames.get(textAt(tokens, index));
  if (month === undefined) return undefined;
  const after = skip(tokens, skipMarks(tokens, index + 1), 'the');
  const day = readOrdinal(tokens, after) ?? readPlainDay(tokens, after);
  if (day !== undefined && isMonthDay(day.value, month))
    return withYear(tokens, { month, monthDay: day.value, signs: ['month-day'] }, day.next);
  const year = readTrailingYear(tokens, index + 1);
  if (year === undefined) return { value: { month, signs: ['month'] }, next: index + 1 };
  const late = readPlainDay(tokens, skipMarks(tokens, year.next));
  return late !== undefined && skipMarks(tokens, year.next) > year.next
    ? { value: { month, year: year.value, monthDay: late.value, signs: ['month-day'] }, next: late.next }
    : { value: { month, year: year.value, signs: ['month-day'] }, next: year.next };
}

function readDayFirst(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the');
  const ordinal = readOrdinal(tokens, start);
  const day = ordinal ?? readPlainDay(tokens, start);
  if (day === undefined) return undefined;
  const next = skipMarks(tokens, ordinal === undefined ? day.next : skip(tokens, day.next, 'day'));
  const monthAt = skip(tokens, next, 'of');
  const month = monthNames.get(textAt(tokens, monthAt));
  if (month === undefined || !isMonthDay(day.value, month)) return undefined;
  return withYear(tokens, { month, monthDay: day.value, signs: ['month-day'] }, monthAt + 1);
}

/** "2019-aug-1", "2020/23/sep". */
function readYearFirst(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const year = readYearNumber(tokens, index);
  if (year === undefined || skipMarks(tokens, year.next) === year.next) return undefined;
  const rest = skipMarks(tokens, year.next);
  const date = monthNames.has(textAt(tokens, rest)) ? readMonthFirst(tokens, rest) : readDayFirst(tokens, rest);
  if (date === undefined || date.value.year !== undefined || date.value.monthDay === undefined) return undefined;
  return { value: { ...date.value, year: year.value }, next: date.next };
}

function withYear(tokens: readonly Token[], value: Draft, next: number): Read<Draft> {
  const year = readTrailingYear(tokens, next);
  return year === undefined ? { value, next } : { value: { ...value, year: year.value }, next: year.next };
}

/** A number that can be a day beside a month's name and is not the hour of a time: "dec 3", never "dec 3pm". */
function readPlainDay(tokens: readonly Token[], index: number): Read<number> | undefined {
  const number = readNumber(tokens, index);
  if (
    number === undefined ||
    number.value < 1 ||
    number.value > 31 ||
    (textAt(tokens, index).length > 2 && /^\d/.test(textAt(tokens, index)))
  )
    return undefined;
  const after = textAt(tokens, number.next);
  const isHour =
    ['am', 'pm', 'oclock', 'past', 'to'].includes(after) ||
    (['a', 'p', 'h'].includes(after) && tokens[number.next]?.glued === true);
  return isHour ? undefined : number;
}

/** 30 February is read as a date all the same, so that it fails as one. */
function isMonthDay(monthDay: number, month: number): boolean {
  return month >= 1 && monthDay >= 1 && monthDay <= 31;
}

/** "the 3rd", "3rd", "the 15th day of next month", "the 4th of the month". */
export function readMonthDay(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the');
  const ordinal = readOrdinal(tokens, start);
  const day = ordinal ?? (start > index ? readPlainDay(tokens, start) : undefined);
  if (day === undefined || day.value < 1 || day.value > 31) return undefined;
  const next = ordinal === undefined ? day.next : skip(tokens, day.next, 'day');
  const ofMonth = isAt(tokens, next, 'of') && isAt(tokens, next + 1, 'the') && isAt(tokens, next + 2, 'month');
  // A lone "second" or "third" is more often a rank than a day.
  const isWord = !/^\d/.test(textAt(tokens, start));
  if (
    isWord &&
    start === index &&
    !ofMonth &&
    !isAt(tokens, index - 1, 'on', 'of') &&
    !weekdayNames.has(textAt(tokens, index - 1))
  ) {
    if (!(isAt(tokens, next, 'of') && isAt(tokens, next + 1, 'next', 'this'))) return undefined;
  }
  return { value: { monthDay: day.value, signs: ['ordinal'] }, next: ofMonth ? next + 3 : next };
}
