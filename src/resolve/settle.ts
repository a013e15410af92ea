import {
  addMonths,
  dayOf,
  fieldsOf,
  isDay,
  lastOfMonth,
  weekdayFrom,
  weekdayOf,
  weekStartOf,
  type Day,
  type Weekday,
} from './calendar.ts';
import { minuteOf, periodMinutes } from './clock-times.ts';
import { saysDay, saysTime, type Draft } from './draft.ts';
import { addDuration } from './durations.ts';
import type { Now } from './now.ts';

/** A moment on the wall; no minute where no time was said. */
export type Moment = { day: Day; minute?: number };

export type Settled = { ok: true; moment: Moment } | { ok: false; reason: 'no-such-day' | 'no-time-to-move' };

const noSuchDay: Settled = { ok: false, reason: 'no-such-day' };

export function settle(draft: Draft, now: Now): Settled {
  if (draft.shift !== undefined) return settleShift(draft, draft.shift, now);
  if (!saysDay(draft)) return settleTimeOnly(draft, now);
  const day = settleDay(draft, now);
  if (day === undefined) return noSuchDay;
  if (!saysTime(draft)) {
    const minute = now.base === undefined ? (draft.sameTime === true ? now.minute : undefined) : now.base.minute;
    return checked(day + (draft.nudge ?? 0), minute);
  }
  return checked(day, settleMinute(draft, now, day === now.today));
}

/** Minutes past the day's end belong to the next day: midnight, and one o'clock at night. */
function checked(day: Day, minute: number | undefined): Settled {
  if (minute === undefined) return isDay(day) ? { ok: true, moment: { day } } : noSuchDay;
  const toDay = day + Math.floor(minute / 1440);
  return isDay(toDay) ? { ok: true, moment: { day: toDay, minute: minute % 1440 } } : noSuchDay;
}

function settleMinute(draft: Draft, now: Now, isToday: boolean): number {
  if (draft.time !== undefined) return minuteOf(draft.time, draft.period, { isToday, nowMinute: now.minute });
  return periodMinutes[draft.period ?? 'morning'];
}

/** A time alone keeps the day of what it corrects; else it is the next time the clock shows it. */
function settleTimeOnly(draft: Draft, now: Now): Settled {
  if (!saysTime(draft)) return noSuchDay;
  if (now.base !== undefined && now.base.day >= now.today) {
    return checked(now.base.day, settleMinute(draft, now, now.base.day === now.today));
  }
  const today = settleMinute(draft, now, true);
  return today >= now.minute ? checked(now.today, today) : checked(now.today + 1, settleMinute(draft, now, false));
}

function settleShift(draft: Draft, shift: NonNullable<Draft['shift']>, now: Now): Settled {
  const fromBase = shift.from === 'base' && now.base !== undefined;
  const moved =
    fromBase && now.base !== undefined ? moveFrom(now.base, shift) : moveFrom({ day: now.today }, shift, now.minute);
  if (!moved.ok) return moved;
  // A task long overdue that is put off by a day is due a day from today, not still in the past.
  const stillPast = fromBase && shift.sign === 1 && moved.moment.day < now.today;
  const anchor = shift.duration.minutes > 0 ? { day: now.today, minute: now.minute } : { ...now.base, day: now.today };
  const settled = stillPast ? moveFrom(anchor, shift) : moved;
  if (!settled.ok || !saysTime(draft)) return settled;
  return checked(settled.moment.day, settleMinute(draft, now, settled.moment.day === now.today));
}

function moveFrom(from: Moment, shift: NonNullable<Draft['shift']>, nowMinute?: number): Settled {
  const needsTime = shift.duration.minutes > 0;
  const minute = from.minute ?? nowMinute;
  if (needsTime && minute === undefined) return { ok: false, reason: 'no-time-to-move' };
  const moved = addDuration(from.day, minute ?? 0, shift.duration, shift.sign);
  if (moved === undefined) return noSuchDay;
  const keepsTime = needsTime || from.minute !== undefined;
  return { ok: true, moment: keepsTime ? moved : { day: moved.day } };
}

