import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { resolveList, resolveTask, type ReferenceContext, type Resolution } from './reference.ts';

const titles = [
  'Buy milk',
  'Call mum',
  'Call mum about the party',
  'Water the garden',
  'Pay the gas bill',
  'Book dentist appointment',
  'Finish report',
  'Send report to Anna',
  'Buy oat milk',
  'Renew passport',
];
/** Ids are titles, so that a failing test reads by itself; the passport is done. */
const context: ReferenceContext = {
  tasks: titles.map((title) => ({
    id: title,
    title,
    done: title === 'Renew passport',
    deleted: false,
    listName: title === 'Buy milk' ? 'Shopping' : 'Inbox',
  })),
  lastTouched: ['Finish report', 'Call mum'],
  lastListing: titles,
};

function shown(resolution: Resolution): string {
  return resolution.kind === 'one' ? resolution.id : resolution.kind === 'many' ? resolution.ids.join(' | ') : 'none';
}

test.each([
  ['it', 'Finish report'],
  ['that one', 'Finish report'],
  ['the one I just added', 'Finish report'],
  ['first', 'Buy milk'],
  ['the second one', 'Call mum'],
  ['2', 'Call mum'],
  ['#2', 'Call mum'],
  ['number 3', 'Call mum about the party'],
  ['task three', 'Call mum about the party'],
  ['the 4th one on the list', 'Water the garden'],
  ['last', 'Renew passport'],
  ['the last one', 'Renew passport'],
  ['second to last', 'Buy oat milk'],
  ['number 30', 'none'],
])('%s points at %s', (phrase, expected) => {
  expect(shown(resolveTask(phrase, context))).toBe(expected);
});

test.each([
  ['buy milk', 'Buy milk'],
  ['the buy milk task', 'Buy milk'],
  ['CALL MUM', 'Call mum'],
  ['phone mom', 'Call mum'],
  ['gas bills', 'Pay the gas bill'],
  ['watering the garden', 'Water the garden'],
  ['the dentist', 'Book dentist appointment'],
  ['dentsit appointment', 'Book dentist appointment'],
  ['dentist visit', 'Book dentist appointment'],
  ['oat milk', 'Buy oat milk'],
  ['the milk on my shopping list', 'Buy milk'],
  ['passport', 'Renew passport'],
  ['the milk one', 'Buy milk | Buy oat milk'],
  ['mum', 'Call mum | Call mum about the party'],
  ['report', 'Finish report | Send report to Anna'],
  ['the report for Anna', 'Send report to Anna'],
  ['buy eggs', 'none'],
  ['call the bank', 'none'],
  ['', 'none'],
  ['???', 'none'],
])('the title %s is %s', (phrase, expected) => {
  expect(shown(resolveTask(phrase, context))).toBe(expected);
});

describe('where it is in doubt', () => {
  it('offers a title of which only a part fits instead of taking it', () => {
    expect(resolveTask('water plants', context)).toEqual({ kind: 'many', ids: ['Water the garden'] });
  });

  it('asks which of two tasks with the same title', () => {
    const twins = {
      ...context,
      tasks: ['a', 'b'].map((id) => ({ id, title: 'Buy milk', done: false, deleted: false })),
    };
    expect(resolveTask('buy milk', twins)).toEqual({ kind: 'many', ids: ['a', 'b'] });
  });

  it('prefers the open one, or the done one where something is reopened; never one that is deleted', () => {
    const tasks = [
      { id: 'done', title: 'Buy milk', done: true, deleted: false },
      { id: 'open', title: 'Buy milk', done: false, deleted: false },
      { id: 'gone', title: 'Buy milk', done: false, deleted: true },
    ];
    expect(shown(resolveTask('milk', { tasks, lastTouched: [], lastListing: [] }))).toBe('open');
    expect(shown(resolveTask('milk', { tasks, lastTouched: [], lastListing: [], prefer: 'done' }))).toBe('done');
  });

  it('takes "it" for the only thing there is, and asks among several', () => {
    const bare = { tasks: context.tasks.slice(0, 1), lastTouched: [], lastListing: [] };
    expect(shown(resolveTask('it', bare))).toBe('Buy milk');
    expect(resolveTask('it', { ...context, lastTouched: [] }).kind).toBe('many');
  });

  it('takes a title over a place: a task named "2" is not the second one', () => {
    const tasks = ['Call mum', 'Paint', '2'].map((title) => ({ id: title, title, done: false, deleted: false }));
    expect(shown(resolveTask('2', { tasks, lastTouched: [], lastListing: ['Call mum', 'Paint', '2'] }))).toBe('2');
  });
});

test.each([
  ['shopping', 's'],
  ['the Shopping list', 's'],
  ['shoping', 's'],
  ['my work', 'w'],
  ['garden', 'g (likely)'],
  ['holiday', 'none'],
])('the list %s is %s', (phrase, expected) => {
  const lists = [
    { id: 's', name: 'Shopping' },
    { id: 'w', name: 'Work' },
    { id: 't', name: 'Work trips' },
    { id: 'g', name: 'Garden centre' },
  ];
  const resolution = resolveList(phrase, lists);
  expect(resolution.kind === 'many' ? `${resolution.ids.join(' ')} (likely)` : shown(resolution)).toBe(expected);
});

it('finds every task by its own title, and never throws', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 8 }),
      fc.string({ maxLength: 40 }),
      (names, phrase) => {
        const tasks = names.map((title) => ({ id: title, title, done: false, deleted: false }));
        const all = { tasks, lastTouched: names, lastListing: names };
        for (const name of names) {
          if (!/[\p{L}\p{N}]{3}/u.test(name)) continue;
          const found = resolveTask(name, all);
          expect(found.kind === 'one' ? [found.id] : found.kind === 'many' ? found.ids : []).toContain(name);
        }
        resolveTask(phrase, all);
        resolveList(
          phrase,
          tasks.map(({ id, title }) => ({ id, name: title })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('reads a phrase among five thousand tasks, and one of twenty thousand letters', () => {
  const tasks = Array.from({ length: 5000 }, (_, index) => ({
    id: `${index}`,
    title: `Send letter ${index} to the office`,
    done: false,
    deleted: false,
  }));
  const many = { tasks, lastTouched: [], lastListing: [] };
  expect(resolveTask('the letter about the harbour', many)).toBeDefined();
  expect(resolveTask('milk '.repeat(4000), { ...many, tasks: tasks.slice(0, 50) })).toBeDefined();
});
