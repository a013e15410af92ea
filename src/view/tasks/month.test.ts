import { expect, it } from 'vitest';
import { firstDayOfWeek, monthWeeks, shiftMonth, weekdayNames } from './month.ts';

it('begins the week where the locale does', () => {
  expect([firstDayOfWeek('en-GB'), firstDayOfWeek('de-DE'), firstDayOfWeek('en-US')]).toEqual([1, 1, 7]);
  expect(weekdayNames('en-US')[0]?.long).toBe('Sunday');
});

it('shows whole weeks', () => {
  const weeks = monthWeeks('2026-11', 'en-GB');
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.[6]).toBe('2026-12-06');
  expect(monthWeeks('2026-11', 'en-US')[0]?.[0]).toBe('2026-11-01');
});

it('turns the year', () => {
  expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

it('ends where the calendar does', () => {
  expect([shiftMonth('9999-12', 1), shiftMonth('0001-01', -1)]).toEqual([null, null]);
  expect(monthWeeks('9999-12', 'en-GB').at(-1)).toEqual([
    ...['2027', '2028', '2029', '2030', '2031'].map((day) => `9999-12-${day.slice(2)}`),
    null,
    null,
  ]);
  // The week of its first day began before it.
  expect(monthWeeks('0001-01', 'en-US')[0]?.slice(0, 2)).toEqual([null, '0001-01-01']);
});