export function settleDay(draft: Draft, now: Now): Day | undefined {
  const weeksOn = 7 * (draft.weeksOn ?? 0);
  const day = settleNamedDay(draft, now);
  return day === undefined ? undefined : day + weeksOn;
}

function settleNamedDay(draft: Draft, now: Now): Day | undefined {
  const { weekday } = draft;
  if (draft.day !== undefined) {
    if (weekday === undefined || draft.countedIn === undefined) return draft.day;
    const inWeek = weekdayFrom(weekStartOf(draft.day, now.weekStart), weekday);
    return draft.countedIn === 'month' || draft.countedIn === 'year' ? weekdayFrom(draft.day, weekday) : inWeek;
  }
  if (draft.monthDay !== undefined) return settleMonthDay(draft, draft.monthDay, now);
  if (draft.month !== undefined) return settleMonth(draft.month, draft.year, now);
  if (draft.monthStart !== undefined) {
    if (weekday !== undefined) return weekdayFrom(draft.monthStart, weekday);
    return draft.thisMonth === true ? lastOfMonth(draft.monthStart) : draft.monthStart;
  }
  if (weekday !== undefined) return settleWeekday(draft, weekday, now);
  if (draft.week !== undefined) return draft.thisWeek === true ? endOfWeek(now.today, now) : weekdayFrom(draft.week, 1);
  // "this year" is a deadline, "next year" a beginning.
  if (draft.year !== undefined)
    return draft.year === fieldsOf(now.today).year ? dayOf(draft.year, 12, 31) : dayOf(draft.year, 1, 1);
  return undefined;
}

function settleWeekday(draft: Draft, weekday: Weekday, now: Now): Day {
  const coming = weekdayFrom(now.today + 1, weekday);
  if (draft.week === undefined) return coming;
  const inWeek = weekdayFrom(draft.week, weekday);
  return draft.thisWeek === true && inWeek < now.today ? coming : inWeek;
}

/** Friday, the end of most people's week; once that is past, the week's last day. */
export function endOfWeek(day: Day, now: Now): Day {
  const start = weekStartOf(day, now.weekStart);
  const friday = weekdayFrom(start, 5);
  return friday >= day ? friday : start + 6;
}

function settleMonth(month: number, year: number | undefined, now: Now): Day | undefined {
  if (year !== undefined) return dayOf(year, month, 1);
  const today = fieldsOf(now.today);
  if (today.month === month) return lastOfMonth(now.today);
  return dayOf(month > today.month ? today.year : today.year + 1, month, 1);
}

function settleMonthDay(draft: Draft, monthDay: number, now: Now): Day | undefined {
  const today = fieldsOf(now.today);
  if (draft.monthStart !== undefined) {
    const { year, month } = fieldsOf(draft.monthStart);
    return dayOf(year, month, monthDay);
  }
  if (draft.month !== undefined) {
    if (draft.year !== undefined) return dayOf(draft.year, draft.month, monthDay);
    // 29 February may be eight years away.
    for (let year = today.year; year <= today.year + 8; year += 1) {
      const day = dayOf(year, draft.month, monthDay);
      if (day !== undefined && day >= now.today) return day;
    }
    return undefined;
  }
  const months = draft.weekday === undefined ? 3 : 13;
  return findMonthDay(monthDay, draft.weekday, months, now) ?? findMonthDay(monthDay, undefined, 3, now);
}

function findMonthDay(monthDay: number, weekday: Weekday | undefined, months: number, now: Now): Day | undefined {
  const first = now.today - fieldsOf(now.today).dayOfMonth + 1;
  for (let ahead = 0; ahead < months; ahead += 1) {
    const { year, month } = fieldsOf(addMonths(first, ahead));
    const day = dayOf(year, month, monthDay);
    if (day !== undefined && day >= now.today && (weekday === undefined || weekdayOf(day) === weekday)) return day;
  }
  return undefined;
}
