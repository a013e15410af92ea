import { readClockTime, readPeriod, type Period } from './clock-times.ts';
import { readDuration } from './durations.ts';
import type { Now } from './now.ts';
import { readNumber } from './numbers.ts';
import { readMoment } from './read-moment.ts';
import { settle } from './settle.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';
import { type RepeatDraft, type Part, mergeParts, complete } from './repeat-part.ts';
import { readFrequencyWord, readTimesPer, readEvery, readEveryDate } from './repeat-frequency.ts';
import { readWeekdayList, readWeekdaysPart } from './weekday-lists.ts';
import { readDaysOfMonth } from './repeat-month-days.ts';

const maxParts = 8;

/** The longest repetition that starts at this token. */
export function readRepeat(tokens: readonly Token[], index: number, now: Now): Read<RepeatDraft> | undefined {
  let whole: Part = {};
  let end = index;
  let next = index;
  for (let part = 0; part < maxParts; part += 1) {
    const read = readNextPart(tokens, next, whole, now);
    const merged = read === undefined ? undefined : mergeParts(whole, read.value);
    if (read === undefined || merged === undefined) break;
    whole = merged;
    next = read.next;
    end = next;
  }
  const draft = whole.repeats === true ? complete(whole) : undefined;
  return draft === undefined ? undefined : { value: draft, next: end };
}

const fillers = new Set([
  'on',
  'at',
  'the',
  'in',
  'and',
  ',',
  'a',
  'of',
  'repeat',
  'repeats',
  'repeating',
  'recurring',
  'it',
  'around',
  'about',
  'by',
  '-',
  'once',
  'only',
]);

function readNextPart(tokens: readonly Token[], index: number, whole: Part, now: Now): Read<Part> | undefined {
  let at = index;
  for (let skipped = 0; skipped <= 3; skipped += 1) {
    const read = readPart(tokens, at, whole, now);
    if (read !== undefined) return read;
    if (!fillers.has(textAt(tokens, at))) return undefined;
    at += 1;
  }
  return undefined;
}

function readPart(tokens: readonly Token[], index: number, whole: Part, now: Now): Read<Part> | undefined {
  if (index >= tokens.length) return undefined;
  return (
    readFrequencyWord(tokens, index) ??
    readTimesPer(tokens, index) ??
    readEvery(tokens, index, now) ??
    readDaysOfMonth(tokens, index, whole) ??
    readEnd(tokens, index, whole, now) ??
    readStart(tokens, index, whole, now) ??
    readExcept(tokens, index, whole) ??
    readWeekdaysPart(tokens, index, whole) ??
    readYearDay(tokens, index, whole, now) ??
    readTime(tokens, index)
  );
}

/** The date of a yearly rule: "yearly on 3 may", "annually in december". */
function readYearDay(tokens: readonly Token[], index: number, whole: Part, now: Now): Read<Part> | undefined {
  if (whole.rule?.frequency !== 'YEARLY' || whole.rule.months !== undefined) return undefined;
  const date = readEveryDate(tokens, index, now);
  return date === undefined ? undefined : { value: { ...date.value, repeats: false }, next: date.next };
}

function readExcept(tokens: readonly Token[], index: number, whole: Part): Read<Part> | undefined {
  if (!isAt(tokens, index, 'except', 'but', 'excluding', 'apart') || whole.rule?.frequency === undefined)
    return undefined;
  const at = skip(tokens, skip(tokens, index + 1, 'not', 'from', 'for'), 'on', 'the', 'at');
  const list = readWeekdayList(tokens, at);
  const weekend = isAt(tokens, at, 'weekends', 'weekend');
  const left = weekend ? [6, 0] : list?.value;
  const given =
    whole.rule.frequency === 'DAILY'
      ? ([1, 2, 3, 4, 5, 6, 0] as const).map((weekday) => ({ weekday }))
      : whole.rule.days;
  if (left === undefined || given === undefined || whole.rule.frequency === 'MONTHLY') return undefined;
  const days = given.filter((day) => !left.includes(day.weekday));
  if (days.length === 0) return undefined;
  whole.rule = { ...whole.rule, frequency: 'WEEKLY', days };
  return { value: {}, next: weekend ? at + 1 : (list?.next ?? at) };
}

/** "until december", "for 3 weeks", "for 5 times", "10 times". */
function readEnd(tokens: readonly Token[], index: number, whole: Part, now: Now): Read<Part> | undefined {
  if (whole.repeats !== true) return undefined;
  if (isAt(tokens, index, 'until', 'till', 'til', 'through', 'ending', 'ends')) {
    const read = readMoment(tokens, skip(tokens, index + 1, 'on', 'the', 'at'), now);
    const settled = read === undefined ? undefined : settle(read.value, now);
    if (read === undefined || settled?.ok !== true) return undefined;
    // "until december" ends before it, "until the 3rd" with it.
    const beforeMonth = read.value.month !== undefined && read.value.monthDay === undefined;
    return { value: { rule: { until: beforeMonth ? settled.moment.day - 1 : settled.moment.day } }, next: read.next };
  }
  const at = skip(tokens, index, 'for', 'x');
  const count = readNumber(tokens, skip(tokens, skip(tokens, at, 'the'), 'next'));
  if (
    count !== undefined &&
    count.value > 0 &&
    (isAt(tokens, count.next, 'times', 'occurrences', 'repeats', 'repetitions') || isAt(tokens, index, 'x'))
  ) {
    return {
      value: { rule: { count: count.value } },
      next: skip(tokens, count.next, 'times', 'occurrences', 'repeats', 'repetitions'),
    };
  }
  if (at === index) return undefined;
  const lasts = readDuration(tokens, skip(tokens, skip(tokens, at, 'the'), 'next'));
  return lasts === undefined || lasts.value.minutes > 0
    ? undefined
    : { value: { lasts: lasts.value }, next: lasts.next };
}

function readStart(tokens: readonly Token[], index: number, whole: Part, now: Now): Read<Part> | undefined {
  if (whole.repeats !== true || !isAt(tokens, index, 'starting', 'from', 'beginning', 'start', 'starts', 'as'))
    return undefined;
  const read = readMoment(tokens, skip(tokens, index + 1, 'from', 'on', 'of', 'the'), now);
  const settled = read === undefined ? undefined : settle(read.value, now);
  if (read === undefined || settled?.ok !== true || settled.moment.day < now.today) return undefined;
  const value: Part = { start: settled.moment.day };
  if (read.value.time !== undefined) value.time = read.value.time;
  if (read.value.period !== undefined) value.period = read.value.period;
  return { value, next: read.next };
}

const pluralPeriods = new Map<string, Period>([
  ['mornings', 'morning'],
  ['afternoons', 'afternoon'],
  ['evenings', 'evening'],
  ['nights', 'night'],
]);

function readTime(tokens: readonly Token[], index: number): Read<Part> | undefined {
  const plural = pluralPeriods.get(textAt(tokens, index));
  if (plural !== undefined) return { value: { period: plural }, next: index + 1 };
  const time = readClockTime(tokens, index);
  const period = readPeriod(tokens, index);
  if (time !== undefined && (period === undefined || time.next > period.next)) {
    const bareAlone = time.value.bare && !isAt(tokens, index - 1, 'at', 'around', 'about', 'by', '@') && index > 0;
    return bareAlone && readPeriod(tokens, time.next) === undefined
      ? undefined
      : { value: { time: time.value }, next: time.next };
  }
  return period === undefined ? undefined : { value: { period: period.value }, next: period.next };
}
