import ICAL from 'ical.js';
import type { Due } from '../core/clock.ts';
import { hasTime, shift, wallTimesIn } from '../core/local-time.ts';
import { success } from '../core/outcome.ts';
import type { Priority } from '../core/task.ts';
import { DraftBuilder, type Reader } from './draft.ts';
import { readRule } from './read-rule.ts';
import { readFailure } from './sentences.ts';

/**
 * VTODO of RFC 5545. Each is read by itself between its BEGIN and END, so that one that is broken, or a file that is cut
 * off, loses only that one. Times in a zone or in UTC become the person's wall clock; floating ones stay as they are.
 */
export const readICalendar: Reader = (text, { clock }) => {
  const { todos, others, zones, cutOffAt } = splitParts(text);
  const builder = new DraftBuilder();
  const toLocal = wallTimesIn(clock.zone);
  for (const zone of zones) registerZone(zone);
  for (const { line, name } of others) builder.note(line, 'not-a-task', name);
  for (const { line, body } of todos) {
    try {
      readTodo(new ICAL.Component(ICAL.parse(body) as unknown[]), line, builder, toLocal);
    } catch (error) {
      builder.note(line, 'not-readable', error instanceof Error ? error.message : '');
    }
  }
  if (cutOffAt !== null) builder.note(cutOffAt, 'cut-off');
  return todos.length === 0 && cutOffAt !== null ? readFailure('cut_off') : success(builder.build('icalendar'));
};

type Part = { line: number; body: string };
type Parts = { todos: Part[]; others: { line: number; name: string }[]; zones: string[]; cutOffAt: number | null };

const other = /^BEGIN:(VEVENT|VJOURNAL|VFREEBUSY)\s*$/iu;

function splitParts(text: string): Parts {
  const parts: Parts = { todos: [], others: [], zones: [], cutOffAt: null };
  let open: { kind: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    if (open === null) {
      const begun = /^BEGIN:(VTODO|VTIMEZONE)\s*$/iu.exec(line)?.[1]?.toUpperCase();
      if (begun !== undefined) open = { kind: begun, line: index + 1, lines: [line] };
      const [, name] = other.exec(line) ?? [];
      if (name !== undefined) parts.others.push({ line: index + 1, name: name.toUpperCase() });
      continue;
    }
    open.lines.push(line);
    if (line.trim().toUpperCase() !== `END:${open.kind}`) continue;
    const body = open.lines.join('\r\n');
    if (open.kind === 'VTODO') parts.todos.push({ line: open.line, body });
    else parts.zones.push(body);
    open = null;
  }
  if (open !== null) parts.cutOffAt = open.line;
  return parts;
}

function registerZone(body: string): void {
  try {
    ICAL.TimezoneService.register(new ICAL.Component(ICAL.parse(body) as unknown[]));
  } catch {
    // Times that name it are then taken as they stand.
  }
}

type ToLocal = (instant: Date) => string;

function readTodo(todo: ICAL.Component, line: number, builder: DraftBuilder, toLocal: ToLocal): void {
  const text = (name: string) => textOf(todo.getFirstPropertyValue(name));
  const moment = (name: string) => readMoment(todo.getFirstProperty(name), line, builder, toLocal);
  const due = moment('due') ?? moment('dtstart');
  const rule = text('rrule');
  const repeat = rule === '' ? null : readRule(rule);
  if (rule !== '' && repeat === null) builder.note(line, 'bad-repeat', rule);
  const done = text('status').toUpperCase() === 'COMPLETED' || todo.hasProperty('completed');
  const categories = todo.getAllProperties('categories').flatMap((property) => property.getValues().map(textOf));
  builder.add({
    line,
    id: text('uid') || null,
    parentId: text('related-to') || null,
    title: text('summary'),
    notes: text('description'),
    done,
    doneAt: done ? moment('completed') : null,
    due,
    priority: priorityOf(Number(text('priority'))),
    tags: categories,
    repeat,
    reminder: readAlarm(todo.getFirstSubcomponent('valarm'), due, toLocal),
    createdAt: moment('created'),
  });
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value as { toString(): string });
}

function readMoment(property: ICAL.Property | null, line: number, builder: DraftBuilder, toLocal: ToLocal): Due | null {
  if (property === null) return null;
  const value = property.getFirstValue();
  if (value instanceof ICAL.Time && Number.isFinite(value.toUnixTime())) return toDue(value, toLocal);
  builder.note(line, 'bad-date', textOf(value));
  return null;
}

function toDue(time: ICAL.Time, toLocal: ToLocal): Due {
  if (time.isDate) return time.toString().slice(0, 10);
  return time.zone === ICAL.Timezone.localTimezone ? time.toString().slice(0, 16) : toLocal(time.toJSDate());
}

/** When the alarm rings: at a moment, or so long before the due. */
function readAlarm(alarm: ICAL.Component | null, due: Due | null, toLocal: ToLocal): Due | null {
  const trigger = alarm?.getFirstPropertyValue('trigger') as unknown;
  if (trigger instanceof ICAL.Time) return toDue(trigger, toLocal);
  if (!(trigger instanceof ICAL.Duration) || due === null) return null;
  return shift(hasTime(due) ? due : `${due}T00:00`, trigger.toSeconds() * 1000);
}

/** 1 to 4 high, 5 medium, 6 to 9 low. */
function priorityOf(level: number): Priority {
  if (level >= 1 && level <= 4) return 'high';
  if (level === 5) return 'medium';
  return level > 5 && level <= 9 ? 'low' : 'none';
}
