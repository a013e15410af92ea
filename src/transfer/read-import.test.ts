import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../tools/export-csv.ts';
import { writeICalendar } from '../tools/export-icalendar.ts';
import { writeJson } from '../tools/export-json.ts';
import { writeMarkdown } from '../tools/export-markdown.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { sampleWorld } from '../tools/sample-world.ts';
import type { Draft } from './draft.ts';
import { readImport } from './read-import.ts';
import superProductivity from './fixtures/super-productivity.json?raw';
import tickTick from './fixtures/ticktick.csv?raw';
import todoist from './fixtures/todoist.csv?raw';
import vikunja from './fixtures/vikunja.json?raw';
import calendar from './fixtures/calendar.ics?raw';

const { clock } = sampleWorld([]);
const context = { clock, fileName: 'House.csv' };

function read(text: string): Draft {
  const draft = readImport(text, context);
  if (!draft.ok) throw new Error(draft.message);
  return draft.value;
}
const codeOf = (text: string) => {
  const draft = readImport(text, context);
  return draft.ok ? 'read' : draft.code;
};
const titled = (draft: Draft, title: string) => draft.tasks.find((task) => task.title === title);
const notesOf = (draft: Draft) => draft.notes.map(({ line, code }) => [line, code]);

describe('Todoist', () => {
  const draft = read(todoist);
  it('is known by its columns, and names the list after the file', () => {
    expect(draft.format).toBe('todoist');
    expect(draft.lists).toEqual(['House']);
    expect(draft.tasks.map(({ title }) => title)).toEqual([
      'Paint the hall',
      'Buy primer',
      'Water the ferns',
      'Fix, then "seal" the tap',
      'Ring the plumber',
      '=HYPERLINK("http://bad.example")',
      'Celebrate',
    ]);
  });
  it('keeps labels, sections, priorities, steps and comments', () => {
    const hall = titled(draft, 'Paint the hall');
    expect(hall).toMatchObject({
      priority: 'high',
      tags: ['diy', 'weekend'],
      due: '2026-12-05',
      notes: 'Two coats\n\nAsk about colours',
    });
    expect(titled(draft, 'Buy primer')).toMatchObject({ parentId: hall?.id });
    expect(titled(draft, 'Fix, then "seal" the tap')).toMatchObject({ tags: ['Kitchen'], parentId: null });
  });
  it('reads dates in English words, and keeps the others in the notes', () => {
    expect(titled(draft, 'Water the ferns')).toMatchObject({ repeat: 'FREQ=WEEKLY;BYDAY=FR', due: '2026-11-27T08:00' });
    expect(titled(draft, 'Ring the plumber')).toMatchObject({ due: null, notes: 'morgen um neun' });
    expect(notesOf(draft)).toEqual([[9, 'date-in-notes']]);
  });
});

describe('TickTick', () => {
  const draft = read(tickTick);
  it('finds the header under the rows about the file', () => {
    expect(draft.format).toBe('ticktick');
    expect(draft.lists).toEqual(['Errands', 'Work']);
  });
  it('keeps days, moments, repetitions, reminders and steps', () => {
    expect(titled(draft, 'Collect the parcel')).toMatchObject({
      due: '2026-11-24',
      priority: 'high',
      tags: ['town', 'quick'],
      list: 'Errands',
    });
    expect(titled(draft, 'Send the invoice')).toMatchObject({
      due: '2026-11-30T09:00',
      reminder: '2026-11-30T08:30',
      repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    });
    const pack = titled(draft, 'Pack for Leeds');
    expect(pack).toMatchObject({ notes: 'Back on Sunday' });
    expect(titled(draft, 'Charger')).toMatchObject({ parentId: pack?.id, done: true });
    expect(titled(draft, 'Check the train')).toMatchObject({
      parentId: pack?.id,
      done: true,
      doneAt: '2026-11-20T17:05',
    });
  });
  it('says which line has a date that is none', () => {
    expect(notesOf(draft)).toEqual([[14, 'bad-date']]);
  });
});

describe('Super Productivity', () => {
  const draft = read(superProductivity);
  it('joins tasks, projects, tags, repetitions and the archive', () => {
    expect(draft.format).toBe('super-productivity');
    expect(titled(draft, 'Write the report')).toMatchObject({
      list: 'Office',
      tags: ['deep'],
      due: '2026-11-23T14:30',
      notes: 'For **Ana**',
      repeat: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    });
    expect(titled(draft, 'Collect figures')).toMatchObject({ parentId: 'sp-1', due: '2026-11-22' });
    expect(titled(draft, 'Old but done')).toMatchObject({ done: true, doneAt: '2026-11-19T12:00', list: null });
  });
});

describe('Vikunja', () => {
  const draft = read(vikunja);
  it('reads projects with their tasks, without the markup and the dates of the year 1', () => {
    expect(draft.format).toBe('vikunja');
    expect(draft.lists).toEqual(['Garden', 'Empty one']);
    const dig = titled(draft, 'Dig the pond');
    expect(dig).toMatchObject({
      notes: 'Line the edge\nUse <gravel> & sand',
      due: null,
      priority: 'high',
      tags: ['heavy'],
      list: 'Garden',
    });
    expect(titled(draft, 'Hire a digger')).toMatchObject({
      parentId: dig?.id,
      due: '2026-12-01T10:00',
      repeat: 'FREQ=WEEKLY',
      done: true,
    });
  });
});

