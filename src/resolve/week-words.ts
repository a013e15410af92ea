import { addMonths, fieldsOf, firstOfMonth, weekdayFrom, weekdayOf, weekStartOf, type Day } from './calendar.ts';
import { weekdayNames } from './day-words.ts';
import type { Draft } from './draft.ts';
import type { Now } from './now.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';
import { readYearNumber } from './month-dates.ts';

export const nextWords = ['next', 'nxt', 'following'] as const;

export function nextWeekStart(now: Now, weeks = 1): Day {
  return weekStartOf(now.today, now.weekStart) + 7 * weeks;
}

/** "friday", "this friday", "next friday", "friday week", "the friday after next", "last friday". */
export function readWeekday(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  let next = skip(tokens, index, 'the');
  const modifierAt = next;
  const modified = isAt(
    tokens,
    next,
    'this',
    'next',
    'nxt',
    'following',
    'coming',
    'upcoming',
    'last',
    'past',
    'previous',
  );
  if (modified) next = skip(tokens, next + 1, 'coming', 'upcoming', 'past', 'following');
  const name = textAt(tokens, next);
  const weekday = weekdayNames.get(name);
  if (weekday === undefined) return undefined;
  next = name.length <= 5 ? skip(tokens, next + 1, '.') : next + 1;
  const signs: Draft['signs'] = [modified ? 'modifier' : name.length <= 5 ? 'weekday-short' : 'weekday'];
  const value: Draft = { weekday, signs };
  if (!modified) {
    if (isAt(tokens, next, 'week', 'wk') && tokens[next]?.glued !== true)
      return { value: { ...value, weeksOn: 1, signs: ['modifier'] }, next: next + 1 };
    if (isAt(tokens, next, 'fortnight'))
      return { value: { ...value, weeksOn: 2, signs: ['modifier'] }, next: next + 1 };
    if (isAt(tokens, next, 'after') && isAt(tokens, next + 1, 'next')) {
      return { value: { ...value, week: nextWeekStart(now, 2), signs: ['modifier'] }, next: next + 2 };
    }
    if (isAt(tokens, next, 'next') && tokens[next + 1] === undefined)
      return { value: { ...value, week: nextWeekStart(now), signs: ['modifier'] }, next: next + 1 };
    return { value, next };
  }
  const last = tokens[next - 1]?.text === '.' ? next - 2 : next - 1;
  const words = tokens.slice(modifierAt, last).map((token) => token.text);
  if (words.includes('last') || words.includes('past') || words.includes('previous')) {
    return { value: { day: weekdayFrom(now.today, weekday) - 7, signs }, next };
  }
  if (words.includes('coming') || words.includes('upcoming')) return { value, next };
  if (words.some((word) => (nextWords as readonly string[]).includes(word)))
    return { value: { ...value, week: nextWeekStart(now) }, next };
  return { value: { ...value, week: nextWeekStart(now, 0), thisWeek: true }, next };
}

/** "next week", "this week", "the week after next", "the following week", "last week". */
export function readWeek(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the');
  if (isAt(tokens, start, 'week', 'wk')) {
    const afterNext = isAt(tokens, start + 1, 'after') && isAt(tokens, start + 2, 'next');
    if (afterNext) return { value: { week: nextWeekStart(now, 2), signs: ['week'] }, next: start + 3 };
    const following = start > index && isAt(tokens, start + 1, 'after') && tokens[start + 2] === undefined;
    if (following) return { value: { week: nextWeekStart(now, 1), signs: ['week'] }, next: start + 2 };
    return undefined;
  }
  if (!isAt(tokens, start + 1, 'week', 'wk')) return undefined;
  const next = start + 2;
  if (isAt(tokens, start, ...nextWords, 'coming'))
    return { value: { week: nextWeekStart(now), signs: ['week'] }, next };
  if (isAt(tokens, start, 'last', 'previous', 'past'))
    return { value: { week: nextWeekStart(now, -1), signs: ['week'] }, next };
  if (isAt(tokens, start, 'this'))
    return { value: { week: nextWeekStart(now, 0), thisWeek: true, signs: ['week'] }, next };
  return undefined;
}

/** Saturday; on the weekend itself, today. */
export function readWeekend(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  let start = skip(tokens, index, 'at', 'on', 'over');
  start = skip(tokens, start, 'the');
  const isNext = isAt(tokens, start, ...nextWords);
  const isLast = isAt(tokens, start, 'last', 'past');
  const at = isNext || isLast || isAt(tokens, start, 'this', 'coming') ? start + 1 : start;
  if (!isAt(tokens, at, 'weekend', 'wkend', 'wknd')) return undefined;
  const thisSaturday = weekdayOf(now.today) === 0 ? now.today : weekdayFrom(now.today, 6);
  const afterNext = isAt(tokens, at + 1, 'after') && isAt(tokens, at + 2, 'next');
  if (afterNext) return { value: { day: weekdayFrom(nextWeekStart(now, 2), 6), signs: ['weekend'] }, next: at + 3 };
  const day = isNext ? weekdayFrom(nextWeekStart(now), 6) : isLast ? weekdayFrom(now.today, 6) - 7 : thisSaturday;
  return { value: { day, signs: ['weekend'] }, next: at + 1 };
}

export function readMonth(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const start = skip(tokens, skip(tokens, index, 'of'), 'the');
  const first = firstOfMonth(now.today);
  if (isAt(tokens, start, 'month') && isAt(tokens, start + 1, 'after') && isAt(tokens, start + 2, 'next')) {
    return { value: { monthStart: addMonths(first, 2), signs: ['week'] }, next: start + 3 };
  }
  if (!isAt(tokens, start + 1, 'month')) return undefined;
  const next = start + 2;
  if (isAt(tokens, start, ...nextWords, 'coming'))
    return { value: { monthStart: addMonths(first, 1), signs: ['week'] }, next };
  if (isAt(tokens, start, 'last', 'previous', 'past'))
    return { value: { monthStart: addMonths(first, -1), signs: ['week'] }, next };
  if (isAt(tokens, start, 'this')) return { value: { monthStart: first, thisMonth: true, signs: ['week'] }, next };
  return undefined;
}

export function readYear(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const start = skip(tokens, index, 'of', 'in');
  const thisYear = fieldsOf(now.today).year;
  if (isAt(tokens, start + 1, 'year')) {
    if (isAt(tokens, start, ...nextWords)) return { value: { year: thisYear + 1, signs: ['year'] }, next: start + 2 };
    if (isAt(tokens, start, 'last', 'previous'))
      return { value: { year: thisYear - 1, signs: ['year'] }, next: start + 2 };
    if (isAt(tokens, start, 'this')) return { value: { year: thisYear, signs: ['year'] }, next: start + 2 };
  }
  const year = start > index ? readYearNumber(tokens, start) : undefined;
  return year === undefined ? undefined : { value: { year: year.value, signs: ['year'] }, next: year.next };
}

export function edge(day: Day | undefined, next: number): Read<Draft> | undefined {
  return day === undefined ? undefined : { value: { day, signs: ['edge'] }, next };
}
