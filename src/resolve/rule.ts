import { fieldsOf, type Day, type Weekday } from './calendar.ts';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
/** A weekday, or the nth one of its month (negative from the end). */
export type RuleDay = { weekday: Weekday; nth?: number };

/** The part of RFC 5545 that people say: whole days, no hours. */
export type Rule = {
  frequency: Frequency;
  interval: number;
  months: readonly number[];
  monthDays: readonly number[];
  days: readonly RuleDay[];
  /** Which of a period's days count: -1 with the weekdays is the month's last working day. */
  positions: readonly number[];
  count?: number;
  until?: Day;
};

const dayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

export function writeRule(rule: Rule, withTime = false): string {
  const parts = [`FREQ=${rule.frequency}`];
  if (rule.months.length > 0) parts.push(`BYMONTH=${rule.months.join(',')}`);
  if (rule.monthDays.length > 0) parts.push(`BYMONTHDAY=${rule.monthDays.join(',')}`);
  if (rule.days.length > 0) parts.push(`BYDAY=${rule.days.map(writeRuleDay).join(',')}`);
  if (rule.positions.length > 0) parts.push(`BYSETPOS=${rule.positions.join(',')}`);
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`);
  if (rule.until !== undefined) parts.push(`UNTIL=${writeUntil(rule.until, withTime)}`);
  return parts.join(';');
}

function writeRuleDay({ weekday, nth }: RuleDay): string {
  return `${nth ?? ''}${dayCodes[weekday]}`;
}

/** RFC 5545 wants the same kind of value as the start's: a date, or a time within that day. */
function writeUntil(day: Day, withTime: boolean): string {
  const { year, month, dayOfMonth } = fieldsOf(day);
  const date = `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(dayOfMonth).padStart(2, '0')}`;
  return withTime ? `${date}T235959` : date;
}
