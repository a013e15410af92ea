import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextOccurrence } from './recurrence.ts';

/** A Saturday. */
const clock = { now: '2026-11-21T10:00', zone: 'Europe/London', locale: 'en-GB' };

it.each([
  ['a week on', 'FREQ=WEEKLY', '2026-11-20', '2026-11-27', 'FREQ=WEEKLY'],
  ['done early', 'FREQ=WEEKLY', '2026-11-24', '2026-12-01', 'FREQ=WEEKLY'],
  [
    'long overdue, keeping its weekday',
    'FREQ=WEEKLY;INTERVAL=2',
    '2026-09-04T08:00',
    '2026-11-27T08:00',
    'FREQ=WEEKLY;INTERVAL=2',
  ],
  ['due today counts as not past', 'FREQ=DAILY', '2026-11-18', '2026-11-21', 'FREQ=DAILY'],
  ['this morning counts as past', 'FREQ=DAILY', '2026-11-18T09:00', '2026-11-22T09:00', 'FREQ=DAILY'],
  ['the second Tuesday', 'FREQ=MONTHLY;BYDAY=+2TU', '2026-11-10', '2026-12-08', 'FREQ=MONTHLY;BYDAY=+2TU'],
  ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30', '2026-12-31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['a count that goes down', 'FREQ=WEEKLY;COUNT=3', '2026-11-20', '2026-11-27', 'FREQ=WEEKLY;COUNT=2'],
  ['a count that overdue times use up', 'FREQ=DAILY;COUNT=5', '2026-11-18', '2026-11-21', 'FREQ=DAILY;COUNT=2'],
  [
    'an until that includes its evening',
    'FREQ=DAILY;UNTIL=20261122',
    '2026-11-21T18:00',
    '2026-11-22T18:00',
    'FREQ=DAILY;UNTIL=20261122',
  ],
  ['no due yet', 'FREQ=DAILY', null, '2026-11-22', 'FREQ=DAILY'],
  ['the year 2, half typed', 'FREQ=DAILY', '0002-05-06', '2026-11-21', 'FREQ=DAILY'],
  ['hours of sixty years', 'FREQ=HOURLY;INTERVAL=5', '1960-01-01T01:00', '2026-11-21T12:00', 'FREQ=HOURLY;INTERVAL=5'],
  [
    'weeks of sixty years, on days before and after their own',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA',
    '1960-01-06',
    '2026-11-21',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA',
  ],
  ['the day before the last', 'FREQ=DAILY', '9999-12-30', '9999-12-31', 'FREQ=DAILY'],
  [
    'a leap day',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    '2024-02-29',
    '2028-02-29',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  ],
])('%s', (_what, rule, due, next, left) => {
  expect(nextOccurrence(rule, due, clock)).toEqual({ due: next, rule: left });
});

it.each([
  ['a count used up', 'FREQ=WEEKLY;COUNT=1', '2026-11-20'],
  ['a count used up by overdue times', 'FREQ=DAILY;COUNT=3', '2026-11-01'],
  ['an until that is past', 'FREQ=DAILY;UNTIL=20261120', '2026-11-20'],
  ['a day that never comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-02-01'],
  ['no rule', 'every tuesday', '2026-11-20'],
  ['by the second', 'FREQ=SECONDLY', '2026-11-20T08:00'],
  ['a day that never comes, looked for each week', 'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30', '2026-02-01'],
  ['a day that never comes, looked for each day', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-02-01'],
  ['a day that never comes, looked for each hour', 'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30', '2026-02-01T08:00'],
  ['an hour that no step meets', 'FREQ=HOURLY;INTERVAL=24;BYHOUR=3', '2026-11-20T08:00'],
  ['an hour that no day has', 'FREQ=HOURLY;BYHOUR=99', '2026-11-20T08:00'],
  ['steps backwards', 'FREQ=DAILY;INTERVAL=-1', '2026-11-20'],
  ['no steps', 'FREQ=DAILY;INTERVAL=0', '2026-11-20'],
  ['more steps than the calendar has days', 'FREQ=DAILY;INTERVAL=99999999999999999999', '2026-11-20'],
  ['the last day of the calendar', 'FREQ=DAILY', '9999-12-31'],
  ['the last hour of the calendar', 'FREQ=HOURLY', '9999-12-31T23:00'],
])('nothing after %s', (_what, rule, due) => {
  expect(nextOccurrence(rule, due, clock)).toBeNull();
});

it('always goes forward, never into the past, and keeps the kind of due', () => {
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const rule = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,WE',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=YEARLY',
    'FREQ=HOURLY;INTERVAL=6',
  );
  fc.assert(
    fc.property(day, rule, fc.boolean(), (date, every, timed) => {
      const due = date.toISOString().slice(0, timed ? 16 : 10);
      const next = nextOccurrence(every, due, clock);
      if (next === null) return false;
      return next.due.length === due.length && next.due >= due && next.due >= clock.now.slice(0, due.length);
    }),
    { numRuns: 60 },
  );
});
