import type { Day } from './calendar.ts';
import { relativeDays, weekdayNames } from './day-words.ts';
import { readDatePart } from './date-parts.ts';
import { mergeDrafts, type Draft } from './draft.ts';
import { addDuration, readDuration, readUnit, type Duration } from './durations.ts';
import type { Now } from './now.ts';
import { settleDay } from './settle.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';

const one = (unit: Duration['unit'], days: number, months: number): Duration => ({
  months,
  days,
  workdays: 0,
  minutes: 0,
  unit,
});
const singles = new Map<string, Duration>([
  ['day', one('day', 1, 0)],
  ['night', one('day', 1, 0)],
  ['week', one('week', 7, 0)],
  ['weekend', one('week', 7, 0)],
  ['month', one('month', 0, 1)],
  ['year', one('year', 0, 12)],
]);

/**
 * A moment by its distance: "in 2 hours", "two days before christmas", "a week on friday", "an hour later",
 * "by two days", "3 days ago".
 */
export function readOffset(tokens: readonly Token[], index: number, now: Now, depth = 0): Read<Draft> | undefined {
  return readNeighbour(tokens, index, now, depth) ?? readDistance(tokens, index, now, depth);
}

/** "the day before the party date", "the week after next friday", "the next day". */
function readNeighbour(tokens: readonly Token[], index: number, now: Now, depth: number): Read<Draft> | undefined {
  const start = skip(tokens, index, 'the');
  const nextUnit = isAt(tokens, start, 'next', 'following') ? singles.get(textAt(tokens, start + 1)) : undefined;
  if (nextUnit?.unit === 'day') return { value: moveBy(nextUnit, 1, 'base', 'duration'), next: start + 2 };
  const unit = singles.get(textAt(tokens, start));
  const side = isAt(tokens, start + 1, 'before') ? -1 : isAt(tokens, start + 1, 'after') ? 1 : undefined;
  if (unit === undefined || side === undefined) return undefined;
  const anchor = readAnchor(tokens, start + 2, now, depth);
  if (anchor === undefined) {
    const complete = tokens[start + 2] === undefined && start > index && unit.unit === 'day';
    return complete ? { value: moveBy(unit, side, 'base', 'duration'), next: start + 2 } : undefined;
  }
  const value = dayFrom(anchor.value, unit, side);
  if (value === undefined) return undefined;
  return { value: textAt(tokens, start) === 'night' ? { ...value, period: 'night' } : value, next: anchor.next };
}

function moveBy(duration: Duration, sign: 1 | -1, from: 'now' | 'base', mark: 'duration' | 'plain-duration'): Draft {
  return { shift: { duration, sign, from }, signs: [mark] };
}

function dayFrom(anchor: Day, duration: Duration, sign: 1 | -1): Draft | undefined {
  const moved = duration.minutes === 0 ? addDuration(anchor, 0, duration, sign) : undefined;
  return moved === undefined ? undefined : { day: moved.day, countedIn: duration.unit, signs: ['duration'] };
}

/** The day that an offset starts from, with all its parts: "the 3rd of next month", "next friday". */
function readAnchor(tokens: readonly Token[], index: number, now: Now, depth: number): Read<Day> | undefined {
  if (depth > 2) return undefined;
  const nested = readOffset(tokens, index, now, depth + 1);
  if (nested?.value.day !== undefined) return { value: nested.value.day, next: nested.next };
  let draft: Draft = {};
  let next = index;
  for (let part = 0; part < 3; part += 1) {
    const read = readDatePart(tokens, next, now);
    const merged = read === undefined ? undefined : mergeDrafts(draft, read.value);
    if (read === undefined || merged === undefined || merged.period !== undefined || merged.time !== undefined) break;
    draft = merged;
    next = read.next;
  }
  const day = next === index ? undefined : settleDay(draft, now);
  return day === undefined ? undefined : { value: day, next };
}

const laterWords = ['later', 'back', 'on', 'out', 'further', 'longer', 'more', 'after', 'off'] as const;
const earlierWords = ['earlier', 'sooner', 'forward', 'forwards', 'early', 'up', 'ahead'] as const;
const moveVerbs = [
  'push',
  'pushed',
  'move',
  'moved',
  'put',
  'shift',
  'bring',
  'brought',
  'delay',
  'postpone',
  'snooze',
  'it',
  'them',
  'off',
  'by',
  'for',
  'to',
] as const;

