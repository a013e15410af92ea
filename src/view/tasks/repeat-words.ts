import { strings } from '../strings.ts';
import { shortDate } from './due-words.ts';

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
type Frequency = keyof typeof strings.repeat.every;

/** An RRULE as a person would say it; a rule with parts unknown here is only said to repeat. */
export function describeRepeat(rule: string, locale: string): string {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.toUpperCase(), value.toUpperCase()] as const;
    }),
  );
  const frequency = parts.get('FREQ');
  if (!isFrequency(frequency)) return strings.repeat.other;
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const base = interval === 1 ? strings.repeat.every[frequency] : strings.repeat.everyN[frequency](interval);
  return withEnd(withDays(base, frequency, interval, parts, locale), parts, locale);
}

function withDays(
  base: string,
  frequency: Frequency,
  interval: number,
  parts: ReadonlyMap<string, string>,
  locale: string,
): string {
  const byDay = parts.get('BYDAY');
  if (byDay !== undefined && byDay !== '') {
    if (byDay === 'MO,TU,WE,TH,FR' && interval === 1 && frequency !== 'MONTHLY') return strings.repeat.weekdays;
    const ordinal = parts.get('BYSETPOS');
    const days = byDay.split(',').map((code) => dayWords(code, ordinal, locale));
    return strings.repeat.on(base, new Intl.ListFormat(locale, { type: 'conjunction' }).format(days));
  }
  const monthDay = Number(parts.get('BYMONTHDAY'));
  if (frequency === 'MONTHLY' && Number.isInteger(monthDay) && monthDay !== 0) {
    return strings.repeat.on(base, strings.repeat.monthDay(monthDay));
  }
  return base;
}

function dayWords(code: string, position: string | undefined, locale: string): string {
  const match = /^([+-]?\d+)?([A-Z]{2})$/.exec(code);
  const index = dayCodes.indexOf(match?.[2] ?? '');
  if (index < 0) return code;
  // 1 January 2024 was a Monday.
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, 1 + index)),
  );
  const ordinals: { [position: string]: string } = strings.repeat.ordinals;
  const ordinal = ordinals[(match?.[1] ?? position ?? '').replace('+', '')];
  return ordinal === undefined ? day : strings.repeat.nth(ordinal, day);
}

function withEnd(words: string, parts: ReadonlyMap<string, string>, locale: string): string {
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '');
  if (until !== null) return strings.repeat.until(words, shortDate(`${until[1]}-${until[2]}-${until[3]}`, locale));
  const count = Number(parts.get('COUNT'));
  return Number.isInteger(count) && count > 0 ? strings.repeat.times(words, count) : words;
}

function isFrequency(value: string | undefined): value is Frequency {
  return value !== undefined && value in strings.repeat.every;
}
