import { expect, it } from 'vitest';
import { describeRepeat } from './repeat-words.ts';

it.each([
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=WEEKLY;BYDAY=TU,FR', 'Every week on Tuesday and Friday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'Every 2 weeks on Monday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month on day 15'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday'],
  ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', 'Every month on the last Friday'],
  ['FREQ=YEARLY', 'Every year'],
  ['FREQ=DAILY;COUNT=3', 'Every day, 3 times'],
  ['FREQ=DAILY;UNTIL=20261231T000000Z', 'Every day until 31 Dec 2026'],
  ['FREQ=SECONDLY', 'Repeats'],
  ['nonsense', 'Repeats'],
])('says %s as “%s”', (rule, words) => {
  expect(describeRepeat(rule, 'en-GB')).toBe(words);
});
