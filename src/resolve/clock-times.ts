import { readNumber, readNumberWords } from './numbers.ts';
import { isAt, longest, phraseTable, skip, textAt, type Read, type Token } from './tokens.ts';

/** A time of day as said; which half of the day a bare hour means is settled once the day is known. */
export type ClockTime = {
  hour: number;
  minute: number;
  /** `exact` is the 24-hour clock: "19:30", "0730". */
  half: 'am' | 'pm' | 'exact' | 'unsaid';
  /** A number on its own ("7"): a time only where something beside it says so. */
  bare: boolean;
};

/** A part of the day: it counts as a time said, and tells a bare hour its half. */
export type Period =
  'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight' | 'end' | 'business-end' | 'after-lunch';

/** When a period starts if no hour is said, in minutes. Midnight is the end of the day. */
export const periodMinutes: { readonly [Name in Period]: number } = {
  morning: 9 * 60,
  noon: 12 * 60,
  'after-lunch': 13 * 60,
  afternoon: 15 * 60,
  'business-end': 17 * 60,
  end: 18 * 60,
  evening: 18 * 60,
  night: 20 * 60,
  midnight: 24 * 60,
};

const periods = phraseTable<Period>({
  'morning|mornin|first thing|first thing in the morning|breakfast time|breakfasttime': 'morning',
  'noon|midday|noontime|noonish|12 noon|twelve noon|lunchtime|lunch time|lunch|lunch break|12 midday': 'noon',
  'after lunch': 'after-lunch',
  'afternoon|arvo|aft': 'afternoon',
  'cob|cop|close of business|end of business|close of play|end of play|after work': 'business-end',
  'eod|end of day|end of the day|the end of the day|the eod|days end|end of the working day': 'end',
  'evening|eve|dinnertime|dinner time|suppertime': 'evening',
  'night|nite|nighttime': 'night',
  'midnight|mid night|12 midnight|twelve midnight|midnite': 'midnight',
});

/** "in the morning", "early evening", "first thing". The words before it that only lead to it are part of it. */
export function readPeriod(tokens: readonly Token[], index: number): Read<Period> | undefined {
  const direct = readPhrase4(tokens, index);
  if (direct !== undefined) return direct;
  let next = skip(tokens, index, 'in', 'at', 'by', 'during', 'for');
  next = skip(tokens, next, 'the', 'a');
  next = skip(tokens, next, 'early', 'late', 'mid', 'later');
  next = skip(tokens, next, 'in');
  next = skip(tokens, next, 'the');
  return next === index ? undefined : readPhrase4(tokens, next);
}

function readPhrase4(tokens: readonly Token[], index: number): Read<Period> | undefined {
  let best: Read<Period> | undefined;
  let phrase = '';
  for (let count = 1; count <= 5 && index + count <= tokens.length; count += 1) {
    phrase += (count === 1 ? '' : ' ') + textAt(tokens, index + count - 1);
    const value = periods.get(phrase);
    if (value !== undefined) best = { value, next: index + count };
  }
  return best;
}

export function readClockTime(tokens: readonly Token[], index: number): Read<ClockTime> | undefined {
  const face = longest(
    readPastOrTo(tokens, index),
    readHalf(tokens, index),
    readDigital(tokens, index),
    readHour(tokens, index),
  );
  if (face === undefined) return undefined;
  return finishTime(tokens, face);
}

function timeAt(
  hour: number,
  minute: number,
  next: number,
  options: { bare?: boolean; exact?: boolean } = {},
): Read<ClockTime> | undefined {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  const exact = options.exact === true || hour > 12 || hour === 0;
  return { value: { hour, minute, half: exact ? 'exact' : 'unsaid', bare: options.bare === true }, next };
}

