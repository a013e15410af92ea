import type { Day, Weekday } from './calendar.ts';
import type { ClockTime, Period } from './clock-times.ts';
import type { Duration } from './durations.ts';
import type { Rule } from './rule.ts';

export type RepeatDraft = {
  rule: Rule;
  time?: ClockTime;
  period?: Period;
  /** "starting next monday" */
  start?: Day;
  /** "for 3 weeks" */
  lasts?: Duration;
  /** The rule names its weekdays, so today's own name is the next one. */
  namesWeekday: boolean;
};

/** One part of the phrase: what it adds to the rule, and to what goes with it. */
export type Part = Partial<Omit<RepeatDraft, 'rule'>> & {
  rule?: Partial<Rule>;
  /** True where the words say that something repeats; a time or an end alone does not. */
  repeats?: boolean;
};

export function mergeParts(first: Part, second: Part): Part | undefined {
  const keys = ['time', 'period', 'start', 'lasts'] as const;
  if (keys.some((key) => first[key] !== undefined && second[key] !== undefined)) return undefined;
  const [a, b] = [first.rule ?? {}, second.rule ?? {}];
  const rule: Partial<Rule> = { ...a, ...b };
  for (const key of ['days', 'monthDays', 'months'] as const) {
    const both = [...(a[key] ?? []), ...(b[key] ?? [])];
    if (both.length > 0) Object.assign(rule, { [key]: both });
  }
  // "every two weeks on monday": the first part's interval stands, and the second is about which of its days.
  if (a.frequency !== undefined && b.frequency !== undefined && a.frequency !== b.frequency) {
    if (b.frequency !== 'WEEKLY' && b.frequency !== 'MONTHLY') return undefined;
    const refines =
      a.frequency === 'YEARLY' || (a.frequency === 'MONTHLY' && (b.days ?? []).every((day) => day.nth !== undefined));
    if (!refines) return undefined;
    rule.frequency = a.frequency;
  }
  if (a.interval !== undefined && b.interval !== undefined) rule.interval = Math.max(a.interval, b.interval);
  const namesWeekday = first.namesWeekday === true || second.namesWeekday === true;
  return { ...first, ...second, rule, namesWeekday, repeats: first.repeats === true || second.repeats === true };
}

export function complete(part: Part): RepeatDraft | undefined {
  const given = part.rule ?? {};
  if (given.frequency === undefined) return undefined;
  const order: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];
  const days = [...new Map((given.days ?? []).map((day) => [`${day.nth ?? ''}/${day.weekday}`, day])).values()].sort(
    (a, b) => (a.nth ?? 0) - (b.nth ?? 0) || order.indexOf(a.weekday) - order.indexOf(b.weekday),
  );
  const rule: Rule = {
    frequency: given.frequency,
    interval: given.interval ?? 1,
    months: given.months ?? [],
    monthDays: given.monthDays ?? [],
    days,
    positions: given.positions ?? [],
  };
  if (given.count !== undefined) rule.count = given.count;
  if (given.until !== undefined) rule.until = given.until;
  const draft: RepeatDraft = { rule, namesWeekday: part.namesWeekday === true };
  for (const key of ['time', 'period', 'start', 'lasts'] as const) {
    if (part[key] !== undefined) Object.assign(draft, { [key]: part[key] });
  }
  return draft;
}
