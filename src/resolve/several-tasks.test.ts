import { describe, expect, it } from 'vitest';
import { pointAtSeveral, type SeveralContext } from './several-tasks.ts';

const context: SeveralContext = {
  lastTouched: ['c', 'b', 'a'],
  lastGroup: ['b', 'c'],
  lastListing: ['p', 'q', 'r', 's'],
};

describe('pointAtSeveral', () => {
  it.each([
    'both',
    'them',
    'those',
    'Both of them',
    'them both',
    'the two of them',
    'those two',
    'all of them!',
    'they',
  ])('%s: what the last run touched', (phrase) => {
    expect(pointAtSeveral(phrase, context)).toEqual(['b', 'c']);
  });
  it('counts back over runs where the last one touched fewer', () => {
    expect(pointAtSeveral('both', { ...context, lastGroup: ['c'] })).toEqual(['b', 'c']);
    expect(pointAtSeveral('all three', context)).toEqual(['a', 'b', 'c']);
  });
  it('means what was shown where nothing was touched', () => {
    const shown = { lastTouched: [], lastGroup: [], lastListing: ['p', 'q'] };
    expect(pointAtSeveral('both', shown)).toEqual(['p', 'q']);
    expect(pointAtSeveral('them', shown)).toEqual(['p', 'q']);
  });
  it('takes rows from either end of a listing', () => {
    expect(pointAtSeveral('first two', context)).toEqual(['p', 'q']);
    expect(pointAtSeveral('the last three tasks', context)).toEqual(['q', 'r', 's']);
    expect(pointAtSeveral('top 5', context)).toBeUndefined();
  });
  it('leaves one task, a title and too few things alone', () => {
    for (const phrase of [
      'it',
      'the second one',
      'both socks',
      'those letters',
      'two of a kind',
      'first two chapters',
    ]) {
      expect(pointAtSeveral(phrase, context)).toBeUndefined();
    }
    expect(pointAtSeveral('both', { lastTouched: ['a'], lastGroup: ['a'], lastListing: [] })).toBeUndefined();
  });
});
