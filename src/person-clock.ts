import type { Clock } from './core/clock.ts';
import { keptLanguage, localeOf } from './view/language.ts';

/** The person's own clock: the wall time of their zone, in their locale. */
export function personClock(): Clock {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  const chosen = localeOf(navigator.languages, keptLanguage());
  return { now: wallTime(new Date(), timeZone), zone: timeZone, locale: chosen ?? locale };
}

/** A clock that always shows the same moment, for runs that must repeat. */
export function fixedClock(now: string, zone: string, locale: string): Clock {
  return { now: now.slice(0, 16), zone, locale };
}

/** `YYYY-MM-DDTHH:MM` on the wall of the zone. */
export function wallTime(moment: Date, zone: string): string {
  // Swedish writes ISO dates, which saves taking the parts apart.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(moment)
    .replace(' ', 'T');
}
