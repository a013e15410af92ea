import type { Clock, Due, LocalDate } from '../../core/clock.ts';

export type DueState = 'overdue' | 'today' | 'later';
export type DueWords = { text: string; full: string; state: DueState };

const dayMs = 86_400_000;

/** A due date as a person would say it today: "Tomorrow, 18:00", "Friday", "Mon 3 Aug". */
export function describeDue(due: Due, clock: Clock): DueWords {
  const date = asUtc(due);
  const daysAway = daysBetween(clock.now, due);
  const time = hasTime(due) ? format(clock.locale, timeStyle).format(date) : null;
  const day = dayWords(date, daysAway, clock);
  const full = format(clock.locale, { dateStyle: 'full' }).format(date);
  return {
    text: time === null ? day : `${day}, ${time}`,
    full: time === null ? full : `${full}, ${time}`,
    state: dueState(due, clock),
  };
}

export function dueState(due: Due, clock: Clock): DueState {
  // Written dates sort as they fall; ten thousand of them are looked at whenever one task changes.
  const today = clock.now.slice(0, 10);
  if (hasTime(due) ? due < clock.now : due < today) return 'overdue';
  return due.startsWith(today) ? 'today' : 'later';
}

/** The moment of a run: a local time, or an instant where it ends in a zone. */
export function describeMoment(at: string, clock: Clock): string {
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(at)) return describeDue(at.slice(0, 16), clock).text;
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  return describeDue(localTime(instant, clock.zone), clock).text;
}

export function daysBetween(from: Due, to: Due): number {
  return Math.round((asUtc(to.slice(0, 10)).getTime() - asUtc(from.slice(0, 10)).getTime()) / dayMs);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(asUtc(date).getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** A day as the heading of its tasks: "Tomorrow · Sunday 22 November". */
export function dayHeading(date: LocalDate, clock: Clock): string {
  const sameYear = date.slice(0, 4) === clock.now.slice(0, 4);
  const full = format(clock.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(asUtc(date));
  const daysAway = daysBetween(clock.now, date);
  return Math.abs(daysAway) > 1 ? full : `${dayWords(asUtc(date), daysAway, clock)} · ${full}`;
}

export function shortDate(date: LocalDate, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(asUtc(date));
}

function dayWords(date: Date, daysAway: number, clock: Clock): string {
  if (Math.abs(daysAway) <= 1) {
    const words = new Intl.RelativeTimeFormat(clock.locale, { numeric: 'auto' }).format(daysAway, 'day');
    return words.charAt(0).toLocaleUpperCase(clock.locale) + words.slice(1);
  }
  if (daysAway > 1 && daysAway < 7) return format(clock.locale, { weekday: 'long' }).format(date);
  const sameYear = date.getUTCFullYear() === Number(clock.now.slice(0, 4));
  return format(clock.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(date);
}

function hasTime(due: Due): boolean {
  return due.includes('T');
}

/** Local times float: they are formatted in UTC so that no zone moves them. */
function asUtc(due: Due): Date {
  return new Date(hasTime(due) ? `${due}Z` : `${due}T00:00Z`);
}

function localTime(instant: Date, zone: string): string {
  // The Swedish locale writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
    .format(instant)
    .replace(' ', 'T');
}

const timeStyle: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow, and a long list needs the same few again and again. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}
