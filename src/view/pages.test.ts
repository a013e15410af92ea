import { describe, expect, it } from 'vitest';
import { pageFromHash, pages, pageToHash } from './pages.ts';

describe('pages', () => {
  it('are found again by their address, with anything of their own behind it', () => {
    for (const page of pages) {
      expect(pageFromHash(pageToHash(page))).toBe(page);
      expect(pageFromHash(`${pageToHash(page)}/more/of/it`)).toBe(page);
    }
  });

  it('are not where the hash names tasks, nothing, or what is not there', () => {
    for (const hash of ['', '#today', '#list/settings', '#page', '#page/', '#page/nowhere']) {
      expect(pageFromHash(hash)).toBeNull();
    }
  });

  it('each have an id of their own', () => {
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });
});
