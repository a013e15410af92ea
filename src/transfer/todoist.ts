import type { Due } from '../core/clock.ts';
import { success } from '../core/outcome.ts';
import type { Priority } from '../core/task.ts';
import { resolveRepeat } from '../resolve/repeat.ts';
import { resolveWhen } from '../resolve/when.ts';
import { isDue } from '../core/local-time.ts';
import { DraftBuilder, type FoundTask, type ReadContext, type Reader } from './draft.ts';
import { cellsByName, readCsv, type CsvRow } from './read-csv.ts';
import { readFailure } from './sentences.ts';

/** 1 is the highest; 4 is what a task has that was given none. */
const priorityNames: { readonly [level: string]: Priority } = { '1': 'high', '2': 'medium', '3': 'low' };

/**
 * A project as Todoist exports it: rows of type task, section or note. Steps follow their task with a larger INDENT, a
 * note belongs to the task above it, labels stand in the content as @words, and the date is in words. The project's name
 * is the file's.
 */
export const readTodoist: Reader = (text, context) => {
  const { rows, isCutOff } = readCsv(text);
  const [header, ...body] = rows;
  if (header === undefined) return readFailure('empty_file');
  const cell = cellsByName(header.cells);
  const builder = new DraftBuilder();
  const list = projectName(context.fileName);
  const above: string[] = [];
  let last: FoundTask | null = null;
  let section = '';
  const flush = () => {
    if (last !== null) builder.add(last);
    last = null;
  };
  for (const row of body) {
    const type = cell(row, 'type').toLowerCase();
    if (type === 'note' && last !== null) {
      last.notes = [last.notes, cell(row, 'content')].filter(Boolean).join('\n\n');
      continue;
    }
    flush();
    if (type === 'section') section = cell(row, 'content');
    else if (type === 'task') {
      const depth = Math.min(8, Math.max(1, Number.parseInt(cell(row, 'indent'), 10) || 1));
      const id = `row-${String(row.line)}`;
      above.length = Math.min(above.length, depth - 1);
      const parentId = above.at(-1) ?? null;
      above.push(id);
      last = { ...readTask(row, cell, context, builder), id, parentId, list };
      if (section !== '') last.tags = [...(last.tags ?? []), section];
    } else if (type !== '' && type !== 'meta') builder.note(row.line, 'not-a-task', type);
  }
  flush();
  if (isCutOff) builder.note((rows.at(-1)?.line ?? 1) + 1, 'cut-off');
  return success(builder.build('todoist'));
};

type Cell = (row: CsvRow, name: string) => string;

function readTask(row: CsvRow, cell: Cell, context: ReadContext, builder: DraftBuilder): FoundTask {
  const content = cell(row, 'content');
  const tags = [...content.matchAll(/(?:^|\s)@([^\s@]+)/gu)].map(([, tag = '']) => tag);
  const said = cell(row, 'date') || cell(row, 'deadline');
  const when = said === '' ? none : readWords(said, cell(row, 'date lang'), context);
  if (when === null) builder.note(row.line, 'date-in-notes', said);
  const notes = [cell(row, 'description'), when === null ? said : ''].filter(Boolean).join('\n\n');
  return {
    line: row.line,
    title: content.replace(/(?:^|\s)@[^\s@]+/gu, ' '),
    notes,
    tags,
    priority: priorityNames[cell(row, 'priority')] ?? 'none',
    ...(when ?? none),
  };
}

const none = { due: null, repeat: null };

/** A date in words or digits; null where it cannot be read. Only English words can. */
function readWords(
  said: string,
  language: string,
  { clock }: ReadContext,
): { due: Due | null; repeat: string | null } | null {
  const digits = said.replace(' ', 'T').slice(0, 16);
  if (isDue(digits)) return { due: digits, repeat: null };
  if (language !== '' && !language.startsWith('en')) return null;
  if (/^(?:every|daily|weekly|monthly|yearly|each)\b/iu.test(said)) {
    const repeat = resolveRepeat(said, clock);
    return repeat.ok ? { due: repeat.value.firstDue, repeat: repeat.value.rule } : null;
  }
  const due = resolveWhen(said, clock, { allowPast: true });
  return due.ok ? { due: due.value, repeat: null } : null;
}

/** The export names its file after the project, some with the project's number in brackets. */
function projectName(fileName: string): string {
  return fileName.replace(/\.csv$/iu, '').replace(/\s*\[\d+\]$/u, '') || 'Todoist';
}
