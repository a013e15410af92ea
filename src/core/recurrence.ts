import * as rruleModule from 'rrule';
import type { Clock, Due, LocalDate } from './clock.ts';
import { asUtc, dateOf, fromUtc, hasTime, today } from './local-time.ts';

// Bundlers read the package's ES module; Node reads its CommonJS one, which has every name on `default`.
const loaded: typeof rruleModule & { default?: typeof rruleModule } = rruleModule;
const { RRule } = loaded.default ?? loaded;

/** A rule that has not come round in so many years never will; looking further would only hang the tab. */
const horizonYears = 60;

export type NextOccurrence = {
  due: Due;
  /** The rule from there on: one with a COUNT has fewer left. */
  rule: string;
};

/**
 * Where a repeating task goes once it is done: the rule's first occurrence after its due that is not in the past. Null
 * where there is none left, or where the rule cannot be read.
 */
export function nextOccurrence(rule: string, due: Due | null, clock: Clock): NextOccurrence | null {
  const from = due ?? today(clock);
  const options = parseRule(rule, from);
  if (options === null) return null;
  const { next, passed } = walk(options, asUtc(from), asUtc(hasTime(from) ? clock.now : today(clock)));
  const left = countOf(rule) - passed;
  if (next === null || left < 1) return null;
  const moment = fromUtc(next);
  return {
    due: hasTime(from) ? moment : dateOf(moment),
    rule: rule.replace(/COUNT=\d+/iu, `COUNT=${left}`),
  };
}

/**
 * The first day of the series that begins on `start` which is not before `earliest`; null where there is none. The rule's
 * COUNT is not used up by looking.
 */
export function firstDay(rule: string, start: LocalDate, earliest: LocalDate): LocalDate | null {
  const options = parseRule(rule, start);
  if (options === null) return null;
  const first = new RRule(options).after(asUtc(earliest), true);
  return first === null ? null : dateOf(fromUtc(first));
}

type RuleOptions = ConstructorParameters<typeof RRule>[0];

/** The first occurrence after `from` that is not before `earliest`, and how many the task has passed to get there. */
function walk(options: RuleOptions, from: Date, earliest: Date): { next: Date | null; passed: number } {
  let next: Date | null = null;
  let passed = 0;
  // The iterator goes on for as long as it is given true.
  new RRule(options).all((date) => {
    if (date <= from) return true;
    passed += 1;
    if (date >= earliest) next = date;
    return next === null;
  });
  return { next, passed };
}

function parseRule(rule: string, from: Due): RuleOptions | null {
  try {
    const options = RRule.parseString(rule);
    // Only whole hours and longer: a rule by the second would be walked for years.
    if (options.freq === undefined || options.freq > RRule.HOURLY) return null;
    const horizon = asUtc(from);
    horizon.setUTCFullYear(horizon.getUTCFullYear() + horizonYears);
    const until = endOfUntil(rule, options.until ?? horizon);
    return { ...options, count: null, dtstart: asUtc(from), until: until < horizon ? until : horizon };
  } catch {
    return null;
  }
}

/** An UNTIL that is a day includes that day's evening. */
function endOfUntil(rule: string, until: Date): Date {
  return /UNTIL=\d{8}(;|$)/iu.test(rule) ? new Date(until.getTime() + 86_399_000) : until;
}

/** The COUNT of a rule: how often it still falls, this time included. */
function countOf(rule: string): number {
  const count = /COUNT=(\d+)/iu.exec(rule)?.[1];
  return count === undefined ? Infinity : Number(count);
}
