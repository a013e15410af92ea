import type { Weekday } from './calendar.ts';
import { weekdayNames } from './day-words.ts';
import { isAt, skip, textAt, type Read, type Token } from './tokens.ts';
import { type Part } from './repeat-part.ts';

/** A weekday, also in the plural ("mondays"), which says by itself that it repeats. */
export function readWeekdayName(
  tokens: readonly Token[],
  index: number,
): { weekday: Weekday; plural: boolean } | undefined {
  const text = textAt(tokens, index);
  const direct = weekdayNames.get(text);
  // "friday mornings"
  const plural = isAt(tokens, index + 1, 'mornings', 'afternoons', 'evenings', 'nights');
  if (direct !== undefined) return { weekday: direct, plural };
  const singular = text.endsWith('s') ? weekdayNames.get(text.slice(0, -1)) : undefined;
  return singular === undefined ? undefined : { weekday: singular, plural: true };
}

/** "monday", "mon wed and fri", "tuesdays & thursdays", "monday to friday". */
export function readWeekdayList(tokens: readonly Token[], index: number): Read<Weekday[]> | undefined {
  const first = readWeekdayName(tokens, index);
  if (first === undefined) return undefined;
  const value: Weekday[] = [first.weekday];
  let next = skip(tokens, index + 1, '.');
  for (let more = 0; more < 7; more += 1) {
    if (isAt(tokens, next, 'to', 'through', 'thru', '-', '–', 'until', 'till')) {
      const last = readWeekdayName(tokens, next + 1);
      if (last === undefined) break;
      for (let day = value.at(-1) ?? first.weekday; day !== last.weekday;) {
        day = ((day + 1) % 7) as Weekday;
        value.push(day);
      }
      next += 2;
      continue;
    }
    let at = next;
    while (isAt(tokens, at, ',', 'and', '&', '/', '+', 'on', 'every')) at += 1;
    // "mon-wed-fri" written with hyphens that were dropped reads as a list.
    const another = readWeekdayName(tokens, at);
    if (another === undefined) break;
    value.push(another.weekday);
    next = skip(tokens, at + 1, '.');
  }
  return { value, next };
}

export function readWeekdaysPart(tokens: readonly Token[], index: number, whole: Part): Read<Part> | undefined {
  const plural = readWeekdayName(tokens, index)?.plural === true;
  const list = readWeekdayList(tokens, index);
  if (list === undefined || (!plural && whole.repeats !== true && list.value.length < 2)) return undefined;
  const frequency = whole.rule?.frequency;
  if (frequency === 'MONTHLY' || frequency === 'DAILY') return undefined;
  const spread = whole.rule?.days !== undefined && whole.namesWeekday !== true;
  const days = list.value.map((weekday) => ({ weekday }));
  // "twice a week on monday and thursday" names the days that the spread only guessed; "weekdays" stay.
  if (spread && whole.rule !== undefined) delete whole.rule.days;
  return {
    value: {
      rule: { frequency: 'WEEKLY', days },
      namesWeekday: true,
      repeats: plural || whole.repeats === true || list.value.length > 1,
    },
    next: list.next,
  };
}
