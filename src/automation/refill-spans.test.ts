import { describe, expect, it } from 'vitest';
import { refillSpans, type Slot } from './refill-spans.ts';

/** Slots of a row by the words that they hold. */
const slotsOf = (row: string, values: { [key: string]: string }): Slot[] =>
  Object.entries(values).map(([key, value]) => ({
    key,
    span: [row.indexOf(value), row.indexOf(value) + value.length],
  }));
const refill = (row: string, values: { [key: string]: string }, text: string) =>
  Object.fromEntries(refillSpans(row, slotsOf(row, values), text));

describe('the words of another sentence in the places of a row', () => {
  it('follow the words around', () => {
    const row = 'remind me to call mum on friday';
    expect(refill(row, { title: 'call mum', due: 'friday' }, 'remind me to water all the plants on 3 May')).toEqual({
      title: 'water all the plants',
      due: '3 May',
    });
  });

  it('are shared out where nothing stands between two places', () => {
    expect(refill('call mum tomorrow', { title: 'call mum', due: 'tomorrow' }, 'paint the fence tomorrow')).toEqual({
      title: 'paint the fence',
      due: 'tomorrow',
    });
  });

  it('are none where the other sentence has none left, and all of it where nothing lines up', () => {
    expect(refill('add milk', { title: 'milk' }, 'add')).toEqual({});
    expect(refill('add milk', { title: 'milk' }, 'fence painting')).toEqual({ title: 'fence painting' });
  });
});
