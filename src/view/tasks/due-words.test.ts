import { describe, expect, it } from 'vitest';
import { daysBetween, describeDue, describeMoment, dueState } from './due-words.ts';

const clock = { now: '2026-11-24T14:05', zone: 'Europe/London', locale: 'en-GB' };

describe('describeDue', () => {
  it.each([
    ['2026-11-24', 'Today'],
    ['2026-11-25T18:00', 'Tomorrow, 18:00'],
    ['2026-11-23', 'Yesterday'],
    ['2026-11-27', 'Friday'],
    ['2026-11-30', 'Monday'],
    ['2026-12-01', 'Tue, 1 Dec'],
    ['2026-11-20', 'Fri, 20 Nov'],
    ['2027-01-04', 'Mon, 4 Jan 2027'],
  ])('says %s as %s', (due, text) => {
    expect(describeDue(due, clock).text.replace(/^(\w{3}) /, '$1, ')).toBe(text);
  });

  it('follows the locale', () => {
    expect(describeDue('2026-11-25', { ...clock, locale: 'de-DE' }).text).toBe('Morgen');
    expect(describeDue('2026-11-25T18:00', { ...clock, locale: 'en-US' }).text).toMatch(/^Tomorrow, 6:00\sPM$/);
  });

  it('moves no time by the zone', () => {
    expect(describeDue('2026-11-24T23:30', { ...clock, zone: 'Pacific/Auckland' }).text).toBe('Today, 23:30');
  });
});

describe('dueState', () => {
  it.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24T14:04', 'overdue'],
    ['2026-11-24T14:05', 'today'],
    ['2026-11-24', 'today'],
    ['2026-11-25', 'later'],
  ] as const)('%s is %s', (due, state) => {
    expect(dueState(due, clock)).toBe(state);
  });
});

describe('describeMoment', () => {
  it('reads a local time and an instant', () => {
    expect(describeMoment('2026-11-24T13:00', clock)).toBe('Today, 13:00');
    expect(describeMoment('2026-11-24T13:00:30.120', clock)).toBe('Today, 13:00');
    expect(describeMoment('2026-11-24T13:00:00.000Z', { ...clock, zone: 'Europe/Berlin' })).toBe('Today, 14:00');
    expect(describeMoment('noneZ', clock)).toBe('noneZ');
  });
});

it('counts days over a change of the clocks and of the year', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-12-31T23:59', '2027-01-01')).toBe(1);
});
