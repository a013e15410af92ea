import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from './words.ts';

function slices(text: string): string[] {
  return splitWords(text).map(({ start, end }) => text.slice(start, end));
}
function forms(text: string): string[] {
  return splitWords(text).map((word) => word.text);
}

describe('splitWords', () => {
  it('splits at white space and makes each punctuation mark a word', () => {
    expect(slices("Buy milk, eggs\n(2 dozen) — don't")).toEqual([
      'Buy',
      'milk',
      ',',
      'eggs',
      '\n',
      '(',
      '2',
      'dozen',
      ')',
      '—',
      'don',
      "'",
      't',
    ]);
  });
  it('reads capitals and accents as plain letters and keeps the spelling by offset', () => {
    expect(forms('Café ZOË naïve İstanbul ΣΟΦΟΣ')).toEqual(['cafe', 'zoe', 'naive', 'istanbul', 'σοφοσ']);
    expect(slices('Café ZOË')).toEqual(['Café', 'ZOË']);
  });
  it('keeps a combining accent with its letter', () => {
    expect(slices('e\u0301clair now')).toEqual(['e\u0301clair', 'now']);
    expect(forms('e\u0301clair')).toEqual(['eclair']);
    expect(slices('cafe\u0301 now')).toEqual(['cafe\u0301', 'now']);
  });
  it('cuts no surrogate pair, whatever stands beside an emoji', () => {
    expect(slices('🎂cake 👩‍🚀 x')).toEqual(['🎂cake', '👩‍🚀', 'x']);
  });
  it('keeps words of right-to-left text in logical order', () => {
    expect(slices('לקנות חלב, היום')).toEqual(['לקנות', 'חלב', ',', 'היום']);
  });
  it('reads a line break as a semicolon, and other white space as nothing', () => {
    expect(forms('milk\r\neggs\n\nbread\ttea')).toEqual(['milk', ';', 'eggs', ';', ';', 'bread', 'tea']);
  });
  it('makes each ideograph a word', () => {
    expect(slices('東京 milk')).toEqual(['東', '京', 'milk']);
  });
  it('drops control characters, also inside a word', () => {
    expect(forms('mi\u0000lk\u200b now')).toEqual(['milk', 'now']);
  });
  it('gives words in order, apart, and with no white space at their edges but for a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let before = 0;
        for (const { text: form, start, end } of splitWords(text)) {
          expect(form).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          if (text.slice(start, end) !== '\n') expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          before = end;
        }
      }),
    );
  });
});
