import { dayOf, fieldsOf, type Weekday } from './calendar.ts';
import { readPeriod, type Period } from './clock-times.ts';
import { readDatePart } from './date-parts.ts';
import { monthNames } from './day-words.ts';
import type { Now } from './now.ts';
import { readNumber, readOrdinal } from './numbers.ts';
import type { Rule, RuleDay } from './rule.ts';
import { isAt, phraseTable, readPhrase, skip, textAt, type Read, type Token } from './tokens.ts';
import { type Part } from './repeat-part.ts';
import { readWeekdayList } from './weekday-lists.ts';
import { readNthWeekdays, readOfMonth, readMonthDays } from './repeat-month-days.ts';

export const weekdaysOnly: readonly RuleDay[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday }));
const weekendOnly: readonly RuleDay[] = ([6, 0] as const).map((weekday) => ({ weekday }));

const frequencyWords = phraseTable<Partial<Rule>>({
  'daily|day by day|everyday|evry day|nightly': { frequency: 'DAILY' },
  'weekly|wkly': { frequency: 'WEEKLY' },
  'fortnightly|biweekly|bi weekly|every fortnight|each fortnight|once a fortnight': {
    frequency: 'WEEKLY',
    interval: 2,
  },
  'monthly|mthly': { frequency: 'MONTHLY' },
  'bimonthly|bi monthly': { frequency: 'MONTHLY', interval: 2 },
  'quarterly|every quarter|each quarter|once a quarter|per quarter': { frequency: 'MONTHLY', interval: 3 },
  'semi annually|half yearly|biannually|bi annually|twice a year|every half year|twice yearly|every six months': {
    frequency: 'MONTHLY',
    interval: 6,
  },
  'yearly|annually|annual|once yearly': { frequency: 'YEARLY' },
  'weekdays|workdays|working days|week days|every weekday|each weekday|every working day|every workday|every wkday|every work day|each working day|every business day|every week day|on weekdays':
    { frequency: 'WEEKLY', days: weekdaysOnly },
  'weekends|every weekend|each weekend|every wknd|on weekends|at weekends|at the weekend every week': {
    frequency: 'WEEKLY',
    days: weekendOnly,
  },
});

export function readFrequencyWord(tokens: readonly Token[], index: number): Read<Part> | undefined {
  const read = readPhrase(tokens, index, frequencyWords, 5);
  if (read === undefined) return undefined;
  const nightly = textAt(tokens, index) === 'nightly';
  return {
    value: { rule: read.value, repeats: true, ...(nightly ? { period: 'night' as const } : {}) },
    next: read.next,
  };
}

