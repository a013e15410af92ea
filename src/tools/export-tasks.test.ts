import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormats, type ExportFormat } from '../core/plan.ts';
import type { Task } from '../core/task.ts';
import { exportTasks } from './export-tasks.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { planOf, sampleWorld } from './sample-world.ts';

function exported(format: ExportFormat, tasks: readonly Task[], lists = [sampleList('g', 'Garden')]): string {
  const { result } = planOf(exportTasks, { format }, sampleWorld(tasks, lists));
  return result.kind === 'exported' ? result.content : '';
}

const full = sampleTask('full', {
  title: 'Water, feed; "prune"',
  notes: 'first\nsecond',
  due: '2026-11-27T18:00',
  priority: 'high',
  tags: ['home', 'green'],
  listId: 'g',
  repeat: 'FREQ=WEEKLY;BYDAY=FR',
  reminder: '2026-06-27T17:30',
});
const child = sampleTask('child', {
  title: 'Fetch can',
  parentId: 'full',
  listId: 'g',
  done: true,
  doneAt: '2026-11-20T12:00',
});
const rtl = 'קנה חלב \u202Eevil\u202C';
const hostile = [
  '=HYPERLINK("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1+1',
  '\t=1',
  '＝1',
  'a,b',
  'say "hi"',
  'one\r\ntwo\nthree',
  '🧑‍🚀 launch',
  rtl,
];

/** Any characters at all, many of them rare, among them control characters and half surrogates. */
const anyTitle = fc.oneof(
  fc.constantFrom(...hostile),
  fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff)), { maxLength: 120 }).map((codes) => String.fromCodePoint(...codes)),
);

it('leaves the trash out and names the file by day', () => {
  const world = sampleWorld([full, sampleTask('gone', { deletedAt: '2026-11-01T08:00' })]);
  for (const format of exportFormats) {
    expect(planOf(exportTasks, { format }, world).result).toMatchObject({
      taskCount: 1,
      fileName: `errand-2026-11-21.${format}`,
    });
    expect(exported(format, [...world.state.tasks.values()])).not.toContain('gone');
  }
});

describe('JSON', () => {
  it('has the one shape of a task', () => {
    const { lists, tasks } = JSON.parse(exported('json', [full, child])) as { lists: unknown; tasks: unknown[] };
    expect(lists).toEqual(['Garden']);
    expect(tasks).toEqual([
      {
        id: 'full',
        title: full.title,
        done: false,
        due: full.due,
        list: 'Garden',
        priority: 'high',
        tags: ['home', 'green'],
        notes: full.notes,
        repeat: full.repeat,
        reminder: full.reminder,
      },
      { id: 'child', title: 'Fetch can', done: true, list: 'Garden', parent: 'full' },
    ]);
  });
});

/** A plain reader of RFC 4180, as another program would be. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('CSV', () => {
  it('has a header and a row a task', () => {
    const [header, row] = parseCsv(exported('csv', [full]));
    expect(header).toEqual([
      'id',
      'title',
      'done',
      'due',
      'list',
      'priority',
      'tags',
      'notes',
      'repeat',
      'reminder',
      'parent',
    ]);
    expect(row).toEqual([
      'full',
      full.title,
      'false',
      full.due,
      'Garden',
      'high',
      'home, green',
      full.notes,
      full.repeat,
      full.reminder,
      '',
    ]);
  });
  it('gives no cell to a spreadsheet that it would run', () => {
    const titles = parseCsv(
      exported(
        'csv',
        hostile.map((title, index) => sampleTask(`t${index}`, { title })),
      ),
    )
      .slice(1)
      .map((row) => row[1] ?? '');
    expect(titles.map((title) => title.replace(/^'/u, ''))).toEqual(hostile);
    expect(titles.filter((title) => title.startsWith("'"))).toHaveLength(7);
  });
  it('reads back whatever the title', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const cell = parseCsv(exported('csv', [sampleTask('a', { title })]))[1]?.[1] ?? '';
        return (cell === title || cell === `'${title}`) && !/^\s*[=+\-@]/u.test(cell);
      }),
    );
  });
});

describe('iCalendar', () => {
  const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
  it('writes a VTODO with rule and alarm', () => {
    expect(unfold(exported('ics', [full]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Errand//Errand//EN',
      'BEGIN:VTODO',
      'UID:full',
      'DTSTAMP:20261121T100000Z',
      'CREATED:20261101T080000Z',
      'SUMMARY:Water\\, feed\\; "prune"',
      'DESCRIPTION:first\\nsecond',
      'DTSTART:20261127T180000',
      'DUE:20261127T180000',
      'RRULE:FREQ=WEEKLY;BYDAY=FR',
      'PRIORITY:1',
      'CATEGORIES:home,green',
      'STATUS:NEEDS-ACTION',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Water\\, feed\\; "prune"',
      // Summer time in London.
      'TRIGGER;VALUE=DATE-TIME:20260627T163000Z',
      'END:VALARM',
      'END:VTODO',
      'END:VCALENDAR',
      '',
    ]);
  });
  it('writes days, subtasks and what is done', () => {
    const lines = unfold(exported('ics', [sampleTask('a', { due: '2026-11-27' }), { ...child, parentId: 'a' }]));
    expect(lines).toEqual(
      expect.arrayContaining([
        'DUE;VALUE=DATE:20261127',
        'RELATED-TO:a',
        'STATUS:COMPLETED',
        'COMPLETED:20261120T120000Z',
      ]),
    );
  });
  it('lets nothing out of its line, and no line grow past 75 bytes', () => {
    fc.assert(
      fc.property(anyTitle, (said) => {
        const title = `${said}\nEND:VTODO\r\nBEGIN:VALARM`;
        const text = exported('ics', [
          sampleTask('a', { title, notes: title, tags: [title], repeat: 'FREQ=DAILY\r\nEND:VTODO', due: '2026-11-21' }),
        ]);
        const lines = text.split('\r\n');
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
        expect(unfold(text).filter((line) => /^(BEGIN|END):/u.test(line))).toEqual([
          'BEGIN:VCALENDAR',
          'BEGIN:VTODO',
          'END:VTODO',
          'END:VCALENDAR',
        ]);
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/u);
      }),
    );
  });
});

describe('Markdown', () => {
  it('is a checklist with subtasks under their task', () => {
    expect(exported('md', [full, child, sampleTask('in', { title: 'Loose end' })])).toBe(
      [
        '# Tasks',
        '',
        '## Inbox',
        '',
        '- [ ] Loose end',
        '',
        '## Garden',
        '',
        '- [ ] Water, feed; "prune" (due 2026-11-27 18:00, high priority, repeats FREQ=WEEKLY;BYDAY=FR, reminder 2026-06-27 17:30) \\#home \\#green',
        '',
        '  first',
        '  second',
        '  - [x] Fetch can',
        '',
      ].join('\n'),
    );
  });
  it.each([
    ['# no heading\n- [x] no item', '\\# no heading - \\[x\\] no item'],
    ['<img src=x onerror=1> [a](javascript:1)', '\\<img src=x onerror=1\\> \\[a\\](javascript:1)'],
    ['**bold** _it_ `code` | ~x~', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\| \\~x\\~'],
    ['1. not a list', '1\\. not a list'],
    [rtl, rtl],
  ])('keeps %j on one line, as text', (title, line) => {
    expect(exported('md', [sampleTask('a', { title })]).split('\n')[4]).toBe(`- [ ] ${line}`);
  });
});
