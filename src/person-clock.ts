import type { Clock } from './core/clock.ts';
import { keptLanguage, localeOf } from './view/language.ts';

/** Asking the browser for the zone takes a tenth of a millisecond, and each change of a task asks for the time a dozen times. */
const rereadMs = 1_000;
let place: { readAt: number; zone: string; locale: string } | null = null;

/** The person's own clock: the wall time of their zone, in their locale; a change of zone is seen within a second. */
export function personClock(): Clock {
  if (place === null || performance.now() - place.readAt > rereadMs) {
    const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
    const chosen = localeOf(navigator.languages, keptLanguage());
    place = { readAt: performance.now(), zone: timeZone, locale: chosen ?? locale };
  }
  return { now: wallTime(new Date(), place.zone), zone: place.zone, locale: place.locale };
}

/** A clock that always shows the same moment, for runs that must repeat. */
export function fixedClock(now: string, zone: string, locale: string): Clock {
  return { now: now.slice(0, 16), zone, locale };
}

let wall: { zone: string; format: Intl.DateTimeFormat } | null = null;

/** `YYYY-MM-DDTHH:MM` on the wall of the zone. */
export function wallTime(moment: Date, zone: string): string {
  if (wall?.zone !== zone) wall = { zone, format: wallFormat(zone) };
  return wall.format.format(moment).replace(' ', 'T');
}

/** Swedish writes ISO dates, which saves taking the parts apart. */
function wallFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
