import type { Day, Weekday } from './calendar.ts';
import type { ClockTime, Period } from './clock-times.ts';
import type { Duration } from './durations.ts';

/**
 * What the words of a phrase said, before it is settled against the clock. Parts come in any order ("ten past seven
 * friday"), so each fills its own fields, and a field filled twice means that the phrase is about two things.
 */
export type Draft = {
  /** A day that the words alone fix, once today is known. */
  day?: Day;
  /** The unit that `day` was counted in; "monday, two weeks from now" is the Monday of that week. */
  countedIn?: Duration['unit'];
  weekday?: Weekday;
  /** The first day of the week meant: "next week", and "next" before a weekday's name. */
  week?: Day;
  /** "this friday" may be over; then it is the coming one. */
  thisWeek?: boolean;
  /** Weeks on top: "friday week". */
  weeksOn?: number;
  monthDay?: number;
  /** "monday 21" finds a 21st that is a Monday. */
  month?: number;
  year?: number;
  /** The first day of the month meant: "next month". */
  monthStart?: Day;
  thisMonth?: boolean;
  time?: ClockTime;
  period?: Period;
  /** Counted from the moment itself: "in 2 hours". */
  shift?: { duration: Duration; sign: 1 | -1; from: 'now' | 'base' };
  /** The same time as before, in a correction. */
  sameTime?: boolean;
  /** Days before (negative) or after the day: "before friday". They do nothing where a time was said. */
  nudge?: number;
  /** What gave the phrase away, for the quick-add parser's caution. */
  signs?: readonly Sign[];
};

export type Sign =
  | 'iso'
  | 'relative'
  | 'weekday'
  | 'weekday-short'
  | 'modifier'
  | 'numeric'
  | 'month'
  | 'month-day'
  | 'ordinal'
  | 'year'
  | 'week'
  | 'weekend'
  | 'holiday'
  | 'edge'
  | 'duration'
  | 'plain-duration'
  | 'clock'
  | 'bare-number'
  | 'period'
  | 'preposition';

/** Fields of which each fixes the day in its own way: "tomorrow 13/04" is about two days. */
const rivals: readonly (readonly (keyof Draft)[])[] = [
  ['day', 'monthDay', 'week', 'shift'],
  ['day', 'month', 'week', 'shift'],
  ['day', 'monthStart', 'week', 'shift'],
  ['monthStart', 'month'],
  ['shift', 'weekday'],
  ['day', 'year'],
];

/** Undefined where the two are not about one moment. */
export function mergeDrafts(before: Draft, second: Draft): Draft | undefined {
  // "tomorrow evening at midnight", "friday night, midday": the hour named is the one meant.
  const first = { ...before };
  if (first.period !== undefined && (second.period === 'noon' || second.period === 'midnight')) delete first.period;
  const both = Object.keys(second).some((key) => key !== 'signs' && key in first);
  if (both) return undefined;
  const merged: Draft = { ...first, ...second, signs: [...(first.signs ?? []), ...(second.signs ?? [])] };
  // "next friday 27 november": beside a weekday the week only says which one, and the date decides.
  const fixes = (field: keyof Draft) => field in merged && !(field === 'week' && merged.weekday !== undefined);
  return rivals.some((fields) => fields.filter(fixes).length > 1) ? undefined : merged;
}

export function saysDay(draft: Draft): boolean {
  return (
    draft.day !== undefined ||
    draft.weekday !== undefined ||
    draft.week !== undefined ||
    draft.monthDay !== undefined ||
    draft.month !== undefined ||
    draft.monthStart !== undefined ||
    draft.year !== undefined
  );
}

export function saysTime(draft: Draft): boolean {
  return draft.time !== undefined || draft.period !== undefined;
}
