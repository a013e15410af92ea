import type { Clock, Due, LocalDate, LocalDateTime } from './clock.ts';

/** Arithmetic on wall-clock times. They are in no zone, so each is read as if it were UTC, and written back the same. */

export function dateOf(due: Due): LocalDate {
  return due.slice(0, 10);
}

export function hasTime(due: Due): boolean {
  return due.length > 10;
}

export function today(clock: Clock): LocalDate {
  return dateOf(clock.now);
}

/** A day without a time is overdue once it is over, a moment as soon as it has passed. */
export function isPast(due: Due, clock: Clock): boolean {
  return hasTime(due) ? due < clock.now.slice(0, 16) : due < today(clock);
}

export function asUtc(due: Due): Date {
  return new Date(hasTime(due) ? `${due.slice(0, 16)}:00Z` : `${due}T00:00:00Z`);
}

export function fromUtc(date: Date): LocalDateTime {
  return date.toISOString().slice(0, 16);
}

export function shift(due: LocalDateTime, byMs: number): LocalDateTime {
  return fromUtc(new Date(asUtc(due).getTime() + byMs));
}

/** A day that the calendar has, of the years 1 to 9999: what has more figures cannot be written as a `LocalDate`. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = asUtc(text);
  // 31 February is read as a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isDue(text: string): boolean {
  return isDay(text.slice(0, 10)) && (text.length === 10 || /^T(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text.slice(10)));
}

/** The last instant whose year has four figures, wherever one is. */
const lastInstant = Date.UTC(9999, 11, 30);

/** Gives the instant at which a wall clock in `zone` shows a time. In the hour that a clock change skips, the hour after. */
export function instantsIn(zone: string): (local: LocalDateTime) => Date {
  const offsetMs = zoneOffset(zone);
  return (local) => {
    const wall = asUtc(local).getTime();
    const near = wall - offsetMs(wall);
    return new Date(Math.min(wall - offsetMs(near), lastInstant));
  };
}

/** What a wall clock in `zone` shows at an instant. */
export function wallTimesIn(zone: string): (instant: Date) => LocalDateTime {
  const offsetMs = zoneOffset(zone);
  return (instant) => {
    const whole = Math.floor(instant.getTime() / 60_000) * 60_000;
    return fromUtc(new Date(whole + offsetMs(whole)));
  };
}

function zoneOffset(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (given) => {
    const instant = Math.min(given, lastInstant);
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return asUtc(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`).getTime() - instant;
  };
}
