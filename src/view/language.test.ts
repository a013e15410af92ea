import { expect, it } from 'vitest';
import { de as sentencesDe } from '../core/strings/de.ts';
import { en as sentencesEn } from '../core/strings/en.ts';
import { labStrings } from './lab/strings.ts';
import { de as labDe } from './lab/strings.de.ts';
import { words } from './sandbox/strings.ts';
import { de as sandboxDe } from './sandbox/strings.de.ts';
import { dataStrings } from './data/strings.ts';
import { de as dataDe } from './data/strings.de.ts';
import { importSentences } from './transfer/import-sentences.ts';
import { de as importDe } from '../transfer/sentences.de.ts';
import { guardStrings } from './guard/strings.ts';
import { de as guardDe } from './guard/strings.de.ts';
import { languageOf, localeOf } from './language.ts';
import { strings as chosen } from './strings.ts';
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

/** The paths of what reads the same in both. Examples are sentences for a model that reads English. */
function sameIn(english: unknown, german: unknown): readonly string[] {
  const same: string[] = [];
  const compare = (one: unknown, other: unknown, path: string) => {
    if (typeof one === 'string' && one === other && one.length > 3) same.push(path);
    if (typeof one !== 'object' || one === null) return;
    for (const [key, value] of Object.entries(one))
      compare(value, (other as { readonly [key: string]: unknown })[key], `${path}.${key}`);
  };
  compare(english, german, '');
  return same.filter((path) => !path.includes('examples.'));
}

it('has nothing left in English by mistake', () => {
  // A name, a word that is the same, and a sentence for a model that reads English.
  expect(sameIn(chosen, de)).toEqual(['.appName', '.theme.options.system', '.command.placeholder']);
});

it.each([
  { room: 'agent', english: sentencesEn, german: sentencesDe, meant: [] },
  { room: 'Lab', english: labStrings, german: labDe, meant: ['.start'] },
  {
    room: 'Sandbox',
    english: words,
    german: sandboxDe,
    meant: ['.agent', '.start', '.scores.splits.test', '.world.heads.name', '.world.heads.text'],
  },
  { room: 'import', english: importSentences, german: importDe, meant: [] },
  { room: 'Data', english: dataStrings, german: dataDe, meant: ['.fileName'] },
  { room: 'Guard', english: guardStrings, german: guardDe, meant: ['.placeholder'] },
])('has no room left in English by mistake: $room', ({ english, german, meant }) => {
  expect(sameIn(english, german)).toEqual(meant);
});
