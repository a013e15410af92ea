import type { FigureCell, FigureSection, FigureTable } from '../../proof/figures.ts';
import { milliseconds } from '../run/run-words.ts';
import { proofStrings as words } from './strings.ts';

/** As much of a file's hash as is read aloud; the whole one stands in each result. */
export function shortHash(sha256: string | null): string {
  return sha256 === null ? words.none : sha256.slice(0, 8);
}

/** A share in per cent, with one digit after the point. */
export function shareWords(share: number | null, locale: string): string {
  if (share === null) return words.none;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

export function figureWords(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);
}

export function timeWords(ms: number | null, locale: string): string {
  return ms === null ? words.none : milliseconds(ms, locale);
}

export function cellWords(cell: FigureCell, unit: FigureTable['columns'][number]['unit'], locale: string): string {
  if (cell === null) return words.none;
  if (typeof cell === 'string') return cell;
  if (unit === 'share') return shareWords(cell, locale);
  return unit === 'ms' ? timeWords(cell, locale) : figureWords(cell, locale);
}

/** The page's word for a key of the figures; a test holds that each has one. */
export function wordOf(group: { readonly [key: string]: string }, key: string): string {
  return group[key] ?? key;
}

/** One cell of the committed figures; null where there is no such number. */
export function committedFigure({ ours }: FigureSection, table: string, row: string, column: string): number | null {
  const found = ours.find(({ key }) => key === table);
  const place = found?.columns.findIndex(({ key }) => key === column) ?? -1;
  const cell = found?.rows.find(({ key }) => key === row)?.cells[place];
  return typeof cell === 'number' ? cell : null;
}

export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}
