import { failure, type Failure } from '../core/outcome.ts';

export type StoreCode = 'store_refused' | 'store_full' | 'store_failed' | 'conflict';

const sentences: { readonly [Code in StoreCode]: string } = {
  store_refused:
    'This browser does not let the app keep anything, as in some private windows or with site data blocked. Your tasks would be lost, so nothing is saved.',
  store_full: 'The browser has no room left for this app, so nothing was saved. Free some space and try again.',
  store_failed: 'The browser could not save or read your tasks. Reload the page and try again.',
  conflict: 'Another tab changed the same thing meanwhile, so nothing was saved. Look at it again and repeat.',
};

export const newerVersionSentence = 'A newer version of this app is open in another tab. Reload this tab to go on.';

export function storeFailure<Code extends StoreCode>(code: Code, message: string = sentences[code]): Failure<Code> {
  return failure(code, message);
}

/** What went wrong while reading or writing. */
export function failureOf(error: unknown): Failure<'store_full' | 'store_failed'> {
  return storeFailure(nameOf(error) === 'QuotaExceededError' ? 'store_full' : 'store_failed');
}

/** What went wrong while opening: some browsers refuse with InvalidStateError where private windows keep nothing. */
export function openingFailureOf(error: unknown): Failure<'store_refused' | 'store_full' | 'store_failed'> {
  switch (nameOf(error)) {
    case 'SecurityError':
    case 'NotAllowedError':
    case 'InvalidStateError':
      return storeFailure('store_refused');
    case 'QuotaExceededError':
      return storeFailure('store_full');
    case 'VersionError':
      return storeFailure('store_failed', newerVersionSentence);
    default:
      return storeFailure('store_failed');
  }
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
