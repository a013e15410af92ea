import Papa from 'papaparse';
import { failure, success, type Outcome } from '../core/outcome.ts';

export type LabFailureCode =
  | 'empty_file'
  | 'not_a_table'
  | 'not_tagged'
  | 'no_text'
  | 'one_column'
  | 'no_target'
  | 'constant_target'
  | 'too_few_rows'
  | 'no_inputs'
  | 'no_time'
  | 'no_python'
  | 'stopped'
  | 'lab_failed';

export type LabOutcome<Value> = Outcome<Value, LabFailureCode>;

export type Table = {
  names: string[];
  /** One list of cells a column, in the order of the names; what is missing is ''. */
  columns: string[][];
  rowCount: number;
  delimiter: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** What was mended or left out, in sentences. */
  notes: string[];
};

const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?']);
/** More would neither fit into the memory of Python here nor be learned from in a sitting. */
const mostRows = 200_000;
const mostColumns = 300;

/** Reads CSV with any usual delimiter and encoding, JSON lines, or plain text with one record a line. */
export function readTable(bytes: Uint8Array, fileName: string): LabOutcome<Table> {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '')
    return failure('empty_file', 'The file is empty. Choose one with a header line and some rows.');
  if (/^\s*\{/.test(text)) return readJsonLines(text, encoding);
  if (text.includes('\u0000'))
    return failure('not_a_table', 'This is not a text file. Save the table as CSV and try again.');
  const notes: string[] = [];
  const { data, meta } = Papa.parse<string[]>(text.trim(), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const [first = [], ...rest] = data;
  if (first.length < 2) {
    return failure(
      'one_column',
      fileName.endsWith('.txt')
        ? 'The text has one column only. A table needs a column to predict and at least one to predict it from.'
        : 'Only one column was found. Separate the columns with commas, semicolons or tabs, and name them in the first line.',
    );
  }
  const hasHeader = !looksLikeData(first, rest.slice(0, 50));
  if (!hasHeader) notes.push('The first line looks like data, so the columns were named column1, column2 and so on.');
  const names = uniqueNames(hasHeader ? first : first.map((_, index) => `column${String(index + 1)}`), notes);
  return finish(names, hasHeader ? rest : data, { delimiter: meta.delimiter, encoding, notes });
}

export function decodeText(bytes: Uint8Array): { text: string; encoding: Table['encoding'] } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function readJsonLines(text: string, encoding: Table['encoding']): LabOutcome<Table> {
  const records: { [name: string]: unknown }[] = [];
  const names: string[] = [];
  let bad = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    try {
      const record: unknown = JSON.parse(line);
      if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new Error();
      for (const name of Object.keys(record)) if (!names.includes(name)) names.push(name);
      records.push(record as { [name: string]: unknown });
    } catch {
      bad += 1;
    }
  }
  if (records.length === 0)
    return failure('not_a_table', 'No line of the file is a JSON object. Give one object a line.');
  const notes = bad === 0 ? [] : [`${String(bad)} lines are no JSON objects and were left out.`];
  const rows = records.map((record) => names.map((name) => cellOf(record[name])));
  return finish(names, rows, { delimiter: ',', encoding, notes });
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}

/** A header is text above numbers; a first line with as many numbers as the rest has none. */
function looksLikeData(first: readonly string[], sample: readonly string[][]): boolean {
  const isNumber = (cell: string) => cell.trim() !== '' && Number.isFinite(Number(cell));
  if (!first.some(isNumber)) return false;
  const isNumeric = (index: number) => {
    const cells = sample.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    return cells.length > 0 && cells.every(isNumber);
  };
  return first.every((cell, index) => isNumber(cell) === isNumeric(index));
}

function uniqueNames(given: readonly string[], notes: string[]): string[] {
  const seen = new Set<string>();
  return given.map((name, index) => {
    const wanted = name.trim() === '' ? `column${String(index + 1)}` : name.trim().replace(/\s+/g, ' ');
    let unique = wanted;
    for (let n = 2; seen.has(unique); n += 1) unique = `${wanted}_${String(n)}`;
    if (unique !== name.trim()) notes.push(`Column ${String(index + 1)} is called "${unique}" here.`);
    seen.add(unique);
    return unique;
  });
}

type Form = Pick<Table, 'delimiter' | 'encoding' | 'notes'>;

function finish(allNames: string[], allRows: string[][], { delimiter, encoding, notes }: Form): LabOutcome<Table> {
  if (allRows.length === 0) return failure('empty_file', 'The file has a header and no rows below it.');
  const names = allNames.slice(0, mostColumns);
  const rows = allRows.slice(0, mostRows);
  if (names.length < allNames.length)
    notes.push(`Of ${String(allNames.length)} columns the first ${String(mostColumns)} are used.`);
  if (rows.length < allRows.length)
    notes.push(`Of ${String(allRows.length)} rows the first ${String(mostRows)} are used.`);
  const odd = rows.filter((row) => row.length !== allNames.length).length;
  if (odd > 0)
    notes.push(`${String(odd)} rows have more or fewer cells than the header; missing cells count as empty.`);
  const columns = names.map((_, index) => plainNumbers(rows.map((row) => cleanCell(row[index] ?? ''))));
  const formulas = columns.some((cells) => cells.some((cell) => /^[=@][A-Za-z(]/.test(cell)));
  if (formulas) notes.push('Some cells look like spreadsheet formulas. They are taken as plain text and never run.');
  return success({ names, columns, rowCount: rows.length, delimiter, encoding, notes });
}

function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  return missing.has(trimmed.toLowerCase()) ? '' : trimmed;
}

/** Numbers as people write them (1.234,5 · 1,234.5 · £12 · 45 %) become plain ones, if the whole column is of that kind. */
function plainNumbers(cells: string[]): string[] {
  const known = cells.filter((cell) => cell !== '');
  if (known.length === 0 || known.every((cell) => Number.isFinite(Number(cell)))) return cells;
  const bare = (cell: string) => cell.replace(/^[£$€]\s?|\s?[%€]$/g, '');
  const english = /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/;
  const european = /^-?\d{1,3}(?:\.\d{3})*,\d+$|^-?\d+(?:,\d+)?$/;
  if (known.every((cell) => english.test(bare(cell)))) return cells.map((cell) => bare(cell).replace(/,/g, ''));
  if (known.every((cell) => european.test(bare(cell))))
    return cells.map((cell) => bare(cell).replace(/\./g, '').replace(',', '.'));
  return cells;
}

export function columnOf(table: Table, name: string): string[] {
  return table.columns[table.names.indexOf(name)] ?? [];
}

export function pickRows(table: Table, rows: readonly number[]): Table {
  const columns = table.columns.map((cells) => rows.map((row) => cells[row] ?? ''));
  return { ...table, columns, rowCount: rows.length };
}

export function withoutColumn(table: Table, name: string): Table {
  const kept = table.names.map((_, index) => index).filter((index) => table.names[index] !== name);
  return {
    ...table,
    names: kept.map((index) => table.names[index] ?? ''),
    columns: kept.map((index) => table.columns[index] ?? []),
  };
}

/** Commas and quotes as everybody reads them. */
export function writeCsv(table: Table): string {
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.columns.map((cells) => cells[row] ?? ''));
  return `${Papa.unparse({ fields: table.names, data: rows }, { newline: '\n' })}\n`;
}