describe('iCalendar', () => {
  const draft = read(calendar);
  it('reads each VTODO by itself', () => {
    expect(draft.format).toBe('icalendar');
    expect(titled(draft, 'Renew the passport, both')).toMatchObject({
      due: '2026-12-01',
      priority: 'high',
      tags: ['papers', 'travel'],
      notes: 'Photo\nForm',
      reminder: '2026-11-30T00:00',
    });
    expect(titled(draft, 'Call Lisbon')).toMatchObject({ due: '2026-11-25T09:00', repeat: 'FREQ=WEEKLY;BYDAY=WE' });
    expect(titled(draft, 'Standing order')).toMatchObject({
      due: '2026-11-28T18:00',
      done: true,
      doneAt: '2026-11-20T08:15',
    });
  });
  it('says what else was in the file', () => {
    expect(draft.notes.map(({ code }) => code)).toEqual(['not-a-task', 'no-title', 'not-readable']);
  });
  it('keeps the whole ones of a file that is cut off', () => {
    const cut = read(calendar.slice(0, calendar.indexOf('Call Lisbon')));
    expect(cut.tasks).toHaveLength(1);
    expect(cut.notes.at(-1)).toMatchObject({ code: 'cut-off', kind: 'skipped' });
  });
});

describe('what this app writes', () => {
  const list = sampleList('g', 'Garden');
  const full = sampleTask('full', {
    title: 'Water, feed; (and) "prune" #1',
    notes: 'first\nsecond',
    due: '2026-11-27T18:00',
    priority: 'high',
    tags: ['home', 'two words'],
    listId: 'g',
    repeat: 'FREQ=WEEKLY;BYDAY=FR,SA',
    reminder: '2026-11-27T17:30',
  });
  const step = sampleTask('step', {
    title: '=fetch (the can)',
    parentId: 'full',
    listId: 'g',
    done: true,
    doneAt: '2026-11-20T12:00',
  });
  const world = sampleWorld([full, step], [list]);
  it.each([
    ['errand-json', writeJson(world)],
    ['errand-csv', writeCsv(world)],
    ['icalendar', writeICalendar(world)],
    ['markdown', writeMarkdown(world)],
  ] as const)('comes back as it was: %s', (format, text) => {
    const draft = read(text);
    expect(draft.format).toBe(format);
    const [first, second] = draft.tasks;
    const { title, notes, due, priority, tags, repeat, reminder } = full;
    expect(first).toMatchObject({ title, notes, due, priority, tags, repeat, reminder, done: false });
    expect(second).toMatchObject({ title: step.title, done: true, parentId: first?.id });
    // A calendar has no lists.
    if (format !== 'icalendar') expect(first?.list).toBe('Garden');
    expect(draft.notes).toEqual([]);
  });
});

describe('what is not what it says', () => {
  it.each([
    ['', 'empty_file'],
    [' \n\n', 'empty_file'],
    ['{"tasks": [{"title": "a"', 'cut_off'],
    ['{"hello": 1}', 'not_recognised'],
    ['just some words', 'not_recognised'],
    ['a,b,c\n1,2,3\n', 'not_recognised'],
    ['PNG\0\0\0IHDR', 'not_text'],
    ['BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:half', 'cut_off'],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'no_tasks'],
    ['title\n', 'no_tasks'],
    ['[]', 'not_recognised'],
    ['{"tasks": 5}', 'not_recognised'],
  ])('%j is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
  it('takes no more than one import may hold, and says so', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `Task ${String(index)}`);
    expect(codeOf(['title', ...rows].join('\n'))).toBe('too_many');
  });
  it('keeps scripts and formulas as the plain words they are', () => {
    const draft = read('title,due\n<script>alert(1)</script>,2026-02-30\n"\'=1+1",\n\u202Eright\u0007,\n');
    expect(draft.tasks.map(({ title, due }) => [title, due])).toEqual([
      ['<script>alert(1)</script>', null],
      ['=1+1', null],
      ['right', null],
    ]);
    expect(notesOf(draft)).toEqual([[2, 'bad-date']]);
  });
  it('says where a table is cut off', () => {
    expect(notesOf(read('title,notes\nwhole,yes\nhalf,"this ends'))).toEqual([[3, 'cut-off']]);
    expect(notesOf(read('title,due,notes\na,,x\nb'))).toEqual([[3, 'short-row']]);
  });
  it('never throws, whatever it is given', () => {
    const heads = [
      '',
      '[',
      '{"task":{"entities":{',
      'TYPE,CONTENT\n',
      'BEGIN:VCALENDAR\nBEGIN:VTODO\n',
      '- [ ] ',
      'title\n',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...heads, todoist, tickTick, vikunja, superProductivity, calendar),
        fc.string(),
        fc.nat(4000),
        (head, tail, at) => {
          readImport(head.slice(0, at) + tail + head.slice(at), context);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        for (const wrapped of [
          json,
          `{"tasks":[${json}]}`,
          `{"task":{"entities":{"a":${json}}}}`,
          `[{"title":"p","tasks":[${json}]}]`,
        ]) {
          readImport(wrapped, context);
        }
      }),
      { numRuns: 300 },
    );
  });
});
