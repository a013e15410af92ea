import { success, type Outcome } from '../core/outcome.ts';
import { readFailure } from './sentences.ts';

export type JsonRecord = { readonly [key: string]: unknown };

/** A text that begins as JSON and does not end as JSON is one that was cut off. */
export function parseJson(text: string): Outcome<unknown, 'cut_off' | 'not_recognised'> {
  try {
    const value: unknown = JSON.parse(text);
    return success(value);
  } catch {
    return /^\s*[[{]/u.test(text) ? readFailure('cut_off') : readFailure('not_recognised');
  }
}

export function asRecord(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Texts as they are, numbers as digits, anything else as nothing. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The records of a list; what is none is left out. */
export function asRecords(value: unknown): JsonRecord[] {
  return asArray(value).flatMap((one) => {
    const record = asRecord(one);
    return record === null ? [] : [record];
  });
}
