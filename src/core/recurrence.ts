import * as rruleModule from 'rrule';
import type { Clock, Due, LocalDate } from './clock.ts';
import { asUtc, dateOf, fromUtc, hasTime, today } from './local-time.ts';

// Bundlers read the package's ES module; Node reads its CommonJS one, which has every name on `default`.
const loaded: typeof rruleModule & { default?: typeof rruleModule } = rruleModule;
const { RRule } = loaded.default ?? loaded;

/** A rule that has not come round in so many years never will; looking further would only hang the tab. */
const horizonYears = 60;
/** How many days, weeks or hours are looked at for one occurrence: a day of each of the years above, and some. */
const mostSteps = 30_000;
const longestInterval = 50_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const lastMoment = asUtc('9999-12-31T23:59');

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
  const earliest = asUtc(hasTime(from) ? clock.now : today(clock));
  const options = parseRule(rule, asUtc(from), earliest);
  if (options === null) return null;
  const { next, passed } = walk(options, (date) => date > asUtc(from), earliest);
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
  const options = parseRule(rule, asUtc(start), asUtc(earliest));
  if (options === null) return null;
  const { next } = walk(options, () => true, asUtc(earliest));
  return next === null ? null : dateOf(fromUtc(next));
}

type RuleOptions = ConstructorParameters<typeof RRule>[0];

/** The first occurrence that counts and is not before `earliest`, and how many that count there were up to it. */
function walk(
  options: RuleOptions,
  counts: (date: Date) => boolean,
  earliest: Date,
): { next: Date | null; passed: number } {
  let next: Date | null = null;
  let passed = 0;
  let looked = 0;
  try {
    // The iterator goes on for as long as it is given true.
    limitSteps(new RRule(options)).all((date) => {
      looked += 1;
      if (looked > mostSteps) throw new TooManySteps();
      if (!counts(date)) return true;
      passed += 1;
      if (date >= earliest) next = date;
      return next === null;
    });
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
  }
  return { next, passed };
}

class TooManySteps extends Error {}

/**
 * The library compares UNTIL with matches only, so a rule without any (30 February, each week) is followed to the year
 * 9999, for minutes. It reads the week's start once a step, and that is where steps can be counted.
 */
function limitSteps(rule: InstanceType<typeof RRule>): InstanceType<typeof RRule> {
  const { wkst } = rule.options;
  let steps = 0;
  Object.defineProperty(rule.options, 'wkst', {
    get: () => {
      steps += 1;
      if (steps > mostSteps) throw new TooManySteps();
      return wkst;
    },
  });
  return rule;
}

function parseRule(rule: string, from: Date, earliest: Date): RuleOptions | null {
  try {
    const options = RRule.parseString(rule);
    const { freq, interval = 1 } = options;
    // Only whole hours and longer: a rule by the second would be walked for years.
    if (freq === undefined || freq > RRule.HOURLY) return null;
    if (!Number.isInteger(interval) || interval < 1 || interval > longestInterval) return null;
    if (freq === RRule.HOURLY && !reachesAnHour(options, from.getUTCHours())) return null;
    const horizon = new Date(Math.max(from.getTime(), earliest.getTime()));
    horizon.setUTCFullYear(horizon.getUTCFullYear() + horizonYears);
    if (horizon > lastMoment) horizon.setTime(lastMoment.getTime());
    const until = endOfUntil(rule, options.until ?? horizon);
    const dtstart = Number.isFinite(countOf(rule)) ? from : movedOn(from, earliest, freq, interval);
    return { ...options, count: null, dtstart, until: until < horizon ? until : horizon };
  } catch {
    return null;
  }
}

/** The library steps from hour to hour until one of BYHOUR comes, and some steps never meet any. */
function reachesAnHour({ byhour, interval = 1 }: NonNullable<RuleOptions>, from: number): boolean {
  const hours = byhour === undefined || byhour === null ? [] : [byhour].flat();
  const step = greatestCommonDivisor(interval, 24);
  return hours.length === 0 || hours.some((hour) => hour >= 0 && hour < 24 && (hour - from) % step === 0);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A series that began long ago, from a later of its steps on: whole intervals, so that it falls on the same days. */
function movedOn(from: Date, earliest: Date, freq: number, interval: number): Date {
  const unitMs = { [RRule.WEEKLY]: 7 * dayMs, [RRule.DAILY]: dayMs, [RRule.HOURLY]: hourMs }[freq];
  if (unitMs === undefined) return from;
  const stepMs = unitMs * interval;
  // A step too few, since a week may have had its days before its own weekday.
  const steps = Math.floor((earliest.getTime() - from.getTime()) / stepMs) - 1;
  return steps > 0 ? new Date(from.getTime() + steps * stepMs) : from;
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
