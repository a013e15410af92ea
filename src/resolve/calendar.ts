import type { LocalDate } from '../core/clock.ts';

/** A day as the count of days since 1970-01-01: adding days is adding numbers, and no zone or DST can interfere. */
export type Day = number;
/** 0 is Sunday, as in JavaScript. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const dayMs = 86_400_000;

function utcDay(year: number, month: number, dayOfMonth: number): Day {
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / dayMs;
}

export const firstDay: Day = utcDay(1, 1, 1);
export const lastDay: Day = utcDay(9999, 12, 31);

export type DateFields = { year: number; month: number; dayOfMonth: number };

export function fieldsOf(day: Day): DateFields {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** Undefined where the calendar has no such day (30 February, or a year outside 1 to 9999). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  return dayOfMonth <= monthLength(year, month) ? utcDay(year, month, dayOfMonth) : undefined;
}

export function isDay(day: Day): boolean {
  return Number.isInteger(day) && day >= firstDay && day <= lastDay;
}

export function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return ((((day + 4) % 7) + 7) % 7) as Weekday;
}

/** The first `weekday` that is not before `day`. */
export function weekdayFrom(day: Day, weekday: Weekday): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

export function weekStartOf(day: Day, firstWeekday: Weekday): Day {
  return day - ((weekdayOf(day) - firstWeekday + 7) % 7);
}

/** Where the month is shorter, its last day: a month after 31 January is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = fieldsOf(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return utcDay(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)));
}

export function firstOfMonth(day: Day): Day {
  return day - fieldsOf(day).dayOfMonth + 1;
}

export function lastOfMonth(day: Day): Day {
  const { year, month, dayOfMonth } = fieldsOf(day);
  return day - dayOfMonth + monthLength(year, month);
}

export function writeDay(day: Day): LocalDate {
  const { year, month, dayOfMonth } = fieldsOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Minutes after midnight of `YYYY-MM-DDTHH:MM`; undefined where no time is written. */
export function parseMinute(text: string): number | undefined {
  const match = /T(\d{2}):(\d{2})/.exec(text);
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}

export function writeMinute(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
