import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Clock } from '../core/clock.ts';
import { parseQuickAdd } from './quick-add.ts';
import { isOneNewTask } from './one-new-task.ts';

/** A Wednesday. */
const clock: Clock = { now: '2026-11-18T10:00', zone: 'Europe/London', locale: 'en-GB' };

test.each([
  'The 5th Wave',
  'paprika',
  'march band form',
  'buy may flowers',
  'Sun Tzu essay',
  'read 1984',
  'read 2001',
  'call April',
  'second hand car',
  'on the second floor check boiler',
  '7up',
  'watch Friday Night Lights',
  'Tomorrow Never Dies',
  'Apocalypse Now',
  'seize the day',
  'Mon Repos booking',
  'Happy Mondays album',
  'sat nav update',
  'buy sun cream',
  'lie in the sun',
  'lunch at 5 guys',
  'lunch with bob',
  '5 to 10 people for dinner',
  'run 2 hours',
  'get 3 lemons',
  'buy 10 past papers',
  '1/2 cup sugar',
  '24/7 support plan',
  'see v2.30 notes',
  'weekly report',
  'daily standup notes',
  'buy weekend bag',
  'christmas cards',
  'new year party planning',
  'good night story',
  "plan tomorrow's meeting",
  'urgent email reply',
  'write to anna@example.org',
  'buy tickets for The Day After Tomorrow',
  'call Tom',
  'read "Friday the 13th" review',
])('reads nothing into: %s', (text) => {
  const { title, spans } = parseQuickAdd(text, clock);
  expect(spans).toEqual([]);
  expect(title).toBe(text);
});

test.each([
  "May's birthday card",
  'Sunday roast recipe book',
  'order "friday 6pm" poster',
  'Black Friday list',
  'return 1984 to the library',
])('reads nothing into the title: %s', (text) => {
  expect(parseQuickAdd(text, clock)).toMatchObject({ title: text, spans: [] });
});

it('leaves alone what the person took out', () => {
  const text = 'call mum tomorrow !high';
  expect(parseQuickAdd(text, clock, ['tomorrow'])).toMatchObject({ title: 'call mum tomorrow', priority: 'high' });
  expect(parseQuickAdd(text, clock, ['tomorrow']).due).toBeUndefined();
  expect(parseQuickAdd(text, clock, ['!high']).title).toBe('call mum !high');
});

test.each([
  ['buy stamps tomorrow', true],
  ['remind me to call mum at 6', true],
  ['add milk to my shopping list', true],
  ['get soup and crackers', true],
  ['buy stamps and post the letter', false],
  ['delete milk', false],
  ['mark the second one as done', false],
  ['what is due today?', false],
  ['show my shopping list', false],
  ['buy milk, eggs, bread', false],
  ['undo', false],
  ['one\ntwo', false],
])('%s is one new task: %s', (text, isOne) => {
  expect(isOneNewTask(text)).toBe(isOne);
});

test.each([
  ['call mum tomorrow at 6', 'call mum', { due: '2026-11-19T18:00' }],
  ['remind me to buy stamps next week', 'buy stamps', { due: '2026-11-23' }],
  ['submit report by friday p1', 'submit report', { due: '2026-11-20', priority: 'high' }],
  ['dentist friday 3pm #health !high', 'dentist', { due: '2026-11-20T15:00', tags: ['health'], priority: 'high' }],
  ['call mum friday about the party at 5', 'call mum about the party', { due: '2026-11-20T17:00' }],
  ['buy tomorrow 9 eggs', 'buy 9 eggs', { due: '2026-11-19' }],
  ['team lunch friday', 'team lunch', { due: '2026-11-20' }],
  ['do laundry saturday morning', 'do laundry', { due: '2026-11-21T09:00' }],
  ['send the deck by end of the week', 'send the deck', { due: '2026-11-20' }],
  ['take bins out in 2 hours', 'take bins out', { due: '2026-11-18T12:00' }],
  ['pay invoice 3/12', 'pay invoice', { due: '2026-12-03' }],
  ['Monday: send invoice', 'send invoice', { due: '2026-11-23' }],
  ['finish essay before christmas', 'finish essay', { due: '2026-12-24' }],
  ['renew passport in december', 'renew passport', { due: '2026-12-01' }],
  ['urgent: fix the sink today', 'fix the sink', { due: '2026-11-18', priority: 'high' }],
  ['read "The Day After Tomorrow" on the 3rd', 'read "The Day After Tomorrow"', { due: '2026-12-03' }],
  ['buy milk on my shopping list', 'buy milk', { list: 'shopping' }],
  ['paint @Home high priority', 'paint', { list: 'Home', priority: 'high' }],
  ['pls add collect prescription wednesday', 'collect prescription', { due: '2026-11-25' }],
  ['add The 5th Wave to Films', 'The 5th Wave', { list: 'Films' }],
  ['add eggs', 'eggs', {}],
  ['put the slow cooker on at noon tomorrow', 'put the slow cooker on', { due: '2026-11-19T12:00' }],
  ['watch Match of the Day at half past ten tonight', 'watch Match of the Day', { due: '2026-11-18T22:30' }],
  ['read Tuesdays with Morrie before friday', 'read Tuesdays with Morrie', { due: '2026-11-19' }],
  ['walk the dog daily', 'walk the dog', { repeat: 'FREQ=DAILY', due: '2026-11-18' }],
  ['gym every mon, wed and fri at 7am', 'gym', { repeat: 'FREQ=WEEKLY;BYDAY=MO,WE,FR', due: '2026-11-20T07:00' }],
  ['pay rent on the 1st of every month', 'pay rent', { repeat: 'FREQ=MONTHLY;BYMONTHDAY=1', due: '2026-12-01' }],
  [
    'water plants every second tuesday at 6pm #green',
    'water plants',
    { repeat: 'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2', due: '2026-11-24T18:00', tags: ['green'] },
  ],
  ['water plants friday 6pm weekly', 'water plants', { repeat: 'FREQ=WEEKLY', due: '2026-11-20T18:00' }],
])('reads: %s', (text, title, expected) => {
  const { title: read, spans, ...fields } = parseQuickAdd(text, clock);
  expect({ title: read, ...fields }).toEqual({ title, tags: [], ...expected });
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
});

describe('any text', () => {
  it('keeps a title, takes spans that do not overlap, and never throws', () => {
    const words = fc.constantFrom(
      ...'buy milk friday tomorrow at 5 7pm every second tuesday #tag @list !high p1 "quoted friday" on the 3rd may march in 2 hours by next week urgent 3/12 may 5 , . :'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { title, due, spans } = parseQuickAdd(text, clock);
        expect(title === '').toBe(text.trim() === '');
        if (due !== undefined) expect(due.slice(0, 10) >= '2026-11-18').toBe(true);
        for (const [index, span] of spans.entries()) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  // Quadratic reading of so much would take minutes, and so meet the runner's own limit.
  it('is read in linear time, whatever its length', () => {
    for (const piece of ['a', '1 ', 'friday ', '"', '#', '!', 'every ', ' ', ', ', 'on my ', 'in 2 hours ', "'", '@']) {
      expect(parseQuickAdd(piece.repeat(200_000 / piece.length), clock)).toBeDefined();
    }
  });
});
