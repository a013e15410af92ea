import type { Clock, Due, LocalDate } from './clock.ts';

/** The date part as a moment that `Intl` can format without any zone shifting it. */
function asUtc(due: Due): Date {
  return new Date(`${due.length > 10 ? due : `${due}T00:00`}:00Z`);
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / 86_400_000);
}

/** "today", "tomorrow 18:00", "Fri 27 Nov", "3 Jan 2027 09:00": a due as people of the locale write it. */
export function formatDue(due: Due, clock: Pick<Clock, 'now' | 'locale'>): string {
  const day = formatDay(due.slice(0, 10), clock);
  return due.length > 10 ? `${day} ${formatTime(due, clock.locale)}` : day;
}

export function formatDay(date: LocalDate, { now, locale }: Pick<Clock, 'now' | 'locale'>): string {
  const distance = daysBetween(now.slice(0, 10), date);
  if (distance >= -1 && distance <= 1)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(distance, 'day');
  const sameYear = date.slice(0, 4) === now.slice(0, 4);
  const near = distance > 0 && distance < 300;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(near ? { weekday: 'short' } : {}),
    ...(sameYear || near ? {} : { year: 'numeric' }),
  }).format(asUtc(date));
}

function formatTime(due: Due, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }).format(asUtc(due));
}
