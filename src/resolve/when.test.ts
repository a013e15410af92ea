import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Clock, Due } from '../core/clock.ts';
import { parseDay } from './calendar.ts';
import { resolveWhen } from './when.ts';

/** A Wednesday. */
const wednesday: Clock = { now: '2026-11-18T10:00', zone: 'Europe/London', locale: 'en-GB' };
const american: Clock = { ...wednesday, zone: 'America/New_York', locale: 'en-US' };

function due(phrase: string, clock: Clock = wednesday, base?: Due): string {
  const resolved = resolveWhen(phrase, clock, base === undefined ? {} : { base });
  return resolved.ok ? resolved.value : resolved.code;
}

type Row = readonly [phrase: string, due: string];

describe('the table of times', () => {
  test.each<Row>([
    ['at 1', '2026-11-18T13:00'],
    ['3', '2026-11-18T15:00'],
    ['at 6', '2026-11-18T18:00'],
    ['friday at 5', '2026-11-20T17:00'],
  ])('a bare hour 1 to 6 is p.m.: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  test.each<Row>([
    ['at 11', '2026-11-18T11:00'],
    ['at 9', '2026-11-18T21:00'],
    ['today at 7', '2026-11-18T19:00'],
    ['tomorrow at 9', '2026-11-19T09:00'],
    ['friday at 11', '2026-11-20T11:00'],
    ['12', '2026-11-18T12:00'],
    ['tomorrow at 12', '2026-11-19T12:00'],
  ])('a bare hour 7 to 11 is a.m., or p.m. if already past today; 12 is noon: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  it('takes a bare hour that is past in both halves to be tomorrow morning', () => {
    expect(due('at 9', { ...wednesday, now: '2026-11-18T22:00' })).toBe('2026-11-19T09:00');
  });

  test.each<Row>([
    ['half six', '2026-11-18T17:30'],
    ['half past six', '2026-11-18T18:30'],
    ['quarter past 4', '2026-11-18T16:15'],
    ['quarter to five', '2026-11-18T16:45'],
    ['quarter of five', '2026-11-18T16:45'],
    ['ten to four', '2026-11-18T15:50'],
    ['five after six', '2026-11-18T18:05'],
    ['10 past 7', '2026-11-18T19:10'],
    ['twenty five minutes past two', '2026-11-18T14:25'],
  ])('half, quarter and ten: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  test.each<Row>([
    ['tomorrow morning', '2026-11-19T09:00'],
    ['noon', '2026-11-18T12:00'],
    ['this afternoon', '2026-11-18T15:00'],
    ['friday evening', '2026-11-20T18:00'],
    ['tonight', '2026-11-18T20:00'],
    ['midnight', '2026-11-19T00:00'],
    ['friday at midnight', '2026-11-21T00:00'],
  ])('the parts of the day: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  test.each<Row>([
    ['friday', '2026-11-20'],
    ['monday', '2026-11-23'],
    ['wednesday', '2026-11-25'],
    ['on tuesday', '2026-11-24'],
  ])("a weekday's name is the coming one, today's own seven days on: %s", (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  test.each<Row>([
    ['next friday', '2026-11-27'],
    ['next monday', '2026-11-23'],
    ['next week', '2026-11-23'],
    ['next month', '2026-12-01'],
    ['friday next week', '2026-11-27'],
    ['the 3rd of next month', '2026-12-03'],
  ])('next X is of the next calendar week: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  it("starts the week by locale: an American Sunday's next Friday is nine days on or more", () => {
    const sunday = '2026-11-22T10:00';
    expect(due('next friday', { ...american, now: sunday })).toBe('2026-12-04');
    expect(due('next friday', { ...wednesday, now: sunday })).toBe('2026-11-27');
    expect(due('next week', { ...american, now: sunday })).toBe('2026-11-30');
    expect(due('next week', { ...wednesday, now: sunday })).toBe('2026-11-23');
  });

  test.each<Row>([
    ['a week on friday', '2026-11-27'],
    ['friday week', '2026-11-27'],
    ['a week on monday at 3', '2026-11-30T15:00'],
    ['tomorrow week', '2026-11-26'],
  ])('a week on X, X week: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  test.each<Row>([
    ['this weekend', '2026-11-21'],
    ['end of the month', '2026-11-30'],
    ['by friday', '2026-11-20'],
    ['before friday', '2026-11-19'],
    ['before christmas', '2026-12-24'],
    ['before 5pm', '2026-11-18T17:00'],
  ])('weekend, end, by and before: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  test.each<Row>([
    ['tomorrow', '2026-11-19'],
    ['21 november', '2026-11-21'],
  ])('a day with no time is a date without a time: %s', (phrase, expected) => {
    expect(due(phrase)).toBe(expected);
  });

  it('reads 3/12 by locale', () => {
    expect(due('3/12')).toBe('2026-12-03');
    expect(due('3/12', american)).toBe('2027-03-12');
    expect(due('25/12', american)).toBe('2026-12-25');
    expect(due('3/12/2027')).toBe('2027-12-03');
  });
});