const perUnits = phraseTable<Partial<Rule>>({
  day: { frequency: 'DAILY' },
  week: { frequency: 'WEEKLY' },
  fortnight: { frequency: 'WEEKLY', interval: 2 },
  month: { frequency: 'MONTHLY' },
  year: { frequency: 'YEARLY' },
});
/** How often a week spreads over its days: the product's choice, as a rule needs days. */
const spreads: readonly (readonly Weekday[])[] = [[], [], [1, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

/** "once a week", "twice a week", "three times a month". */
export function readTimesPer(tokens: readonly Token[], index: number): Read<Part> | undefined {
  const once = isAt(tokens, index, 'once') ? 1 : isAt(tokens, index, 'twice') ? 2 : undefined;
  const number = once === undefined ? readNumber(tokens, index) : undefined;
  if (once === undefined && (number === undefined || !isAt(tokens, number.next, 'times', 'x'))) return undefined;
  const times = once ?? number?.value ?? 1;
  const after = number === undefined ? index + 1 : number.next + 1;
  const weekly = isAt(tokens, after, 'weekly') ? 'week' : isAt(tokens, after, 'monthly') ? 'month' : undefined;
  const lead = weekly === undefined ? skip(tokens, after, 'a', 'an', 'per', 'each', 'every') : after;
  if (lead === after && weekly === undefined) return undefined;
  const rule = perUnits.get(weekly ?? textAt(tokens, lead));
  if (rule === undefined || times < 1) return undefined;
  const next = lead + 1;
  if (times === 1) return { value: { rule, repeats: true }, next };
  const spread = spreads[times];
  if (rule.frequency === 'WEEKLY' && rule.interval === undefined && spread !== undefined) {
    return { value: { rule: { ...rule, days: spread.map((weekday) => ({ weekday })) }, repeats: true }, next };
  }
  if (rule.frequency === 'MONTHLY' && times === 2)
    return { value: { rule: { ...rule, monthDays: [1, 15] }, repeats: true }, next };
  if (rule.frequency === 'YEARLY' && 12 % times === 0) {
    return { value: { rule: { frequency: 'MONTHLY', interval: 12 / times }, repeats: true }, next };
  }
  return undefined;
}

/** "every other day", "every second tuesday", "each month", "every 3 days", "every morning", "every 21 november". */
export function readEvery(tokens: readonly Token[], index: number, now: Now): Read<Part> | undefined {
  const every = isAt(tokens, index, 'every', 'each', 'evry', 'all', 'alternate', 'ev');
  if (!every) return undefined;
  const alternate = isAt(tokens, index, 'alternate') || isAt(tokens, index + 1, 'other', 'alternate');
  const start = isAt(tokens, index + 1, 'other', 'alternate', 'single') ? index + 2 : index + 1;
  if (alternate) return readEveryNth(tokens, start, 2);
  const period = readPeriod(tokens, start);
  if (period !== undefined) {
    return { value: { rule: { frequency: 'DAILY' }, period: period.value, repeats: true }, next: period.next };
  }
  const nth = readNthWeekdays(tokens, start);
  if (nth !== undefined && (nth.ofMonth || nth.first))
    return { value: { rule: nth.rule, repeats: true }, next: nth.next };
  const ordinal = readOrdinal(tokens, start);
  if (ordinal !== undefined) return readEveryOrdinal(tokens, start, ordinal, now);
  const couple = readPhrase(tokens, start, phraseTable<number>({ 'couple of|couple': 2, few: 3 }), 2);
  const count = couple ?? readNumber(tokens, start);
  if (count !== undefined) return readEveryNth(tokens, count.next, count.value) ?? readEveryDate(tokens, start, now);
  return readEveryNth(tokens, start, 1) ?? readEveryDate(tokens, start, now);
}

/** "every 2nd tuesday" is every two weeks; "every 3rd" and "every 3rd of the month" a day of the month. */
function readEveryOrdinal(
  tokens: readonly Token[],
  start: number,
  ordinal: Read<number>,
  now: Now,
): Read<Part> | undefined {
  const unit = readEveryNth(tokens, ordinal.next, ordinal.value);
  if (unit !== undefined) return unit;
  const date = readEveryDate(tokens, start, now);
  if (date !== undefined) return date;
  if (ordinal.value > 31 || (!/^\d/.test(textAt(tokens, start)) && readOfMonth(tokens, ordinal.next) === undefined))
    return undefined;
  const days = readMonthDays(tokens, start);
  return days === undefined
    ? undefined
    : { value: { rule: { frequency: 'MONTHLY', monthDays: days.value }, repeats: true }, next: days.next };
}

function readEveryNth(tokens: readonly Token[], index: number, interval: number): Read<Part> | undefined {
  if (interval < 1 || interval > 999) return undefined;
  const text = textAt(tokens, index);
  const by = (frequency: Rule['frequency'], times = 1): Partial<Rule> =>
    interval * times > 1 ? { frequency, interval: interval * times } : { frequency };
  const next = index + 1;
  if (['day', 'days'].includes(text)) return { value: { rule: by('DAILY'), repeats: true }, next };
  if (['week', 'weeks', 'wk', 'wks'].includes(text)) return { value: { rule: by('WEEKLY'), repeats: true }, next };
  if (['fortnight', 'fortnights'].includes(text)) return { value: { rule: by('WEEKLY', 2), repeats: true }, next };
  if (['month', 'months'].includes(text)) return { value: { rule: by('MONTHLY'), repeats: true }, next };
  if (['quarter', 'quarters'].includes(text)) return { value: { rule: by('MONTHLY', 3), repeats: true }, next };
  if (['year', 'years'].includes(text)) return { value: { rule: by('YEARLY'), repeats: true }, next };
  if (['weekday', 'workday', 'weekdays'].includes(text))
    return { value: { rule: { ...by('WEEKLY'), days: weekdaysOnly }, repeats: true }, next };
  if (['weekend', 'weekends'].includes(text))
    return { value: { rule: { ...by('WEEKLY'), days: weekendOnly }, repeats: true }, next };
  if (interval === 2 && ['morning', 'night', 'evening'].includes(text)) {
    return { value: { rule: by('DAILY'), period: text as Period, repeats: true }, next };
  }
  const days = readWeekdayList(tokens, index);
  if (days === undefined) return undefined;
  return {
    value: {
      rule: { ...by('WEEKLY'), days: days.value.map((weekday) => ({ weekday })) },
      namesWeekday: true,
      repeats: true,
    },
    next: days.next,
  };
}

/** "every 3 may", "every december", "every christmas". */
export function readEveryDate(tokens: readonly Token[], index: number, now: Now): Read<Part> | undefined {
  const month = monthNames.get(textAt(tokens, index));
  const date = readDatePart(tokens, index, now);
  if (date === undefined) return undefined;
  const { monthDay, month: inMonth, year, signs } = date.value;
  if (monthDay !== undefined && inMonth !== undefined && year === undefined) {
    return {
      value: { rule: { frequency: 'YEARLY', months: [inMonth], monthDays: [monthDay] }, repeats: true },
      next: date.next,
    };
  }
  const start = year === undefined || inMonth === undefined ? undefined : dayOf(year, inMonth, monthDay ?? 1);
  if (start !== undefined && start >= now.today && monthDay !== undefined && inMonth !== undefined) {
    return {
      value: { rule: { frequency: 'YEARLY', months: [inMonth], monthDays: [monthDay] }, start, repeats: true },
      next: date.next,
    };
  }
  if (month !== undefined && monthDay === undefined && year === undefined) {
    return {
      value: { rule: { frequency: 'YEARLY', months: [month], monthDays: [1] }, repeats: true },
      next: date.next,
    };
  }
  if (signs?.includes('holiday') === true && date.value.day !== undefined) {
    const fields = fieldsOf(date.value.day);
    return {
      value: { rule: { frequency: 'YEARLY', months: [fields.month], monthDays: [fields.dayOfMonth] }, repeats: true },
      next: date.next,
    };
  }
  return undefined;
}
