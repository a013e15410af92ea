import { afterEach, expect, it, vi } from 'vitest';
import { de } from './core/strings/de.ts';
import { en } from './core/strings/en.ts';
import { failureOf, openingFailureOf, storeFailure } from './store/store-failure.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The language is chosen once, when the page opens. */
async function wordsFor(tag: string) {
  vi.stubGlobal('document', {});
  vi.stubGlobal('navigator', { languages: [tag] });
  return (await import('./store-failure-words.ts')).storeFailureInWords;
}

const named = (name: string) => new DOMException('as the browser puts it', name);

it.each([
  { what: 'a refusal', failed: openingFailureOf(named('SecurityError')), code: 'store_refused' as const },
  { what: 'a newer version', failed: openingFailureOf(named('VersionError')), code: 'store_newer' as const },
  { what: 'a full quota', failed: failureOf(named('QuotaExceededError')), code: 'store_full' as const },
  { what: 'a closed database', failed: failureOf(named('InvalidStateError')), code: 'store_failed' as const },
  { what: 'another tab', failed: storeFailure('conflict'), code: 'conflict' as const },
])('says $what in the language of the screen', async ({ failed, code }) => {
  expect(failed).toEqual({ ok: false, code, message: en.failure[code] });
  expect((await wordsFor('de-DE'))(failed)).toEqual({ ok: false, code, message: de.failure[code] });
  vi.resetModules();
  expect((await wordsFor('en-GB'))(failed)).toEqual(failed);
});
