import { expect, it } from 'vitest';
import { languageOf, localeOf } from './language.ts';
import { strings as chosen, type Words } from './strings.ts';
import { de } from './strings.de.ts';

it('takes the first language of the browser that there are words in', () => {
  expect(languageOf(['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageOf(['fr'])).toBe('en');
  expect(languageOf([])).toBe('en');
});

it('keeps the region for dates where it can', () => {
  expect(localeOf(['en-US', 'de-CH'], 'de')).toBe('de-CH');
  expect(localeOf(['en-US'], 'de')).toBe('de');
  expect(localeOf(['fr-FR'], null)).toBe('fr-FR');
});

it('has nothing left in English by mistake', () => {
  const same: string[] = [];
  const compare = (english: unknown, german: unknown, path: string) => {
    if (typeof english === 'string' && english === german && english.length > 3) same.push(path);
    if (typeof english !== 'object' || english === null) return;
    for (const [key, value] of Object.entries(english))
      compare(value, (german as Words)[key as keyof Words], `${path}.${key}`);
  };
  compare(chosen, de, '');
  // A name, a word that is the same, and sentences for a model that reads English.
  const meant = ['.appName', '.theme.options.system', '.command.placeholder'];
  expect(same.filter((path) => !path.startsWith('.command.examples.'))).toEqual(meant);
});
