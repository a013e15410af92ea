import { readFileSync } from 'node:fs';
import type { CorrectionRow } from '../src/automation/ask-row.ts';
import type { Automation } from '../src/automation/automation.ts';
import { scoreRow } from '../src/proof/score-agent.ts';
import * as v from 'valibot';
import { answerRowSchema, evaluationRowSchema } from '../src/proof/evaluation-row.ts';
import { commandField, expect, openApp, runCard, sayAndAgree, test, waitForModel } from './built-app.ts';

declare global {
  var errandAutomation: Automation;
}

const options = {
  now: '2026-11-21T10:00',
  zone: 'Europe/London',
  locale: 'en-GB',
  engine: 'errand-agent',
  device: 'wasm',
  guard: true,
} as const;

type Said = { text: string; expect: unknown };
type Row = CorrectionRow & Said & { id: string; paraphrases: Said[] };

function readRows<Kind>(name: string): Kind[] {
  return readFileSync(new URL(`../training/agent/data/hand/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Kind);
}

test('what was put right is read that way the next time, its paraphrases too, and nothing else is', async ({
  page,
  server,
}) => {
  const whole = process.env['ERRAND_LONG'] === '1';
  test.setTimeout(whole ? 3_600_000 : 900_000);
  const rows = readRows<Row>('corrections');
  expect(rows.length).toBeGreaterThanOrEqual(30);
  await page.goto(`${server.url}#automation`);
  await page.waitForFunction(() => 'errandAutomation' in globalThis);
  const started = await page.evaluate(
    ([given, corrections]) => globalThis.errandAutomation.start({ ...given, corrections }),
    [options, rows] as const,
  );
  expect(started).toMatchObject({ ok: true });
  const ask = (row: { id: string; turns: string[] }) =>
    page.evaluate((given) => globalThis.errandAutomation.ask({ tasks: [], lists: [], ...given }), row);
  const isRight = async ({ id, tasks, lists }: Row, said: Said): Promise<boolean> => {
    const row = { id, kind: 'single', tasks, lists, turns: [said.text], expect: [said.expect] };
    const answer = v.parse(answerRowSchema, await ask(row));
    return scoreRow(v.parse(evaluationRowSchema, row), answer).every(({ exact }) => exact);
  };

  const wrong: string[] = [];
  const missed: string[] = [];
  // A reduced run takes each third, which can still fail.
  const asked = rows.filter((_, place) => whole || place % 3 === 0);
  for (const row of asked) {
    if (!(await isRight(row, row))) wrong.push(row.text);
    for (const said of row.paraphrases) if (!(await isRight(row, said))) missed.push(said.text);
  }
  console.log(`${String(missed.length)} of ${String(asked.length * 3)} paraphrases missed: ${missed.join(' · ')}`);
  expect(wrong, 'the corrected sentences themselves').toEqual([]);
  // 15 of 102 when this was written (training/RESULTS.md).
  expect(missed.length).toBeLessThanOrEqual(Math.ceil(asked.length * 3 * 0.2));

  const changed: string[] = [];
  const dev = readRows<{ id: string; turns: string[] }>('dev').filter((_, place) => whole || place % 12 === 2);
  for (const row of dev) {
    const { turns } = await ask(row);
    changed.push(
      ...turns.flatMap(({ corrected }) => (corrected === undefined ? [] : [`${row.id}: ${corrected.text}`])),
    );
  }
  expect(changed, 'rows of the dev half that a correction reached').toEqual([]);
});

test('a person takes back what was misread and says it another way; it is noted, used, shown and forgotten', async ({
  page,
  server,
}) => {
  await openApp(page, server);
  await waitForModel(page);
  await sayAndAgree(page, 'mission: clean the oven');
  await runCard(page).getByRole('button', { name: 'Not what I meant' }).click();
  await expect(commandField(page)).toHaveValue('mission: clean the oven');
  await sayAndAgree(page, 'add clean the oven with high priority');
  await expect(runCard(page)).toContainText('Noted: this is what “mission: clean the oven” means.');

  await sayAndAgree(page, 'mission: descale the kettle');
  await expect(runCard(page)).toContainText('Added “descale the kettle”');
  await runCard(page).getByRole('button', { name: 'How it got there' }).click();
  await expect(page.getByText('Your correction')).toBeVisible();
  await page.keyboard.press('Escape');
  await runCard(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('checkbox', { name: 'descale the kettle' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Settings' }).click();
  const kept = page.getByRole('region', { name: 'What you put right' });
  await expect(kept).toContainText('mission: clean the oven');
  const download = page.waitForEvent('download');
  await kept.getByRole('button', { name: 'Save as a file' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ text: 'mission: clean the oven', source: 'correction' });
  await kept.getByRole('button', { name: 'Forget “mission: clean the oven”' }).click();
  await expect(kept).toContainText('Nothing yet.');
});