test.each<Row>([
  ['tmrw', '2026-11-19'],
  ['tmr', '2026-11-19'],
  ['2moro', '2026-11-19'],
  ['2moro at 5', '2026-11-19T17:00'],
  ['fri', '2026-11-20'],
  ['eod', '2026-11-18T18:00'],
  ['eow', '2026-11-20'],
  ['in a fortnight', '2026-12-02'],
  ['in 2 hrs', '2026-11-18T12:00'],
  ['in half an hour', '2026-11-18T10:30'],
  ['in an hour and a half', '2026-11-18T11:30'],
  ['in 3 working days', '2026-11-23'],
  ['the 3rd', '2026-12-03'],
  ['on the 3rd', '2026-12-03'],
  ['the 18th', '2026-11-18'],
  ['19:30', '2026-11-18T19:30'],
  ['7.30', '2026-11-18T19:30'],
  ['0730', '2026-11-19T07:30'],
  ['6ish', '2026-11-18T18:00'],
  ['7 p.m.', '2026-11-18T19:00'],
  ['first thing tomorrow', '2026-11-19T09:00'],
  ["new year's eve", '2026-12-31'],
  ['new year’s eve at 11pm', '2026-12-31T23:00'],
  ['xmas', '2026-12-25'],
  ['day after tomorrow', '2026-11-20'],
  ['mid december', '2026-12-15'],
  ['lunchtime', '2026-11-18T12:00'],
  ['this arvo', '2026-11-18T15:00'],
  ['at ten past seven', '2026-11-18T19:10'],
  ['twenty first of december', '2026-12-21'],
  ['friday ten past seven', '2026-11-20T07:10'],
  ['ten past seven friday', '2026-11-20T07:10'],
  ['2026-11-21T18:00', '2026-11-21T18:00'],
  ['29 february', '2028-02-29'],
  ['tomorrow evening at 7', '2026-11-19T19:00'],
  ['tonight at 1', '2026-11-19T01:00'],
  ['from 2 to 4 on friday', '2026-11-20T14:00'],
  ['friday 13th', '2027-08-13'],
  ['the day before christmas', '2026-12-24'],
  ['two weeks after next friday', '2026-12-11'],
  ['easter', '2027-03-28'],
  ["mother's day", '2027-03-07'],
  ['the last friday of the month at 5', '2026-11-27T17:00'],
  ['second tuesday of december', '2026-12-08'],
  ['the first monday of next month', '2026-12-07'],
  ['next friday 27 november', '2026-11-27'],
  ['a week today', '2026-11-25'],
  ['07h45 tomorrow', '2026-11-19T07:45'],
  ['18h on saturday', '2026-11-21T18:00'],
  ['friday am', '2026-11-20T09:00'],
  ['b4 friday', '2026-11-19'],
  ['the last day of the month', '2026-11-30'],
  ['this year', '2026-12-31'],
  ['in the next hour', '2026-11-18T11:00'],
  ['31 december 9999', '9999-12-31'],
  ['31 february', 'unknown_date'],
  ['midnight on 31 december 9999', 'unknown_date'],
  ['in 9000 years', 'unknown_date'],
  ['yesterday', 'past_date'],
  ['3 may 2019', 'past_date'],
  ['', 'unknown_date'],
  ['friday or saturday', 'unknown_date'],
  ['tomorrow 13/04', 'unknown_date'],
  ['soonish maybe', 'unknown_date'],
])('reads %s', (phrase, expected) => {
  expect(due(phrase)).toBe(expected);
});

