import { expect, it } from 'vitest';
import fixture from './fixtures/recognizers-datetime.json' with { type: 'json' };
import { resolveWhen } from './when.ts';

/**
 * An outside yardstick: the English cases of Recognizers-Text with exactly one date, time or datetime. Their readings
 * are of American English. Where the product's table decides otherwise, or leaves something out, the phrase is named
 * here with why; a phrase that is neither as specified nor named fails the test.
 */
const onPurpose: { readonly [why: string]: readonly string[] } = {
  'the end of a day is 18:00, when work can still be done': [
    'end of tomorrow',
    'end of the sunday',
    'end of this sunday',
    'end of the day',
    'end of day',
    'the eod',
    'the end of today',
  ],
  "today's own weekday is seven days on": ['monday'],
  'a bare hour that is past is the evening': ['11ish'],
  'a night goes on after midnight': ['tonight at 1am', 'tonight at 2am', 'tonight around 3'],
  'a phrase without a year looks forward': [
    'this friday-jun-15',
    'this friday (jun-15)',
    'this week monday',
    'this friday 5/12',
    'next friday 5/12',
    'this 5/12',
    'tues the 4th 7pm',
  ],
  'last X is the one just past': ['previous wednesday', 'last wednesday'],
  'two digits after a dot are minutes': ['5.12'],
  'a two-digit year is of this century': ['03/18/40'],
  'two dates at once are not one': ['tomorrow, 13/04/21, at 7 pm'],
  'not read: years in words or two digits, other zones, and forms seldom written': [
    'friday 7-6',
    'in two years since 2011',
    'in two weeks since the year 2011',
    'january first two thousand and thirty two',
    'next 5/12',
    'next 6th of april',
    'january first 12',
    '1pm mountain timezone',
    '1st week of oct. on friday',
    'last night at 8',
    '2020/23/sep',
    '23-2020-september',
    '15 april of 87',
    'january twenty five nineteen eighty six',
    'twenty five january nineteen eighty six',
    'fifteen august nineteen hundred ninety three',
    '13 sept nineteen seventy two',
    '6 april seventeen hundred thirty three',
    '2016 10 16',
    '7ampm',
    'eid al fitr',
  ],
};

/** The share as specified may only grow. */
const floor = 0.82;

it('reads the cases of Recognizers-Text as specified, or differs on purpose', () => {
  const reasons = new Map(
    Object.entries(onPurpose).flatMap(([why, phrases]) => phrases.map((phrase) => [phrase, why] as const)),
  );
  const differing: string[] = [];
  const unexplained: string[] = [];
  for (const { phrase, now, type, values } of fixture.cases) {
    const resolved = resolveWhen(phrase, { now, zone: 'UTC', locale: 'en-US' }, { allowPast: true });
    const value = resolved.ok ? resolved.value : 'none';
    if (values.includes(type === 'time' ? value.slice(11) : value)) continue;
    const line = `${phrase} → ${value}, specified ${values.join(' or ')}`;
    const why = reasons.get(phrase);
    if (why === undefined) unexplained.push(line);
    else differing.push(`${line} (${why})`);
  }
  const total = fixture.cases.length;
  const asSpecified = total - differing.length - unexplained.length;
  console.log(
    `Recognizers-Text: ${asSpecified} of ${total} as specified (${((100 * asSpecified) / total).toFixed(1)} %); on purpose otherwise:\n${differing.join('\n')}`,
  );
  expect(unexplained).toEqual([]);
  expect(asSpecified / total).toBeGreaterThanOrEqual(floor);
});