/** What follows the face of the clock: "o'clock", "ish", "sharp", "p.m.", "hours". */
function finishTime(tokens: readonly Token[], face: Read<ClockTime>): Read<ClockTime> | undefined {
  let { value, next } = face;
  const oclock = isAt(tokens, next, 'oclock') ? 1 : isAt(tokens, next, 'o') && isAt(tokens, next + 1, 'clock') ? 2 : 0;
  if (oclock > 0) {
    next += oclock;
    value = { ...value, bare: false };
  }
  next = skip(tokens, next, 'ish', 'sharp');
  const dotted = isAt(tokens, next, '.') && tokens[next]?.glued === true ? next + 1 : next;
  const half = readHalfOfDay(tokens, dotted);
  if (half !== undefined) {
    if (value.hour > 12 || (value.half === 'exact' && value.hour === 0))
      return { value: { ...value, bare: false }, next: half.next };
    return { value: { ...value, half: half.value, bare: false }, next: skip(tokens, half.next, 'ish', 'sharp') };
  }
  return { value, next };
}

function readHalfOfDay(tokens: readonly Token[], index: number): Read<'am' | 'pm'> | undefined {
  const text = textAt(tokens, index);
  if (text === 'am' || text === 'pm') return { value: text, next: index + 1 };
  if ((text === 'a' || text === 'p') && tokens[index]?.glued === true)
    return { value: text === 'a' ? 'am' : 'pm', next: index + 1 };
  if ((text === 'a' || text === 'p') && isAt(tokens, index + 1, 'm'))
    return { value: text === 'a' ? 'am' : 'pm', next: index + 2 };
  return undefined;
}

/** "half past six" is 18:30 and "half six" is 17:30: the product's table reads the second as half of the sixth hour. */
function readHalf(tokens: readonly Token[], index: number): Read<ClockTime> | undefined {
  if (!isAt(tokens, index, 'half')) return undefined;
  const past = isAt(tokens, index + 1, 'past', 'after', 'gone');
  const hour = readHourNumber(tokens, past ? index + 2 : index + 1);
  if (hour === undefined) return undefined;
  return past ? timeAt(hour.value, 30, hour.next) : timeAt(hourBefore(hour.value), 30, hour.next);
}

function hourBefore(hour: number): number {
  return hour === 1 ? 12 : hour === 13 ? 12 : hour === 0 ? 23 : hour - 1;
}

const roundMinutes = new Set([5, 10, 15, 20, 25]);

/** "quarter past", "ten to", "20 minutes past", "five after six", "quarter of seven". */
function readPastOrTo(tokens: readonly Token[], index: number): Read<ClockTime> | undefined {
  const start = skip(tokens, index, 'a');
  const quarter = isAt(tokens, start, 'quarter', 'qtr');
  const number = quarter ? { value: 15, next: start + 1 } : readNumber(tokens, start);
  if (number === undefined || number.value < 1 || number.value > 59) return undefined;
  const unit = skip(tokens, number.next, 'minutes', 'minute', 'mins', 'min');
  const past = isAt(tokens, unit, 'past', 'after', 'gone');
  const to = isAt(tokens, unit, 'to', 'til', 'till', 'before') || (quarter && isAt(tokens, unit, 'of'));
  if (!past && !to) return undefined;
  // "9 to 5" is a span of hours, "10 to 7" a time.
  if (to && unit === number.next && !quarter && !roundMinutes.has(number.value)) return undefined;
  const hour = isAt(tokens, unit + 1, 'noon', 'midday')
    ? { value: 12, next: unit + 2 }
    : isAt(tokens, unit + 1, 'midnight')
      ? { value: 24, next: unit + 2 }
      : readHourNumber(tokens, unit + 1);
  if (hour === undefined) return undefined;
  return past
    ? timeAt(hour.value % 24, number.value, hour.next)
    : timeAt(hourBefore(hour.value), 60 - number.value, hour.next);
}

function readHourNumber(tokens: readonly Token[], index: number): Read<number> | undefined {
  const number = readNumber(tokens, index);
  if (
    number === undefined ||
    number.value > 24 ||
    (textAt(tokens, index).length > 2 && /^\d/.test(textAt(tokens, index)))
  )
    return undefined;
  return number.value === 0 && !/^0/.test(textAt(tokens, index)) ? undefined : number;
}

