import { failure, type Failure } from '../core/outcome.ts';
import type { RunFailureCode } from '../core/run-event.ts';
import { en } from '../core/strings/en.ts';

export type StoreCode = Extract<
  RunFailureCode,
  'store_refused' | 'store_full' | 'store_failed' | 'store_newer' | 'conflict'
>;

/** The sentence is for commands and logs; the screen says the code in its own language. */
export function storeFailure<Code extends StoreCode>(code: Code): Failure<Code> {
  return failure(code, en.failure[code]);
}

/** What went wrong while reading or writing. */
export function failureOf(error: unknown): Failure<'store_full' | 'store_failed'> {
  return storeFailure(nameOf(error) === 'QuotaExceededError' ? 'store_full' : 'store_failed');
}

export type OpeningCode = Exclude<StoreCode, 'conflict'>;

/** What went wrong while opening: some browsers refuse with InvalidStateError where private windows keep nothing. */
export function openingFailureOf(error: unknown): Failure<OpeningCode> {
  switch (nameOf(error)) {
    case 'SecurityError':
    case 'NotAllowedError':
    case 'InvalidStateError':
      return storeFailure('store_refused');
    case 'QuotaExceededError':
      return storeFailure('store_full');
    case 'VersionError':
      return storeFailure('store_newer');
    default:
      return storeFailure('store_failed');
  }
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
