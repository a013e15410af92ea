import { addMonths, isDay, weekdayOf, type Day } from './calendar.ts';
import { readNumber } from './numbers.ts';
import { isAt, phraseTable, skip, textAt, type Read, type Token } from './tokens.ts';

/** A length of time in the units that do not convert into each other. */
export type Duration = { months: number; days: number; workdays: number; minutes: number; unit: DurationUnit };
export type DurationUnit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';

const unitNames = phraseTable<DurationUnit>({
  'minute|minutes|min|mins|m': 'minute',
  'hour|hours|hr|hrs|h': 'hour',
  'day|days|d|nights': 'day',
  'week|weeks|wk|wks|w|fortnight|fortnights|sennight': 'week',
  'month|months|mth|mths': 'month',
  'year|years|yr|yrs|y': 'year',
});
/** One-letter units count only where they touch their number: "2h", never "2 h". */
const gluedUnits = new Set(['m', 'h', 'd', 'w', 'y']);
const vagueCounts = phraseTable<number>({
  'a|an|another|one more|1 more': 1,
  'a couple of|a couple|couple of|couple|another couple of': 2,
  'a few|few|another few|some|several': 3,
  'half a dozen': 6,
  'a dozen': 12,
});

function durationOf(count: number, unit: DurationUnit): Duration | undefined {
  const none = { months: 0, days: 0, workdays: 0, minutes: 0, unit };
  const whole = Number.isInteger(count);
  switch (unit) {
    case 'minute':
      return { ...none, minutes: Math.round(count) };
    case 'hour':
      return { ...none, minutes: Math.round(count * 60) };
    case 'day':
      return whole ? { ...none, days: count } : { ...none, minutes: Math.round(count * 1440) };
    case 'workday':
      return whole ? { ...none, workdays: count } : undefined;
    case 'week':
      return { ...none, days: Math.round(count * 7) };
    case 'month':
      return whole ? { ...none, months: count } : { ...none, months: Math.floor(count), days: 15 };
    case 'year':
      return { ...none, months: Math.round(count * 12) };
  }
}

/** "2 hrs", "an hour and a half", "half an hour", "three and a half weeks", "a fortnight", "1h30", "2 working days". */
export function readDuration(tokens: readonly Token[], index: number): Read<Duration> | undefined {
  const first = readOneUnit(tokens, index);
  if (first === undefined) return undefined;
  let { value, next } = first;
  for (let part = 0; part < 3; part += 1) {
    const half = readTrailingHalf(tokens, next, value.unit);
    const more = half ?? readFurtherUnit(tokens, next, value.unit);
    if (more === undefined) break;
    value = {
      months: value.months + more.value.months,
      days: value.days + more.value.days,
      workdays: value.workdays + more.value.workdays,
      minutes: value.minutes + more.value.minutes,
      unit: value.unit,
    };
    next = more.next;
  }
  return { value, next };
}

function readOneUnit(tokens: readonly Token[], index: number): Read<Duration> | undefined {
  const half = readHalfUnit(tokens, index);
  if (half !== undefined) return half;
  const count = readCount(tokens, index);
  if (count !== undefined) return readUnit(tokens, count.next, count.value);
  // "week on friday", "fortnight on friday", "push it back a week" cut to "week".
  return isAt(tokens, index, 'week', 'fortnight') ? readUnit(tokens, index, 1) : undefined;
}

export function readUnit(tokens: readonly Token[], index: number, count: number): Read<Duration> | undefined {
  const working = isAt(tokens, index, 'working', 'business', 'work');
  const text = textAt(tokens, working ? index + 1 : index);
  const unit = unitNames.get(text);
  if (unit === undefined) return undefined;
  if (gluedUnits.has(text) && tokens[index]?.glued !== true) return undefined;
  const fortnights = text.startsWith('fortnight') ? 2 : 1;
  const value = durationOf(count * fortnights, working && unit === 'day' ? 'workday' : unit);
  return value === undefined ? undefined : { value, next: index + (working ? 2 : 1) };
}

