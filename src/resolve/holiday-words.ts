import { fieldsOf } from './calendar.ts';
import type { Draft } from './draft.ts';
import { holidays } from './holidays.ts';
import type { Now } from './now.ts';
import { isAt, readPhrase, skip, type Read, type Token } from './tokens.ts';
import { readTrailingYear } from './month-dates.ts';
import { nextWords } from './week-words.ts';

export function readHoliday(tokens: readonly Token[], index: number, now: Now): Read<Draft> | undefined {
  const isNext = isAt(tokens, index, ...nextWords, 'this', 'coming');
  const isLast = isAt(tokens, index, 'last', 'previous');
  const read = readPhrase(tokens, isNext || isLast ? index + 1 : index, holidays);
  if (read === undefined) return undefined;
  const said = readTrailingYear(tokens, read.next);
  const thisYear = fieldsOf(now.today).year;
  const explicit = said ?? readYearWord(tokens, read.next, thisYear);
  const signs: Draft['signs'] = ['holiday'];
  if (explicit !== undefined) {
    const day = read.value(explicit.value, !now.dayBeforeMonth);
    return day === undefined ? undefined : { value: { day, signs }, next: explicit.next };
  }
  const years = isLast ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1];
  for (const year of years) {
    const day = read.value(year, !now.dayBeforeMonth);
    if (day !== undefined && (isLast ? day < now.today : day >= now.today))
      return { value: { day, signs }, next: read.next };
  }
  return undefined;
}

function readYearWord(tokens: readonly Token[], index: number, thisYear: number): Read<number> | undefined {
  const start = skip(tokens, index, 'of', 'in');
  if (!isAt(tokens, start + 1, 'year')) return undefined;
  if (isAt(tokens, start, 'next')) return { value: thisYear + 1, next: start + 2 };
  return isAt(tokens, start, 'this') ? { value: thisYear, next: start + 2 } : undefined;
}