describe('a correction', () => {
  const base = '2026-11-20T18:00';
  test.each<Row>([
    ['an hour later', '2026-11-20T19:00'],
    ['half an hour earlier', '2026-11-20T17:30'],
    ['7pm', '2026-11-20T19:00'],
    ['monday', '2026-11-23T18:00'],
    ['same time tomorrow', '2026-11-19T18:00'],
    ['tomorrow morning', '2026-11-19T09:00'],
    ['a day later', '2026-11-21T18:00'],
    ['by two days', '2026-11-22T18:00'],
    ['push back a week', '2026-11-27T18:00'],
    ['in 2 hours', '2026-11-18T12:00'],
  ])('of 20 November 18:00 by %s', (phrase, expected) => {
    expect(due(phrase, wednesday, base)).toBe(expected);
  });

  it('counts from today where the task is so overdue that it would stay past', () => {
    expect(due('a day later', wednesday, '2026-11-02T09:00')).toBe('2026-11-19T09:00');
  });

  it('cannot move the hour of a task that has none', () => {
    expect(due('an hour later', wednesday, '2026-11-20')).toBe('unknown_date');
    expect(due('a week later', wednesday, '2026-11-20')).toBe('2026-11-27');
  });
});

it('adds wall time over a change of the clocks', () => {
  expect(due('in 2 hours', { ...wednesday, now: '2026-03-29T00:30' })).toBe('2026-03-29T02:30');
  expect(due('in a day', { ...american, now: '2026-10-31T23:30' })).toBe('2026-11-01');
});

const words =
  'in a the at on by next this last week day days 3 7 21st 12 half past to ten friday fri monday month end of before after until tonight midnight morning december may 3/12 7pm 19:30 29 february year weekend two hours later , . ! 99999 hour from now eve christmas'.split(
    ' ',
  );
const phrases = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(' ')),
);
const days = fc.date({ min: new Date('1990-01-01T00:00Z'), max: new Date('9999-12-31T00:00Z'), noInvalidDate: true });
const clocks = fc
  .record({ date: days, locale: fc.constantFrom('en-GB', 'en-US', 'ar-EG', 'not a locale') })
  .map(({ date, locale }): Clock => ({ now: date.toISOString().slice(0, 16), zone: 'UTC', locale }));

describe('any phrase', () => {
  it('gives a valid moment that is not before today, or a coded failure', () => {
    fc.assert(
      fc.property(phrases, clocks, (phrase, clock) => {
        const resolved = resolveWhen(phrase, clock);
        if (!resolved.ok) {
          expect(['unknown_date', 'past_date']).toContain(resolved.code);
          return;
        }
        expect(resolved.value).toMatch(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/);
        expect(parseDay(resolved.value)).toBeDefined();
        expect(resolved.value.slice(0, 10) >= clock.now.slice(0, 10)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('puts a time without a day at or after now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), clocks, (hour, minute, clock) => {
        fc.pre(clock.now < '9999-12-31');
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const resolved = resolveWhen(time, clock);
        expect(resolved.ok && resolved.value >= clock.now && resolved.value.endsWith(time.slice(2))).toBe(true);
      }),
    );
  });

  // Quadratic reading of so much would take minutes, and so meet the runner's own limit.
  it('is read in linear time, whatever its length', () => {
    for (const piece of ['a', '1', 'half ', 'next ', '3/', "'", ' ', 'friday ', 'in 2 hours ', 'the day before ']) {
      expect(resolveWhen(piece.repeat(200_000 / piece.length), wednesday)).toBeDefined();
      expect(resolveWhen(piece.repeat(Math.floor(400 / piece.length)), wednesday)).toBeDefined();
    }
  });
});
