import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { applyOperations, invertOperations, operationsFit } from '../core/operation.ts';
import { editText, textEdits } from '../core/testing/edit-text.ts';
import { randomRuns } from '../core/testing/random-runs.ts';
import { inboxId, type TaskState } from '../core/task.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { sampleWorld } from '../tools/sample-world.ts';
import calendar from './fixtures/calendar.ics?raw';
import superProductivity from './fixtures/super-productivity.json?raw';
import tickTick from './fixtures/ticktick.csv?raw';
import todoist from './fixtures/todoist.csv?raw';
import vikunja from './fixtures/vikunja.json?raw';
import { planImport } from './plan-import.ts';
import { readImport } from './read-import.ts';
import { readStateFile, writeStateFile } from './state-file.ts';
import { listSchema, taskSchema } from './state-schema.ts';

const world = sampleWorld([sampleTask('w', { title: 'Weed', listId: 'g' })], [sampleList('g', 'Garden')]);
const state = {
  tasks: [...world.state.tasks.values()],
  lists: [...world.state.lists.values()],
  runs: [],
  settings: [{ key: 'care', value: 'middle' }],
};
const files = {
  'our state file': writeStateFile(state, '2026-11-21T10:00:00.000Z'),
  'our CSV': 'id,title,list,due,priority,parent\n1,Weed,Garden,2026-12-01,high,\n2,Rake,garden,2026-12-01T09:00,,1\n',
  Markdown: '# Garden\n- [ ] Weed (due 2026-12-01)\n  - [x] Rake\n# Shop\n- [ ] Milk #food\n',
  iCalendar: calendar,
  Todoist: todoist,
  TickTick: tickTick,
  'Super Productivity': superProductivity,
  Vikunja: vikunja,
};
const pieces = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r\n',
    '\t',
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    '-1',
    '1e999',
    '\\',
    '\\u0000',
    '\ufeff',
  ],
  ...[
    '\u0000',
    '\ud800',
    '\u202e',
    '__proto__',
    '{"__proto__":{"done":true}}',
    '<img src=x onerror=alert(1)>',
    '9999999999999999',
  ],
  ...[
    'BEGIN:VTODO\n',
    'END:VTODO\n',
    'END:VCALENDAR\n',
    'RRULE:FREQ=SECONDLY;COUNT=9999999\n',
    'DUE:99999999T999999Z\n',
  ],
  ...['+010000-01-01', '2026-02-31', '=HYPERLINK("x")', 'task,', 'TYPE,CONTENT\n', '- [ ] ', '        - [ ] '],
];

describe.each(Object.entries(files))('a damaged file of %s', (name, file) => {
  it('is read into whole tasks or refused with a sentence, and never throws', () => {
    let accepted = 0;
    fc.assert(
      fc.property(textEdits(pieces, file.length), fc.boolean(), (edits, skipPresent) => {
        const text = edits.reduce(editText, file);
        const draft = readImport(text, { clock: world.clock, fileName: 'a file' });
        if (!draft.ok) {
          expect(draft.message).toMatch(/\S+ \S+.*[.?!]$/su);
          return;
        }
        accepted += 1;
        const { planned } = planImport(draft.value, { fileName: 'a file', skipPresent }, world);
        expect(operationsFit(world.state, planned.operations)).toBe(true);
        const after = applyOperations(world.state, planned.operations);
        expectWhole(after);
        expect(applyOperations(after, invertOperations(planned.operations))).toEqual(world.state);
      }),
      randomRuns(`damaged files, ${name}`, { quick: 100, long: 1000 }),
    );
    // A share is still read, or the test would only show that rubbish is refused.
    expect(accepted).toBeGreaterThan(0);
  });
});

it('takes a damaged state file whole or not at all', () => {
  const file = files['our state file'];
  fc.assert(
    fc.property(textEdits(pieces, file.length), (edits) => {
      const read = readStateFile(edits.reduce(editText, file));
      if (!read.ok) expect(read.message).not.toBe('');
      else expectWhole({ tasks: byId(read.value.state.tasks), lists: byId(read.value.state.lists) });
    }),
    randomRuns('damaged state files', { quick: 200, long: 1000 }),
  );
});

/** Each task is one that the store may hold, in a list that is there, and under a task that leads to the top. */
function expectWhole({ tasks, lists }: TaskState): void {
  for (const list of lists.values()) expect(v.safeParse(listSchema, list).issues).toBeUndefined();
  for (const task of tasks.values()) {
    expect(v.safeParse(taskSchema, task).issues).toBeUndefined();
    expect(task.listId === inboxId || lists.has(task.listId)).toBe(true);
    const above = new Set<string>();
    for (let at = task.parentId; at !== null; at = tasks.get(at)?.parentId ?? null) {
      expect(tasks.has(at) && !above.has(at)).toBe(true);
      above.add(at);
    }
  }
}

function byId<Entity extends { id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}
