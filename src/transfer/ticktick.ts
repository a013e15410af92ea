import type { Due } from '../core/clock.ts';
import { shift, wallTimesIn } from '../core/local-time.ts';
import { success } from '../core/outcome.ts';
import type { Priority } from '../core/task.ts';
import { DraftBuilder, isNear, type Reader } from './draft.ts';
import { cellsByName, columnKey, readCsv, type CsvRow } from './read-csv.ts';
import { readRule } from './read-rule.ts';
import { readFailure } from './sentences.ts';

const priorityNames: { readonly [level: string]: Priority } = { '5': 'high', '3': 'medium', '1': 'low' };

/**
 * TickTick's backup: some rows about the file, then the row with the columns' names. Moments are instants with the zone
 * they were meant in; a day is midnight there. Status is 0 while open, 1 done, 2 archived. A checklist has its items in
 * the content, each behind a small square, filled where it is done.
 */
export const readTickTick: Reader = (text) => {
  const { rows, isCutOff } = readCsv(text);
  const headerAt = rows.findIndex(isHeader);
  const header = rows[headerAt];
  if (header === undefined) return readFailure('not_recognised');
  const cell = cellsByName(header.cells);
  const builder = new DraftBuilder();
  for (const row of rows.slice(headerAt + 1)) {
    if (row.cells.length < header.cells.length) builder.note(row.line, 'short-row');
    readTask(row, (name) => cell(row, name), builder);
  }
  if (isCutOff) builder.note((rows.at(-1)?.line ?? 1) + 1, 'cut-off');
  return success(builder.build('ticktick'));
};

export function isHeader({ cells }: CsvRow): boolean {
  const names = new Set(cells.map(columnKey));
  return names.has('list name') && names.has('title') && names.has('status');
}

function readTask(row: CsvRow, cell: (name: string) => string, builder: DraftBuilder): void {
  const { line } = row;
  const zone = cell('timezone');
  const moment = (name: string, isDay: boolean) => readInstant(cell(name), zone, isDay, line, builder);
  const isDay = cell('is all day').toLowerCase() === 'true';
  const due = moment('due date', isDay) ?? moment('start date', isDay);
  const rule = cell('repeat');
  const repeat = rule === '' ? null : readRule(rule);
  if (rule !== '' && repeat === null) builder.note(line, 'bad-repeat', rule);
  const isChecklist = cell('is check list').toUpperCase() === 'Y' || cell('kind').toUpperCase() === 'CHECKLIST';
  const id = cell('taskid') || `row-${String(line)}`;
  const { notes, items } = isChecklist ? splitChecklist(cell('content')) : { notes: cell('content'), items: [] };
  const list = cell('list name') || null;
  const isDone = cell('status') !== '0' && cell('status') !== '';
  builder.add({
    line,
    id,
    parentId: cell('parentid') || null,
    title: cell('title'),
    notes,
    tags: cell('tags').split(','),
    list,
    due,
    repeat,
    reminder: readReminder(cell('reminder'), due),
    priority: priorityNames[cell('priority')] ?? 'none',
    done: isDone,
    doneAt: isDone ? moment('completed time', false) : null,
    createdAt: moment('created time', false),
  });
  for (const item of items) builder.add({ line, parentId: id, title: item.title, done: isDone || item.done, list });
}

/** `2026-11-21T09:00:00+0000`, on the wall of the zone the task was meant in. */
function readInstant(said: string, zone: string, isDay: boolean, line: number, builder: DraftBuilder): Due | null {
  if (said === '') return null;
  const instant = new Date(said.replace(/([+-]\d\d)(\d\d)$/u, '$1:$2'));
  if (!isNear(instant)) {
    builder.note(line, 'bad-date', said);
    return null;
  }
  const local = wallTime(instant, zone);
  return isDay ? local.slice(0, 10) : local;
}

function wallTime(instant: Date, zone: string): string {
  try {
    return wallTimesIn(zone || 'UTC')(instant);
  } catch {
    // A zone that this browser has never heard of.
    return wallTimesIn('UTC')(instant);
  }
}

/** How long before the due: `PT0S`, `-PT30M`, `TRIGGER:-P1DT9H0M0S`. A day counts from its midnight. */
function readReminder(said: string, due: Due | null): string | null {
  const parts = /^(?:TRIGGER:)?([-+]?)P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d+)S)?)?/iu.exec(
    said.split(/[,\n]/u)[0] ?? '',
  );
  if (parts === null || due === null) return null;
  const [, sign, days = '0', hours = '0', minutes = '0'] = parts;
  const lengthMs = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
  return shift(due.length > 10 ? due : `${due}T00:00`, sign === '-' ? -lengthMs : lengthMs);
}

function splitChecklist(content: string): { notes: string; items: { title: string; done: boolean }[] } {
  const lines = content.split(/\r\n?|\n/u);
  const isItem = (line: string) => /^\s*[▫▪]/u.test(line);
  const items = lines.filter(isItem).map((line) => ({
    title: line.replace(/^\s*[▫▪]\s*/u, ''),
    done: line.trim().startsWith('▪'),
  }));
  return {
    notes: lines.filter((line) => !isItem(line)).join('\n'),
    items: items.filter(({ title }) => title.trim() !== ''),
  };
}
