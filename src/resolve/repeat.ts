import type { Clock, Due } from '../core/clock.ts';
import { firstDay as firstDayOf } from '../core/recurrence.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { RepeatTarget } from '../core/resolved-call.ts';
import { isDay, parseDay, parseMinute, writeDay, type Day } from './calendar.ts';
import { minuteOf, periodMinutes } from './clock-times.ts';
import { addDuration } from './durations.ts';
import { readNow, type Now } from './now.ts';
import { endsPhrase } from './read-moment.ts';
import type { RepeatDraft } from './repeat-part.ts';
import { readRepeat } from './repeat-words.ts';
import { writeRule, type Rule } from './rule.ts';
import { maxPhraseLength, tokenize } from './tokens.ts';
import { writeDue } from './when.ts';

/**
 * The rule that a phrase names, and the first day it falls on. With `due` the series starts there: the first day is the
 * first one of the rule that is not before it, at its time of day. Otherwise it starts today, save that a weekday's name
 * means the coming one, as everywhere.
 */
export function resolveRepeat(phrase: string, clock: Clock, due?: Due): Outcome<RepeatTarget, 'unknown_repeat'> {
  const unknown = failure('unknown_repeat', `I could not read “${phrase.slice(0, 60)}” as a repetition.`);
  if (phrase.length > maxPhraseLength) return unknown;
  const now = readNow(clock);
  const tokens = tokenize(phrase);
  const read = readRepeat(tokens, 0, now);
  if (read === undefined || !endsPhrase(tokens, read.next)) return unknown;
  const minute = (due === undefined ? undefined : parseMinute(due)) ?? minuteSaid(read.value);
  const dueDay = due === undefined ? undefined : parseDay(due);
  const first = firstDay(read.value, now, dueDay, minute);
  if (first === undefined) return unknown;
  const ended = withEnd(read.value, first);
  // Midnight ends its day, so a time of 24:00 is a day later; the rule keeps the weekdays that were said.
  const firstDue =
    minute === undefined ? { day: first } : { day: first + Math.floor(minute / 1440), minute: minute % 1440 };
  if (ended === undefined || !isDay(firstDue.day)) return unknown;
  return success({ rule: writeRule(ended, minute !== undefined), firstDue: writeDue(firstDue) });
}

function minuteSaid(draft: RepeatDraft): number | undefined {
  // A series is not about today, so a bare "at 9" is 9 a.m. even where that is past.
  if (draft.time !== undefined) return minuteOf(draft.time, draft.period, { isToday: false, nowMinute: 0 });
  return draft.period === undefined ? undefined : periodMinutes[draft.period];
}

function firstDay(draft: RepeatDraft, now: Now, dueDay: Day | undefined, minute: number | undefined): Day | undefined {
  const todayIsOver = minute !== undefined && minute < now.minute;
  const earliest = dueDay ?? draft.start ?? (draft.namesWeekday || todayIsOver ? now.today + 1 : now.today);
  // With an interval the phase is not said, so the series begins with the first day that fits without it.
  const first = firstDayOf(writeRule({ ...draft.rule, interval: 1 }), writeDay(earliest), writeDay(earliest));
  return first === null ? undefined : parseDay(first);
}

function withEnd(draft: RepeatDraft, first: Day): Rule | undefined {
  const rule = draft.rule;
  if (draft.lasts === undefined) return rule.until !== undefined && rule.until < first ? undefined : rule;
  const end = addDuration(first, 0, draft.lasts, 1);
  return end === undefined ? undefined : { ...rule, until: end.day - 1 };
}
