import { success, type Outcome } from '../core/outcome.ts';
import type { Draft, ImportFormat, ReadContext, Reader } from './draft.ts';
import { readICalendar } from './icalendar.ts';
import { readMarkdown } from './markdown.ts';
import { readOwnCsv } from './own-csv.ts';
import { readOwnJson } from './own-json.ts';
import { columnKey, readCsv } from './read-csv.ts';
import { asRecord, parseJson } from './read-json.ts';
import { maxTasks, readFailure, type ReadFailureCode } from './sentences.ts';
import { dataOf, readSuperProductivity } from './super-productivity.ts';
import { isHeader, readTickTick } from './ticktick.ts';
import { readTodoist } from './todoist.ts';
import { projectsOf, readVikunja } from './vikunja.ts';

const readers: { readonly [Format in ImportFormat]: Reader } = {
  'errand-json': readOwnJson,
  'errand-csv': readOwnCsv,
  markdown: readMarkdown,
  icalendar: readICalendar,
  todoist: readTodoist,
  ticktick: readTickTick,
  'super-productivity': readSuperProductivity,
  vikunja: readVikunja,
};

/** What a file holds, whatever its name says; nothing is written. */
export function readImport(text: string, context: ReadContext): Outcome<Draft, ReadFailureCode> {
  const clean = text.replace(/^\uFEFF/u, '');
  if (clean.trim() === '') return readFailure('empty_file');
  if (looksBinary(clean)) return readFailure('not_text');
  const format = sniffFormat(clean);
  if (!format.ok) return format;
  const draft = readers[format.value](clean, context);
  if (!draft.ok) return draft;
  if (draft.value.tasks.length > maxTasks) return readFailure('too_many');
  if (draft.value.tasks.length === 0 && draft.value.notes.length === 0) return readFailure('no_tasks');
  return draft;
}

/** By what is in it: names of files are often changed on the way. */
export function sniffFormat(text: string): Outcome<ImportFormat, ReadFailureCode> {
  if (/^\s*BEGIN:VCALENDAR/iu.test(text)) return success('icalendar');
  if (/^\s*[[{]/u.test(text) && !/^\s*\[[ xX]\]/u.test(text)) return sniffJson(text);
  if (/^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/mu.test(text)) return success('markdown');
  return sniffCsv(text);
}

function sniffJson(text: string): Outcome<ImportFormat, ReadFailureCode> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (dataOf(parsed.value) !== null) return success('super-productivity');
  if (Array.isArray(asRecord(parsed.value)?.['tasks'])) return success('errand-json');
  return projectsOf(parsed.value) === null ? readFailure('not_recognised') : success('vikunja');
}

/** The columns' names tell; TickTick has some rows before them. */
function sniffCsv(text: string): Outcome<ImportFormat, ReadFailureCode> {
  const head = readCsv(
    text
      .split(/\r\n?|\n/u)
      .slice(0, 20)
      .join('\n'),
  ).rows;
  const names = new Set(head[0]?.cells.map(columnKey));
  if (names.has('type') && names.has('content')) return success('todoist');
  if (head.some(isHeader)) return success('ticktick');
  const known = ['title', 'task', 'name', 'content', 'summary', 'subject'].some((name) => names.has(name));
  return known ? success('errand-csv') : readFailure('not_recognised');
}

/** Text has no zeros, and hardly any bytes that UTF-8 cannot read. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  const bad = head.match(/[\0\uFFFD]/gu)?.length ?? 0;
  return head.includes('\0') || bad > head.length / 100;
}
