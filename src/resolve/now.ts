import type { Clock, Due } from '../core/clock.ts';
import { parseDay, parseMinute, type Day, type Weekday } from './calendar.ts';

/** The clock as the readers need it. */
export type Now = {
  today: Day;
  /** Minutes after midnight. */
  minute: number;
  weekStart: Weekday;
  dayBeforeMonth: boolean;
  /** The due that a correction starts from ("an hour later", "make it friday"). */
  base?: { day: Day; minute?: number };
};

type LocaleFacts = Pick<Now, 'weekStart' | 'dayBeforeMonth'>;
/** Asking Intl takes longer than reading a phrase, so each locale is asked once. */
const knownLocales = new Map<string, LocaleFacts>();

function factsOf(locale: string): LocaleFacts {
  const known = knownLocales.get(locale);
  if (known !== undefined) return known;
  const facts = { weekStart: weekStartIn(locale), dayBeforeMonth: dayBeforeMonthIn(locale) };
  knownLocales.set(locale, facts);
  return facts;
}

export function readNow(clock: Clock, base?: Due): Now {
  const today = parseDay(clock.now);
  if (today === undefined) throw new Error(`The clock's now is not a local time: ${clock.now}`);
  const now: Now = {
    today,
    minute: parseMinute(clock.now) ?? 0,
    ...factsOf(clock.locale),
  };
  const baseDay = base === undefined ? undefined : parseDay(base);
  if (base === undefined || baseDay === undefined) return now;
  const minute = parseMinute(base);
  return { ...now, base: minute === undefined ? { day: baseDay } : { day: baseDay, minute } };
}

// For engines whose Intl.Locale knows no week (Firefox). Regions not named here start on Monday.
const sundayRegions = new Set(
  'US CA MX BR AR CO PE VE JP KR TW HK IN IL ZA PH TH SG ID PK BD KE NP SA YE PR GT HN SV NI PA PY DO JM TT BZ BS'.split(
    ' ',
  ),
);
const saturdayRegions = new Set('EG AE AF BH DZ DJ IQ IR JO KW LY OM QA SD SY'.split(' '));

type WeekInfo = { firstDay?: number };
type LocaleWithWeek = { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo };

export function weekStartIn(locale: string): Weekday {
  try {
    const parsed = new Intl.Locale(locale);
    const known = parsed as unknown as LocaleWithWeek;
    const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
    if (first !== undefined) return (first % 7) as Weekday;
    const region = parsed.maximize().region ?? '';
    return sundayRegions.has(region) ? 0 : saturdayRegions.has(region) ? 6 : 1;
  } catch {
    return 1;
  }
}

export function dayBeforeMonthIn(locale: string): boolean {
  try {
    const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
    const order = parts.map((part) => part.type).filter((type) => type === 'day' || type === 'month');
    return order[0] !== 'month';
  } catch {
    return true;
  }
}
