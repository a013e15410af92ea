import { nextOccurrence } from '../core/recurrence.ts';

const anyClock = { now: '2020-01-01T00:00', zone: 'UTC', locale: 'en' };

/** The rule without its prefix, or null where it is none that this app can follow. */
export function readRule(said: string): string | null {
  const rule = said
    .trim()
    .replace(/^RRULE:/iu, '')
    .toUpperCase();
  // The words of other programs may follow the rule after a line end or a colon.
  if (!/^FREQ=(?:HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/u.test(rule)) return null;
  return nextOccurrence(rule.replace(/;?UNTIL=[^;]*/u, ''), '2020-01-01', anyClock) === null ? null : rule;
}
