import * as v from 'valibot';
import type { Correction } from '../../core/correction.ts';
import { yesNoHeads } from '../../core/judgement.ts';
import type { DataRow, Label } from './training-rows.ts';

/** A text that the person has labelled. */
export type OwnRow = { text: string; category: string; label: Label };

/** In the app's settings. */
export const ownRowsKey = 'guardLabels';
export const mostOwnRows = 5000;
export const longestText = 2000;

const answer = v.nullable(v.boolean());
const ownRowSchema = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
  category: v.string(),
  label: v.object({
    risk: v.picklist(['L', 'M', 'H']),
    heads: v.object({ feasible: answer, legal: answer, ethical: answer, reversible: answer, limited: answer }),
  }),
});

/** What was kept, which may come from an older version or another device; a row that does not fit is left out. */
export function readOwnRows(kept: unknown): readonly OwnRow[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((row: unknown) => {
    const read = v.safeParse(ownRowSchema, row);
    return read.success ? [read.output] : [];
  });
}

/** A text has one label: the new one takes the place of an earlier one. The newest comes first. */
export function withOwnRow(rows: readonly OwnRow[], row: OwnRow): readonly OwnRow[] {
  return [row, ...withoutOwnRow(rows, row.text)].slice(0, mostOwnRows);
}

export function withoutOwnRow(rows: readonly OwnRow[], text: string): readonly OwnRow[] {
  const key = text.trim().toLowerCase();
  return rows.filter((row) => row.text.trim().toLowerCase() !== key);
}

/** As JSONL for `python -m training.guard.prepare --own FILE.jsonl`; training/guard/own.py says what it takes. */
export function writeOwnRows(rows: readonly OwnRow[]): string {
  const lines = rows.map(({ text, category, label }) => ({
    text,
    source: 'own',
    category,
    group: text.toLowerCase(),
    label_source: 'person',
    risk: label.risk,
    ...Object.fromEntries(yesNoHeads.map((head) => [head, label.heads[head]])),
  }));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

export function asDataRow({ text, category, label }: OwnRow): DataRow {
  return { text, category, label, source: 'own', labelSource: 'person' };
}

/** A sentence of the agent's that the person has put right, under the tools that were meant. */
export function asCorrectedRow({ text, meant }: Correction): DataRow {
  const category = [...new Set(meant.map(({ tool }) => tool))].sort().join(' + ');
  return { text, category, source: 'own', labelSource: 'person', label: null };
}
