import type { LocalDate } from '../../core/clock.ts';
import { isDay } from '../../core/local-time.ts';
import { isOpen, type TaskState } from '../../core/task.ts';
import { addDays } from './due-words.ts';

type WeekInfo = { firstDay: number };

/** 1 is Monday, 7 Sunday: the day on which weeks begin where the person lives. */
export function firstDayOfWeek(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo } = new Intl.Locale(locale);
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  // Browsers that do not know it: Sunday in the Americas, Monday elsewhere.
  return info?.firstDay ?? (/-(?:US|CA|MX|BR|PH|JP|IL)$/.test(locale) ? 7 : 1);
}

/** The weeks that a month touches, each from its first day on; null stands for a day after the calendar's last. */
export function monthWeeks(month: string, locale: string): (LocalDate | null)[][] {
  const first = `${month}-01`;
  const weekday = new Date(`${first}T00:00Z`).getUTCDay() || 7;
  let day = addDays(first, -((weekday - firstDayOfWeek(locale) + 7) % 7));
  const weeks: (LocalDate | null)[][] = [];
  while ((weeks.length === 0 || isDay(day)) && day.slice(0, 7) <= month && weeks.length < 6) {
    const start = day;
    weeks.push(Array.from({ length: 7 }, (_, index) => dayOrNull(addDays(start, index))));
    day = addDays(day, 7);
  }
  return weeks;
}

function dayOrNull(day: string): LocalDate | null {
  return isDay(day) ? day : null;
}

/** Null where the calendar has no such month. */
export function shiftMonth(month: string, by: number): string | null {
  const date = new Date(`${month}-01T00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  const first = date.toISOString().slice(0, 10);
  return isDay(first) ? first.slice(0, 7) : null;
}

export function monthName(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00Z`));
}

/** In the order of the locale's week. */
export function weekdayNames(locale: string): { short: string; long: string }[] {
  const name = (style: 'narrow' | 'long', index: number) =>
    // 1 January 2024 was a Monday.
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + index)));
  const first = firstDayOfWeek(locale) - 1;
  return Array.from({ length: 7 }, (_, index) => {
    const day = (first + index) % 7;
    return { short: name('narrow', day), long: name('long', day) };
  });
}

/** How many open tasks are due on each day of a month. */
export function countDays({ tasks }: TaskState, month: string): ReadonlyMap<LocalDate, number> {
  const counts = new Map<LocalDate, number>();
  for (const task of tasks.values()) {
    if (!isOpen(task) || task.due?.startsWith(month) !== true) continue;
    const date = task.due.slice(0, 10);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}
