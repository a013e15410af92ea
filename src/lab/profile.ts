import { columnOf, type Table } from './table.ts';

export type ColumnKind = 'number' | 'category' | 'date' | 'text' | 'id' | 'constant' | 'empty';

export type ColumnProfile = {
  name: string;
  kind: ColumnKind;
  missingShare: number;
  distinct: number;
  /** Of a number. */
  min: number | null;
  max: number | null;
  mean: number | null;
  skewness: number;
  integers: boolean;
  /** Of a date: the spellings that Python reads, the commonest first. */
  dateForms: string[];
  /** Some values, the commonest first. */
  examples: string[];
};

const dateForms: [pattern: RegExp, form: string][] = [
  [/^\d{4}-\d{1,2}-\d{1,2}T\d{2}:\d{2}:\d{2}$/, '%Y-%m-%dT%H:%M:%S'],
  [/^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}:\d{2}$/, '%Y-%m-%d %H:%M:%S'],
  [/^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}$/, '%Y-%m-%d %H:%M'],
  [/^\d{4}-\d{1,2}-\d{1,2}$/, '%Y-%m-%d'],
  [/^\d{4}\/\d{1,2}\/\d{1,2}$/, '%Y/%m/%d'],
  [/^\d{1,2}\.\d{1,2}\.\d{4}$/, '%d.%m.%Y'],
  [/^\d{1,2} [A-Za-z]{3} \d{4}$/, '%d %b %Y'],
  [/^\d{1,2} [A-Za-z]{4,} \d{4}$/, '%d %B %Y'],
  [/^[A-Za-z]{3} \d{1,2},? \d{4}$/, '%b %d, %Y'],
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/, 'slash-time'],
  [/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'slash'],
];

export function profileTable(table: Table): ColumnProfile[] {
  return table.names.map((name) => profileColumn(name, columnOf(table, name)));
}

export function profileColumn(name: string, cells: readonly string[]): ColumnProfile {
  const known = cells.filter((cell) => cell !== '');
  const counts = new Map<string, number>();
  for (const cell of known) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const read = known.map(Number);
  const isNumber = known.length > 0 && read.every(Number.isFinite);
  const forms = isNumber ? [] : formsOf(known);
  const examples = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([value]) => value);
  return {
    name,
    kind: kindOf(known, counts, isNumber, forms),
    missingShare: cells.length === 0 ? 1 : 1 - known.length / cells.length,
    distinct: counts.size,
    ...(isNumber ? moments(read) : { min: null, max: null, mean: null, skewness: 0, integers: false }),
    dateForms: forms,
    examples,
  };
}

function kindOf(
  known: readonly string[],
  counts: ReadonlyMap<string, number>,
  isNumber: boolean,
  forms: readonly string[],
): ColumnKind {
  if (known.length === 0) return 'empty';
  if (counts.size === 1) return 'constant';
  if (isNumber) return isRunningNumber(known) ? 'id' : 'number';
  if (forms.length > 0) return 'date';
  const words =
    known.slice(0, 500).reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / Math.min(500, known.length);
  if (words >= 5 && counts.size > known.length * 0.5) return 'text';
  return 'category';
}

/** 1, 2, 3 … down the rows says where a row stood in the file and nothing else. */
function isRunningNumber(known: readonly string[]): boolean {
  if (known.length < 20) return false;
  return known.every((cell, index) => index === 0 || Number(cell) === Number(known[index - 1]) + 1);
}

/** The spellings of a column of dates; empty where some value is none. At most a handful may be mixed. */
function formsOf(known: readonly string[]): string[] {
  const counts = new Map<string, number>();
  let dayFirst = false;
  for (const cell of known) {
    const form = dateForms.find(([pattern]) => pattern.test(cell))?.[1];
    if (form === undefined) return [];
    if (form.startsWith('slash') && Number(cell.split('/')[0]) > 12) dayFirst = true;
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const slash = dayFirst ? '%d/%m/%Y' : '%m/%d/%Y';
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([form]) => (form === 'slash' ? slash : form === 'slash-time' ? `${slash} %H:%M` : form));
}

function moments(values: readonly number[]) {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
  }
  const mean = sum / values.length;
  let second = 0;
  let third = 0;
  for (const value of values) {
    second += (value - mean) ** 2;
    third += (value - mean) ** 3;
  }
  const deviation = Math.sqrt(second / values.length);
  const skewness = deviation === 0 ? 0 : third / values.length / deviation ** 3;
  return { min, max, mean, skewness, integers: values.every(Number.isInteger) };
}

export function profileOf(profiles: readonly ColumnProfile[], name: string): ColumnProfile | undefined {
  return profiles.find((profile) => profile.name === name);
}
