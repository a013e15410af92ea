import Papa from 'papaparse';

export type CsvRow = { line: number; cells: readonly string[] };
export type CsvTable = { rows: readonly CsvRow[]; isCutOff: boolean };

/** The rows of a CSV with the line that each begins on. A quote that never ends makes the last row one that is cut off. */
export function readCsv(text: string): CsvTable {
  const rows: CsvRow[] = [];
  let isCutOff = false;
  let line = 1;
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) isCutOff = true;
      else if (data.some((cell) => cell !== '')) rows.push({ line, cells: data });
      line += countLines(text, start, meta.cursor);
      start = meta.cursor;
    },
  });
  return { rows, isCutOff };
}

/** Some spreadsheets write semicolons or tabs. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 2000);
  const count = (sign: string) => head.split(sign).length;
  return [';', '\t'].find((sign) => count(sign) > count(',')) ?? ',';
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Reads cells by the names in the first row, whatever their order and case. */
export function cellsByName(header: readonly string[]): (row: CsvRow, name: string) => string {
  const places = new Map(header.map((name, place) => [columnKey(name), place]));
  return (row, name) => row.cells[places.get(columnKey(name)) ?? -1]?.trim() ?? '';
}

export function columnKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/gu, ' ');
}

/** A cell that was made harmless for a spreadsheet by a leading apostrophe, as it was. */
export function withoutApostrophe(cell: string): string {
  return /^'[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^'[\t\r\n]/u.test(cell) ? cell.slice(1) : cell;
}
