import fc from 'fast-check';
import rrule from 'rrule';
import { expect, it, test } from 'vitest';
import type { Clock } from '../core/clock.ts';
import { resolveRepeat } from './repeat.ts';

/** A Wednesday. */
const clock: Clock = { now: '2026-11-18T10:00', zone: 'Europe/London', locale: 'en-GB' };

function rule(phrase: string, due?: string): string {
  const resolved = resolveRepeat(phrase, clock, due);
  return resolved.ok ? `${resolved.value.rule ?? ''} ${resolved.value.firstDue ?? ''}` : resolved.code;
}

test.each([
  ['every day', 'FREQ=DAILY 2026-11-18'],
  ['daily', 'FREQ=DAILY 2026-11-18'],
  ['every other day', 'FREQ=DAILY;INTERVAL=2 2026-11-18'],
  ['every 3 days', 'FREQ=DAILY;INTERVAL=3 2026-11-18'],
  ['every morning', 'FREQ=DAILY 2026-11-19T09:00'],
  ['every night at 10', 'FREQ=DAILY 2026-11-18T22:00'],
  ['every day at 9', 'FREQ=DAILY 2026-11-19T09:00'],
  ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-18'],
  ['every weekend', 'FREQ=WEEKLY;BYDAY=SA,SU 2026-11-21'],
  ['every day except sunday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA 2026-11-18'],
  ['weekly', 'FREQ=WEEKLY 2026-11-18'],
  ['every wednesday', 'FREQ=WEEKLY;BYDAY=WE 2026-11-25'],
  ['every monday at 9', 'FREQ=WEEKLY;BYDAY=MO 2026-11-23T09:00'],
  ['mon wed and fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-11-20'],
  ['tuesdays and thursdays at 7pm', 'FREQ=WEEKLY;BYDAY=TU,TH 2026-11-19T19:00'],
  ['twice a week', 'FREQ=WEEKLY;BYDAY=MO,TH 2026-11-19'],
  ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2 2026-11-18'],
  ['every second tuesday', 'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2 2026-11-24'],
  ['every 2 weeks on monday', 'FREQ=WEEKLY;BYDAY=MO;INTERVAL=2 2026-11-23'],
  ['second tuesday of every month', 'FREQ=MONTHLY;BYDAY=2TU 2026-12-08'],
  ['every second tuesday of the month', 'FREQ=MONTHLY;BYDAY=2TU 2026-12-08'],
  ['last friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR 2026-11-27'],
  ['monthly on the 3rd', 'FREQ=MONTHLY;BYMONTHDAY=3 2026-12-03'],
  ['the last day of every month', 'FREQ=MONTHLY;BYMONTHDAY=-1 2026-11-30'],
  ['on the 1st and 15th of each month', 'FREQ=MONTHLY;BYMONTHDAY=1,15 2026-12-01'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3 2026-11-18'],
  ['yearly', 'FREQ=YEARLY 2026-11-18'],
  ['every 3 may', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3 2027-05-03'],
  ['every monday until december', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130 2026-11-23'],
  ['daily for 10 times', 'FREQ=DAILY;COUNT=10 2026-11-18'],
  ['daily for 3 weeks', 'FREQ=DAILY;UNTIL=20261208 2026-11-18'],
  ['every week starting next monday', 'FREQ=WEEKLY 2026-11-23'],
  ['every hour', 'unknown_repeat'],
  ['friday', 'unknown_repeat'],
  ['', 'unknown_repeat'],
])('%s is %s', (phrase, expected) => {
  expect(rule(phrase)).toBe(expected);
});

it('starts with the due that was said', () => {
  expect(rule('weekly', '2026-11-20T18:00')).toBe('FREQ=WEEKLY 2026-11-20T18:00');
  expect(rule('every monday', '2026-11-20')).toBe('FREQ=WEEKLY;BYDAY=MO 2026-11-23');
  expect(rule('every friday', '2026-11-20T18:00')).toBe('FREQ=WEEKLY;BYDAY=FR 2026-11-20T18:00');
});

it('never throws, and what it gives the rrule library reads too', () => {
  const words = fc.constantFrom(
    ...'every each other second 3rd 2 3 day days week weeks month year weekday weekend monday tue fri and on the of last first morning at 9 until december for times 5 daily weekly monthly twice a except starting'.split(
      ' ',
    ),
  );
  const phrases = fc.oneof(
    fc.string({ maxLength: 50 }),
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(phrases, (phrase) => {
      const resolved = resolveRepeat(phrase, clock);
      if (!resolved.ok || resolved.value.rule === null) return;
      expect(() => rrule.RRule.fromString(resolved.value.rule ?? '')).not.toThrow();
      expect((resolved.value.firstDue ?? '') >= '2026-11-18').toBe(true);
    }),
    { numRuns: 1500 },
  );
});