function readCount(tokens: readonly Token[], index: number): Read<number> | undefined {
  const start = skip(tokens, index, 'the', 'another');
  const text = textAt(tokens, start);
  if (/^\d{1,3}\.\d{1,2}$/.test(text)) return { value: Number(text), next: start + 1 };
  if (/^\d\/\d$/.test(text)) return undefined;
  const number = readNumber(tokens, start);
  if (number !== undefined) {
    // "three and a half weeks"
    const half =
      isAt(tokens, number.next, 'and') && isAt(tokens, number.next + 1, 'a') && isAt(tokens, number.next + 2, 'half');
    if (half) return { value: number.value + 0.5, next: number.next + 3 };
    return { value: number.value, next: skip(tokens, number.next, 'more') };
  }
  for (let words = 4; words >= 1; words -= 1) {
    const phrase = tokens
      .slice(index, index + words)
      .map((token) => token.text)
      .join(' ');
    const value = vagueCounts.get(phrase);
    if (value !== undefined) return { value, next: skip(tokens, index + words, 'more') };
  }
  return undefined;
}

/** "half an hour", "half a day", "a half hour", "quarter of an hour", "three quarters of an hour". */
function readHalfUnit(tokens: readonly Token[], index: number): Read<Duration> | undefined {
  let next = skip(tokens, index, 'a');
  let count = 0.5;
  if (isAt(tokens, next, 'three') && isAt(tokens, next + 1, 'quarters')) {
    count = 0.75;
    next += 1;
  } else if (isAt(tokens, next, 'quarter')) count = 0.25;
  else if (!isAt(tokens, next, 'half')) return undefined;
  next = skip(tokens, next + 1, 'of');
  next = skip(tokens, next, 'a', 'an');
  return isAt(tokens, next, 'hour', 'day', 'year') ? readUnit(tokens, next, count) : undefined;
}

/** The "and a half" of "an hour and a half". */
function readTrailingHalf(tokens: readonly Token[], index: number, unit: DurationUnit): Read<Duration> | undefined {
  const quarter = isAt(tokens, index + 2, 'quarter');
  if (!isAt(tokens, index, 'and') || !isAt(tokens, index + 1, 'a') || !(quarter || isAt(tokens, index + 2, 'half')))
    return undefined;
  const value = durationOf(quarter ? 0.25 : 0.5, unit);
  return value === undefined ? undefined : { value, next: index + 3 };
}

const unitSizes: { readonly [Unit in DurationUnit]: number } = {
  year: 6,
  month: 5,
  week: 4,
  day: 3,
  workday: 3,
  hour: 2,
  minute: 1,
};

/** A smaller unit that goes on from the last: "2 hours 30 minutes", "1h30", "a week and two days". */
function readFurtherUnit(tokens: readonly Token[], index: number, after: DurationUnit): Read<Duration> | undefined {
  // "1h30" is a length, "10h30" a time of day.
  const shortHour = textAt(tokens, index - 2).length === 1;
  if (after === 'hour' && shortHour && /^\d{2}$/.test(textAt(tokens, index)) && tokens[index]?.glued === true) {
    const value = durationOf(Number(textAt(tokens, index)), 'minute');
    return value === undefined ? undefined : { value, next: skip(tokens, index + 1, 'm', 'min', 'mins') };
  }
  const more = readOneUnit(tokens, skip(tokens, skip(tokens, index, ','), 'and'));
  return more !== undefined && unitSizes[more.value.unit] < unitSizes[after] ? more : undefined;
}

/** Undefined where it leaves the calendar. The sign turns it back. */
export function addDuration(
  day: Day,
  minute: number,
  duration: Duration,
  sign: 1 | -1,
): { day: Day; minute: number } | undefined {
  if (Math.abs(duration.months) > 120_000 || Math.abs(duration.days) > 4_000_000 || duration.workdays > 4000)
    return undefined;
  const total = minute + sign * duration.minutes;
  let moved = addMonths(day, sign * duration.months) + sign * duration.days + Math.floor(total / 1440);
  for (let left = duration.workdays; left > 0; left -= 1) {
    do moved += sign;
    while (weekdayOf(moved) === 0 || weekdayOf(moved) === 6);
  }
  return isDay(moved) ? { day: moved, minute: ((total % 1440) + 1440) % 1440 } : undefined;
}
