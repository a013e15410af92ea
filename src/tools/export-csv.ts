import type { ToolContext } from './define-tool.ts';
import { exportedTasks, type ExportedTask } from './export-task.ts';

const columns = [
  'id',
  'title',
  'done',
  'due',
  'list',
  'priority',
  'tags',
  'notes',
  'repeat',
  'reminder',
  'parent',
] as const satisfies readonly (keyof ExportedTask)[];

/** RFC 4180, with a header row. */
export function writeCsv({ state }: Pick<ToolContext, 'state'>): string {
  const rows = exportedTasks(state).map((task) => columns.map((column) => writeCell(textOf(task[column]))));
  return [columns, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function textOf(value: ExportedTask[keyof ExportedTask]): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** What a spreadsheet would run as a formula, also after white space and in full-width signs. */
const formulaStart = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A leading apostrophe makes a spreadsheet take the cell as text. */
function writeCell(value: string): string {
  const inert = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
