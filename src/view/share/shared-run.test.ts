import { describe, expect, it } from 'vitest';
import { viewRun } from '../../core/run-view.ts';
import { isSharedHash } from './shared-hash.ts';
import { personalTexts, readSharedLink, runHash, sharedOf, tryHash, type SharedRun } from './shared-run.ts';

const run: SharedRun = {
  version: 1,
  text: 'ring Zoë – “tomorrow” 🥛',
  engine: 'errand-agent',
  raw: '<analysis>\nOne task.\n</analysis>\n<action>\nadd_task(title="ring Zoë")\n</action>',
  calls: [{ tool: 'add_task', args: { title: 'ring Zoë', tags: ['family'], due: null, list: 'Home' } }],
  verdict: 'allow',
  final: 'Added “ring Zoë”.',
};

describe('a link', () => {
  it('carries a run whole, in signs that an address may have', () => {
    const hash = runHash(run);
    expect(hash).toMatch(/^#run=[\w-]+$/u);
    expect(readSharedLink(hash)).toEqual({ ok: true, value: { kind: 'run', run } });
  });

  it('carries a sentence in one line', () => {
    const read = readSharedLink(tryHash('add milk\n\u0000and #eggs & 100 % rye'));
    expect(read).toEqual({ ok: true, value: { kind: 'try', text: 'add milk and #eggs & 100 % rye' } });
  });

  it.each([
    '#try=',
    '#try=%',
    '#try=%20%0a',
    `#try=${'x'.repeat(2001)}`,
    '#run=',
    '#run=!!!',
    `#run=${btoa('{"version":1}')}`,
    `#run=${btoa(JSON.stringify({ ...run, text: 'x', raw: '', final: '', calls: [], more: 1 }))}`,
    `#run=${btoa('\u00ff\u00fe')}`,
    `${runHash(run).slice(0, -7)}`,
    `#run=${'A'.repeat(70_000)}`,
    '#today',
  ])('that is damaged is told: %s', (hash) => {
    expect(readSharedLink(hash)).toMatchObject({ ok: false, code: 'bad_link' });
  });

  it('is told from the app’s own addresses', () => {
    expect(['#today', '#page/lab', '#tag/try', '', '#trying'].filter(isSharedHash)).toEqual([]);
    expect(['#try=a', '#run='].every(isSharedHash)).toBe(true);
  });
});

it('names every text of the person’s that a run would carry', () => {
  expect(personalTexts(run)).toEqual([run.text, 'ring Zoë', 'family', 'Home', run.final]);
});

it('is made of a run that is shown, and of none that says nothing', () => {
  const made = sharedOf(
    viewRun([
      {
        type: 'submitted',
        runId: 'r',
        at: '2026-11-21T10:00',
        text: 'clear it',
        origin: 'typed',
        engine: 'errand-agent',
      },
      { type: 'understood', analysis: 'A.', calls: [{ tool: 'delete_tasks', args: { filter: { due: 'today' } } }] },
      { type: 'finished', final: 'Gone.', timings: { engineMs: 1, guardMs: 1, totalMs: 2 } },
    ]),
  );
  expect(made?.calls).toEqual([{ tool: 'delete_tasks', args: { filter: '{"due":"today"}' } }]);
  expect(sharedOf(viewRun([]))).toBeNull();
});
