import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Clock } from '../core/clock.ts';
import { resolveInterval } from './interval.ts';

/** A Wednesday. */
const british: Clock = { now: '2026-11-18T10:00', zone: 'Europe/London', locale: 'en-GB' };
const american: Clock = { ...british, locale: 'en-US' };

function span(phrase: string, clock: Clock = british): string {
  const resolved = resolveInterval(phrase, clock);
  return resolved.ok ? `${resolved.value.from ?? '…'} ${resolved.value.to ?? '…'}` : resolved.code;
}

test.each([
  ['today', '2026-11-18 2026-11-19'],
  ['tomorrow', '2026-11-19 2026-11-20'],
  ['yesterday', '2026-11-17 2026-11-18'],
  ['tonight', '2026-11-18 2026-11-19'],
  ['todays', '2026-11-18 2026-11-19'],
  ['next month’s', '2026-12-01 2027-01-01'],
  ['next 2 weeks', '2026-11-18 2026-12-02'],
  ['friday afternoon', '2026-11-20 2026-11-21'],
  ['midnight', '2026-11-19 2026-11-20'],
  ['this week', '2026-11-16 2026-11-23'],
  ['next week', '2026-11-23 2026-11-30'],
  ['last week', '2026-11-09 2026-11-16'],
  ['rest of the week', '2026-11-18 2026-11-23'],
  ['this weekend', '2026-11-21 2026-11-23'],
  ['next weekend', '2026-11-28 2026-11-30'],
  ['this month', '2026-11-01 2026-12-01'],
  ['next month', '2026-12-01 2027-01-01'],
  ['november', '2026-11-01 2026-12-01'],
  ['in december', '2026-12-01 2027-01-01'],
  ['this year', '2026-01-01 2027-01-01'],
  ['monday', '2026-11-23 2026-11-24'],
  ['wednesday', '2026-11-25 2026-11-26'],
  ['on the 3rd', '2026-12-03 2026-12-04'],
  ['before friday', '… 2026-11-20'],
  ['by friday', '… 2026-11-21'],
  ['by the end of the month', '… 2026-12-01'],
  ['after the 3rd', '2026-12-04 …'],
  ['from friday onwards', '2026-11-20 …'],
  ['since monday', '2026-11-16 …'],
  ['next 3 days', '2026-11-18 2026-11-21'],
  ['in the next two weeks', '2026-11-18 2026-12-02'],
  ['past 7 days', '2026-11-11 2026-11-18'],
  ['between monday and wednesday', '2026-11-23 2026-11-26'],
  ['monday to friday', '2026-11-23 2026-11-28'],
  ['today and tomorrow', '2026-11-18 2026-11-20'],
  ['today and friday', 'unknown_date'],
  ['overdue', 'unknown_date'],
  ['', 'unknown_date'],
])('%s is %s', (phrase, expected) => {
  expect(span(phrase)).toBe(expected);
});

describe("the week's start", () => {
  it('is Sunday in the United States and Monday in Britain', () => {
    expect(span('this week', american)).toBe('2026-11-15 2026-11-22');
    expect(span('next week', american)).toBe('2026-11-22 2026-11-29');
    expect(span('this weekend', { ...british, now: '2026-11-22T10:00' })).toBe('2026-11-22 2026-11-23');
  });
});

it('gives two ordered dates, or a failure, for any phrase', () => {
  const words = fc.constantFrom(
    ...'by before after next this last week weekend month monday friday 3 days and to between from today december 31 9999 the end of year since'.split(
      ' ',
    ),
  );
  const phrases = fc.oneof(
    fc.string({ maxLength: 50 }),
    fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(
      phrases,
      fc.constantFrom(british, american, { ...british, now: '9999-12-31T23:59' }),
      (phrase, clock) => {
        const resolved = resolveInterval(phrase, clock);
        if (!resolved.ok) return;
        const { from, to } = resolved.value;
        for (const day of [from, to]) if (day !== null) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (from !== null && to !== null) expect(from < to).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
