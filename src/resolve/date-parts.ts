import { dayOf } from './calendar.ts';
import { relativeDays } from './day-words.ts';
import type { Draft } from './draft.ts';
import type { Now } from './now.ts';
import { isAt, longest, readPhrase, textAt, type Read, type Token } from './tokens.ts';
import { readMonthDate, readMonthDay } from './month-dates.ts';
import { readWeekday, readWeek, readWeekend, readMonth, readYear } from './week-words.ts';
import { readEdge } from './period-edges.ts';
import { readNthWeekday } from './nth-weekday.ts';
import { readHoliday } from './holiday-words.ts';

/** One part of a date: a weekday, "the 3rd", "21 november", "next week". */
export function readDatePart(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  return longest(
    readIsoDay(tokens, index),
    readNumericDate(tokens, index, now),
    readMonthDate(tokens, index),
    readMonthDay(tokens, index),
    readRelativeDay(tokens, index, now),
    readWeekday(tokens, index, now),
    readWeek(tokens, index, now),
    readWeekend(tokens, index, now),
    readMonth(tokens, index, now),
    readYear(tokens, index, now),
    readEdge(tokens, index, now),
    readHoliday(tokens, index, now),
    readNthWeekday(tokens, index, now),
  );
}

function readIsoDay(tokens: readonly Token[], index: number): Read<Draft> | undefined {
  const text = textAt(tokens, index);
  const joined = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const spelled = joined === null ? text : `${joined[1] ?? ''}-${joined[2] ?? ''}-${joined[3] ?? ''}`;
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(\d{1,2}):(\d{2}))?/.exec(spelled);
  if (match === null) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return undefined;
  const value: Draft = { day, signs: ['iso'] };
  if (match[4] !== undefined) {
    const hour = Number(match[4]);
    const minute = Number(match[5]);
    if (hour > 23 || minute > 59) return undefined;
    value.time = { hour, minute, half: 'exact', bare: false };
  }
  return { value, next: index + 1 };
}

/** "3/12" and "3/12/2026" in the locale's order; the other order where only that is a date. */
function readNumericDate(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const text = textAt(tokens, index);
  const triple = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (triple !== null) {
    const [first, second, third] = [Number(triple[1]), Number(triple[3]), Number(triple[4])];
    if ((triple[1] ?? '').length > 2) return numeric({ year: first, month: second, monthDay: third }, index);
    const year = (triple[4] ?? '').length <= 2 ? 2000 + third : third;
    return inOrder(first, second, now, year, index);
  }
  const pair = /^(\d{1,2})([/.])(\d{1,2})$/.exec(text);
  if (pair === null) return readHyphenDate(tokens, index, now);
  // "10.9." ends with the dot of an ordinal, as no time does.
  if (
    pair[2] === '.' &&
    isAt(tokens, index + 1, '.') &&
    tokens[index + 1]?.glued === true &&
    tokens[index + 2] !== undefined
  ) {
    return inOrder(Number(pair[1]), Number(pair[3]), now, undefined, index + 1);
  }
  // "7.30" is a time of day; "7.6" and "29.03" cannot be one.
  const isTime = pair[2] === '.' && (pair[3] ?? '').length === 2 && Number(pair[1]) < 24 && Number(pair[3]) < 60;
  return isTime ? undefined : inOrder(Number(pair[1]), Number(pair[3]), now, undefined, index);
}

/** "13-2": a date, where it does not follow the words of a span of hours. */
function readHyphenDate(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const [first, hyphen, second] = [textAt(tokens, index), tokens[index + 1], tokens[index + 2]];
  if (!/^\d{1,2}$/.test(first) || hyphen?.text !== '-' || !hyphen.glued || second?.glued !== true) return undefined;
  if (!/^\d{1,2}$/.test(second.text) || isAt(tokens, index - 1, 'at', 'from', 'between', '@')) return undefined;
  if (isAt(tokens, index + 3, 'am', 'pm', 'a', 'p', 'oclock', 'h', '-')) return undefined;
  return inOrder(Number(first), Number(second.text), now, undefined, index + 2);
}

function inOrder(
  first: number,
  second: number,
  now: Now,
  year: number | undefined,
  index: number,
): Read<Draft> | undefined {
  const written = now.dayBeforeMonth ? { monthDay: first, month: second } : { monthDay: second, month: first };
  const swapped = { monthDay: written.month, month: written.monthDay };
  const fields = written.month > 12 ? swapped : written;
  return numeric(year === undefined ? fields : { ...fields, year }, index);
}

function numeric(fields: { year?: number; month: number; monthDay: number }, index: number): Read<Draft> | undefined {
  // A leap year stands in where no year is said.
  if (dayOf(fields.year ?? 2000, fields.month, fields.monthDay) === undefined) return undefined;
  return { value: { ...fields, signs: ['numeric'] }, next: index + 1 };
}

function readRelativeDay(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const tonight = readPhrase(tokens, index, tonightWords, 3);
  if (tonight !== undefined)
    return { value: { day: now.today, period: tonight.value, signs: ['relative', 'period'] }, next: tonight.next };
  const read = readPhrase(tokens, index, relativeDays);
  if (read === undefined) return undefined;
  const day = now.today + read.value;
  const onWeek = isAt(tokens, read.next, 'week', 'wk') && read.value >= 0 && read.value < 2;
  return { value: { day: onWeek ? day + 7 : day, signs: ['relative'] }, next: onWeek ? read.next + 1 : read.next };
}

const tonightWords = new Map([
  ['tonight', 'night'],
  ['tonite', 'night'],
  ['2nite', 'night'],
  ['2night', 'night'],
  ['tonigth', 'night'],
  ['this morning', 'morning'],
  ['this afternoon', 'afternoon'],
  ['this arvo', 'afternoon'],
  ['sarvo', 'afternoon'],
  ['this evening', 'evening'],
  ['this eve', 'evening'],
  ['this lunchtime', 'noon'],
  ['this lunch', 'noon'],
  ['late tonight', 'night'],
  ['later tonight', 'night'],
] as const);
