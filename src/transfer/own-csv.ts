import type { Due } from '../core/clock.ts';
import { success } from '../core/outcome.ts';
import type { Priority } from '../core/task.ts';
import { isDue } from '../core/local-time.ts';
import { DraftBuilder, type Reader } from './draft.ts';
import { cellsByName, columnKey, readCsv, withoutApostrophe } from './read-csv.ts';
import { readRule } from './read-rule.ts';
import { readFailure } from './sentences.ts';

/** Names that other programs give the same columns; the first of each is this app's own. */
const columns = {
  title: ['title', 'task', 'name', 'content', 'summary', 'subject'],
  done: ['done', 'completed', 'status', 'complete'],
  due: ['due', 'due date', 'date', 'deadline'],
  list: ['list', 'project', 'list name', 'category'],
  priority: ['priority'],
  tags: ['tags', 'labels'],
  notes: ['notes', 'description', 'note', 'details'],
} as const;

/** This app's own CSV, and any other that has a column for titles. */
export const readOwnCsv: Reader = (text) => {
  const { rows, isCutOff } = readCsv(text);
  const [header, ...body] = rows;
  if (header === undefined) return readFailure('empty_file');
  const cell = cellsByName(header.cells);
  const names = new Set(header.cells.map(columnKey));
  const named = (column: keyof typeof columns) => columns[column].find((name) => names.has(name));
  if (named('title') === undefined) return readFailure('not_recognised');
  const builder = new DraftBuilder();
  for (const row of body) {
    const read = (column: keyof typeof columns) => withoutApostrophe(cell(row, named(column) ?? ''));
    if (row.cells.length < header.cells.length) builder.note(row.line, 'short-row');
    const { due, repeat } = readWhen(read('due'), cell(row, 'repeat'), row.line, builder);
    builder.add({
      line: row.line,
      id: cell(row, 'id') || null,
      parentId: cell(row, 'parent') || null,
      title: read('title'),
      done: /^(?:true|yes|x|1|done|completed?)$/iu.test(read('done')),
      due,
      list: read('list') || null,
      priority: priorityOf(read('priority')),
      tags: read('tags').split(/[,;]/u),
      notes: read('notes'),
      repeat,
      reminder: cell(row, 'reminder') || null,
    });
  }
  if (isCutOff) builder.note((rows.at(-1)?.line ?? 1) + 1, 'cut-off');
  return success(builder.build('errand-csv'));
};

function readWhen(
  said: string,
  rule: string,
  line: number,
  builder: DraftBuilder,
): { due: Due | null; repeat: string | null } {
  const repeat = rule === '' ? null : readRule(rule);
  if (rule !== '' && repeat === null) builder.note(line, 'bad-repeat', rule);
  const due = said.replace(' ', 'T').slice(0, 16);
  if (said === '' || isDue(due)) return { due: said === '' ? null : due, repeat };
  builder.note(line, 'bad-date', said);
  return { due: null, repeat };
}

export function priorityOf(said: string): Priority {
  const word = said.toLowerCase();
  if (/^(?:high|urgent|highest)$/u.test(word)) return 'high';
  if (/^(?:medium|normal)$/u.test(word)) return 'medium';
  return /^(?:low|lowest)$/u.test(word) ? 'low' : 'none';
}