function readDistance(tokens: readonly Token[], index: number, now: Now, depth: number): Read<Draft> | undefined {
  const counted = isAt(tokens, index, 'in', 'within') ? index + 1 : index;
  const fromNow = counted > index;
  const lead = fromNow
    ? { next: skip(tokens, counted, 'about', 'around', 'another', 'just'), sign: 1 as const, said: true }
    : readMoveWords(tokens, index);
  // "18h" on its own is a time of day.
  if (!fromNow && /^[01]\d$|^2[0-3]$/.test(textAt(tokens, lead.next)) && isAt(tokens, lead.next + 1, 'h'))
    return undefined;
  const ahead = fromNow && isAt(tokens, counted, 'the') && isAt(tokens, counted + 1, 'next') ? counted + 2 : lead.next;
  const duration = readDuration(tokens, ahead) ?? (ahead > lead.next ? readUnit(tokens, ahead, 1) : undefined);
  if (duration === undefined) return undefined;
  const after = skip(tokens, duration.next, 'time', 'times');
  if (isAt(tokens, after, 'ago')) return { value: moveBy(duration.value, -1, 'now', 'duration'), next: after + 1 };
  const anchored = readAnchored(tokens, after, duration.value, fromNow, now, depth);
  if (anchored !== undefined) return anchored;
  if (isAt(tokens, after, 'from', 'after') && isAt(tokens, after + 1, 'now'))
    return fromNowDraft(duration.value, now, after + 2);
  if (fromNow) return fromNowDraft(duration.value, now, after);
  const hence = isAt(tokens, after, 'hence');
  if (hence) return fromNowDraft(duration.value, now, after + 1);
  if (isAt(tokens, after, ...earlierWords))
    return { value: moveBy(duration.value, -1, 'base', 'duration'), next: after + 1 };
  if (isAt(tokens, after, ...laterWords) && tokens[after + 1] === undefined) {
    return { value: moveBy(duration.value, 1, 'base', 'duration'), next: after + 1 };
  }
  return { value: moveBy(duration.value, lead.sign, 'base', lead.said ? 'duration' : 'plain-duration'), next: after };
}

/** A whole number of days from now is a day, which a time may join ("in two days at five"); hours are a moment. */
function fromNowDraft(duration: Duration, now: Now, next: number): Read<Draft> | undefined {
  const day = dayFrom(now.today, duration, 1);
  return { value: day ?? moveBy(duration, 1, 'now', 'duration'), next };
}

function readAnchored(
  tokens: readonly Token[],
  index: number,
  duration: Duration,
  fromNow: boolean,
  now: Now,
  depth: number,
): Read<Draft> | undefined {
  const before = isAt(tokens, index, 'before');
  const after = isAt(tokens, index, 'after', 'from', 'since');
  const on = duration.unit === 'week' && isAt(tokens, index, 'on') && !fromNow;
  // "a week tomorrow", "a fortnight today", "a week friday"
  const bare = duration.unit === 'week' && !fromNow && isDayName(textAt(tokens, index));
  if (!before && !after && !on && !bare) return undefined;
  const anchor = readAnchor(tokens, bare ? index : index + 1, now, depth);
  if (anchor === undefined) return undefined;
  const value = dayFrom(anchor.value, duration, before ? -1 : 1);
  return value === undefined ? undefined : { value, next: anchor.next };
}

function isDayName(word: string): boolean {
  return weekdayNames.has(word) || relativeDays.has(word);
}

/** "push it back", "by", "forward": what leads a correction by a distance. */
function readMoveWords(tokens: readonly Token[], index: number): { next: number; sign: 1 | -1; said: boolean } {
  let next = index;
  let sign: 1 | -1 = 1;
  for (let word = 0; word < 5; word += 1) {
    if (isAt(tokens, next, ...earlierWords)) sign = -1;
    else if (!isAt(tokens, next, 'back', 'out', 'later', 'on', ...moveVerbs)) break;
    next += 1;
  }
  return { next, sign, said: next > index };
}
