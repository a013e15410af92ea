import { dayOf, weekdayFrom, type Day } from './calendar.ts';
import { phraseTable } from './tokens.ts';

/** The day a named day falls on in a year; some differ where the month is written first (the United States). */
export type Holiday = (year: number, monthFirst: boolean) => Day | undefined;

const fixed =
  (month: number, dayOfMonth: number): Holiday =>
  (year) =>
    dayOf(year, month, dayOfMonth);

/** The nth given weekday of a month. */
function nth(month: number, weekday: 0 | 1 | 2 | 3 | 4 | 5 | 6, n: number, plusDays = 0): Holiday {
  return (year) => {
    const first = dayOf(year, month, 1);
    return first === undefined ? undefined : weekdayFrom(first, weekday) + 7 * (n - 1) + plusDays;
  };
}

/** Western Easter by the anonymous Gregorian computus. */
function easterSunday(year: number): Day | undefined {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const easter =
  (plusDays: number): Holiday =>
  (year) => {
    const sunday = easterSunday(year);
    return sunday === undefined ? undefined : sunday + plusDays;
  };

/** The second Sunday of May in the United States, the fourth of Lent in Britain. */
const mothersDay: Holiday = (year, monthFirst) => (monthFirst ? nth(5, 0, 2) : easter(-21))(year, monthFirst);

export const holidays = phraseTable<Holiday>({
  'christmas|christmas day|xmas|xmas day|crimbo': fixed(12, 25),
  'christmas eve|xmas eve': fixed(12, 24),
  'boxing day': fixed(12, 26),
  'new years eve|new year eve|nye|new years eve night': fixed(12, 31),
  'new years day|new year day|new years|new year|the new year': fixed(1, 1),
  'valentines day|valentine day|valentines': fixed(2, 14),
  'st patricks day|saint patricks day|saint patrick|st patrick|st paddys day': fixed(3, 17),
  'april fools day|april fools': fixed(4, 1),
  'earth day': fixed(4, 22),
  'international workers day|workers day': fixed(5, 1),
  'independence day': fixed(7, 4),
  'halloween|hallowe en': fixed(10, 31),
  'bonfire night|guy fawkes|guy fawkes night': fixed(11, 5),
  'remembrance day|veterans day': fixed(11, 11),
  'thanksgiving|thanksgiving day': nth(11, 4, 4),
  'black friday': nth(11, 4, 4, 1),
  'cyber monday': nth(11, 4, 4, 4),
  'labor day': nth(9, 1, 1),
  'mothers day|mothering sunday|mother day': mothersDay,
  'fathers day': nth(6, 0, 3),
  'easter|easter sunday|easter day': easter(0),
  'good friday': easter(-2),
  'easter monday': easter(1),
  'pancake day|shrove tuesday': easter(-47),
  'ash wednesday': easter(-46),
});
