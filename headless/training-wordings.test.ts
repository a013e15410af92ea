import { expect, it } from 'vitest';
import { readTrainFrames, trainWordings, wordingsToTeach } from './training-wordings.ts';

it.each([
  ['no_such_key/1\tpay <P> <A>', 'no such key'],
  ['send_money/1\tpay <P>', 'slots'],
  ['send_money/1\t(pay|send <P> <A>', 'not closed'],
  ['answer_requests/3\tdeny what <P> wants', 'slots'],
])('names the line that does not fit: %s', (line, fault) => {
  expect(() => readTrainFrames(`send_money/1\tpay <P> <A>\n${line}`)).toThrow(new RegExp(`frames.tsv:2: .*${fault}`));
});

it('keeps a part of each kind’s frames apart, and teaches all the others', () => {
  const [all, taught, apart] = [trainWordings().frames, wordingsToTeach(false).frames, wordingsToTeach(true).frames];
  for (const [key, frames] of Object.entries(all) as [keyof typeof all, readonly string[]][]) {
    expect([...taught[key], ...apart[key]].sort()).toEqual([...frames].sort());
    expect(apart[key].length, key).toBeGreaterThan(0);
  }
});
