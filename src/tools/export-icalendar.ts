import type { Due, LocalDateTime } from '../core/clock.ts';
import { liveTasks, type Priority, type Task } from '../core/task.ts';
import type { ToolContext } from './define-tool.ts';
import { hasTime, instantsIn } from '../core/local-time.ts';

/** RFC 5545: one VTODO a task. Dues are floating times, as in the app; stamps and alarms are instants, as they must be. */
export function writeICalendar({ state, clock }: Pick<ToolContext, 'state' | 'clock'>): string {
  const toInstant = instantsIn(clock.zone);
  const instant = (local: LocalDateTime) => `${toInstant(local).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
  const stamp = instant(clock.now);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Errand//Errand//EN',
    ...liveTasks(state).flatMap((task) => writeTodo(task, stamp, instant)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const priorityNumbers: { readonly [Level in Priority]: number } = { high: 1, medium: 5, low: 9, none: 0 };

type ToInstant = (local: LocalDateTime) => string;

function writeTodo(task: Task, stamp: string, instant: ToInstant): string[] {
  return [
    'BEGIN:VTODO',
    `UID:${escape(task.id)}`,
    `DTSTAMP:${stamp}`,
    `CREATED:${instant(task.createdAt)}`,
    `SUMMARY:${escape(task.title)}`,
    ...(task.notes === '' ? [] : [`DESCRIPTION:${escape(task.notes)}`]),
    ...writeDue(task),
    ...(task.priority === 'none' ? [] : [`PRIORITY:${priorityNumbers[task.priority]}`]),
    ...(task.tags.length === 0 ? [] : [`CATEGORIES:${task.tags.map(escape).join(',')}`]),
    ...(task.parentId === null ? [] : [`RELATED-TO:${escape(task.parentId)}`]),
    ...(task.done ? ['STATUS:COMPLETED'] : ['STATUS:NEEDS-ACTION']),
    ...(task.doneAt === null ? [] : [`COMPLETED:${instant(task.doneAt)}`]),
    ...writeAlarm(task, instant),
    'END:VTODO',
  ];
}

/** A repetition counts from DTSTART, so a repeating task has one, at its due; calendars read it so. */
function writeDue({ due, repeat }: Task): string[] {
  if (due === null) return [];
  const isRule = repeat !== null && /^[A-Z0-9=;,+:-]+$/u.test(repeat);
  return [...(isRule ? [`DTSTART${moment(due)}`] : []), `DUE${moment(due)}`, ...(isRule ? [`RRULE:${repeat}`] : [])];
}

function writeAlarm({ reminder, title }: Task, instant: ToInstant): string[] {
  if (reminder === null) return [];
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(title)}`,
    `TRIGGER;VALUE=DATE-TIME:${instant(reminder)}`,
    'END:VALARM',
  ];
}

function moment(due: Due): string {
  const digits = due.replace(/[-:]/gu, '');
  return hasTime(due) ? `:${digits}00` : `;VALUE=DATE:${digits}`;
}

function escape(text: string): string {
  return (
    text
      .replace(/\\/gu, '\\\\')
      .replace(/[;,]/gu, '\\$&')
      .replace(/\r\n?|[\n\u2028\u2029\u0085]/gu, '\\n')
      // No other control character may stand in a calendar.
      .replace(/[\p{Cc}]/gu, ' ')
  );
}

const longestLineBytes = 75;

/** Lines of at most 75 bytes; the next begins with a space. No character is cut in two. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = sizeBytes(character);
    if (length + size > longestLineBytes) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}

/** How long a character is in UTF-8. */
function sizeBytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