/** "19:30", "7.30", "0730", "1900 hours", "1140 am", "18h30". */
function readDigital(tokens: readonly Token[], index: number): Read<ClockTime> | undefined {
  const text = textAt(tokens, index);
  const split = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text);
  if (split !== null) {
    const [, hour = '', minute = ''] = split;
    return timeAt(Number(hour), Number(minute), index + 1, { exact: /^0\d/.test(hour) });
  }
  const joined = /^(\d{1,2})(\d{2})$/.exec(text);
  if (joined !== null) {
    const [, hour = '', minute = ''] = joined;
    const hoursWord = isAt(tokens, index + 1, 'hours', 'hrs', 'h');
    if (hoursWord && text.length === 4) return timeAt(Number(hour), Number(minute), index + 2, { exact: true });
    if (readHalfOfDay(tokens, index + 1) !== undefined) return timeAt(Number(hour), Number(minute), index + 1);
    if (text.length === 4)
      return timeAt(Number(hour), Number(minute), index + 1, { exact: true, bare: !text.startsWith('0') });
    return undefined;
  }
  const hour = /^\d{1,2}$/.test(text) && isAt(tokens, index + 1, 'h') && tokens[index + 1]?.glued === true;
  if (!hour) return undefined;
  const minute = /^[0-5]\d$/.test(textAt(tokens, index + 2)) && tokens[index + 2]?.glued === true;
  return timeAt(Number(text), minute ? Number(textAt(tokens, index + 2)) : 0, index + (minute ? 3 : 2), {
    exact: true,
  });
}

/** "7", "seven", "seven thirty", "six oh five", "7 30 pm". */
function readHour(tokens: readonly Token[], index: number): Read<ClockTime> | undefined {
  const hour = readHourNumber(tokens, index);
  if (hour === undefined) return undefined;
  const inDigits = /^\d/.test(textAt(tokens, index));
  const alone = timeAt(hour.value, 0, hour.next, { bare: true, exact: inDigits && /^0/.test(textAt(tokens, index)) });
  if (isAt(tokens, hour.next, 'oh', 'o') && !isAt(tokens, hour.next + 1, 'clock')) {
    const minute = readNumberWords(tokens, hour.next + 1);
    return minute !== undefined && minute.value < 10 ? timeAt(hour.value, minute.value, minute.next) : alone;
  }
  const minute = inDigits ? readTwoDigits(tokens, hour.next) : readNumberWords(tokens, hour.next);
  if (minute === undefined || minute.value < 10 || minute.value > 59) return alone;
  // In digits "7 30" needs its half of the day: two numbers side by side are seldom a time.
  if (inDigits && readHalfOfDay(tokens, minute.next) === undefined) return alone;
  return timeAt(hour.value, minute.value, skip(tokens, minute.next, 'minutes')) ?? alone;
}

function readTwoDigits(tokens: readonly Token[], index: number): Read<number> | undefined {
  const text = textAt(tokens, index);
  return /^[0-5]\d$/.test(text) && tokens[index]?.glued === false
    ? { value: Number(text), next: index + 1 }
    : undefined;
}

/**
 * Minutes after the start of the day: 1440 and more is the night that follows it. The table's rule for bare hours:
 * 1 to 6 is p.m., 12 noon, 7 to 11 a.m. unless that is already past today.
 */
export function minuteOf(
  time: ClockTime,
  period: Period | undefined,
  day: { isToday: boolean; nowMinute: number },
): number {
  const { hour, minute } = time;
  const face = (hour % 12) * 60 + minute;
  if (time.half === 'exact') return hour * 60 + minute;
  const ofNight = period === 'night' && (hour === 12 || hour < 5);
  if (time.half === 'am') return ofNight ? 1440 + face : face;
  if (time.half === 'pm') return 720 + face;
  switch (period) {
    case 'morning':
      return face;
    case 'night':
      return ofNight ? 1440 + face : 720 + face;
    case 'evening':
      return hour === 12 ? 1440 + minute : 720 + face;
    case 'afternoon':
    case 'after-lunch':
    case 'noon':
      return 720 + face;
    case 'midnight':
      return hour === 12 ? 1440 + minute : face;
    default:
  }
  if (hour === 12 || hour < 7) return 720 + face;
  return day.isToday && face < day.nowMinute ? 720 + face : face;
}
