import { expect, openApp, runCard, say, test, waitForModel } from './built-app.ts';
import { startProgram, useProgram } from './chat-program.ts';

const topUp = [
  'details = apis.supervisor.show_passwords(app_name="wallet")',
  'token = apis.wallet.login(**details)["access_token"]',
  'card = apis.wallet.show_cards(access_token=token)["rows"][0]',
  'apis.wallet.add_balance(amount=5, card_id=card["id"], access_token=token)',
].join('\n');
const steps = [
  { thought: 'First I look around.', action: 'print(apis.api_docs.show_app_descriptions())' },
  { thought: 'Some money would be good.', action: topUp },
  { thought: 'Then not.', action: 'apis.supervisor.complete_task()' },
];

function answerTo(body: string): object {
  const { messages, response_format: held } = JSON.parse(body) as {
    messages: { role: string }[];
    response_format: { json_schema: { schema: { properties?: object } } };
  };
  const fields = Object.keys(held.json_schema.schema.properties ?? {});
  if (fields.includes('safe')) return { happened: 'It ran.', met: false, missing: 'the rest', safe: true };
  const taken = messages.filter(({ role }) => role === 'assistant').length;
  if (fields.includes('action')) return steps[taken] ?? {};
  return taken === 0
    ? { analysis: 'One task.', calls: [{ tool: 'add_task', args: { title: 'buy stamps' } }] }
    : { final: 'It is on your list.' };
}

test.setTimeout(240_000);

test('a program on this machine answers sentences, and acts in the Sandbox as a critic and an actor', async ({
  page,
  server,
}) => {
  const program = await startProgram(answerTo);
  await openApp(page, server);
  await waitForModel(page);
  await useProgram(page, program.url);

  await page.evaluate(() => (location.hash = '#inbox'));
  await say(page, 'buy stamps please');
  await expect(runCard(page)).toContainText('buy stamps');

  await page.evaluate(() => (location.hash = '#page/sandbox'));
  await page.getByRole('combobox', { name: 'Agent', exact: true }).first().selectOption('language-model');
  await page.getByRole('button', { name: 'Start' }).click();
  const question = page.getByRole('group', { name: 'Money would move. Is that right?' });
  await expect(question).toContainText('is not in what you asked for', { timeout: 120_000 });
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText('Nothing changed.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('First I look around.')).toBeVisible();
  await expect(page.getByText('It ran. Missing: the rest').first()).toBeVisible();

  // A model that thinks for ever is stopped like anything else.
  program.hang = true;
  const before = program.asked.length;
  await page.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => program.asked.length, { timeout: 60_000 }).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await expect(page.getByText('It was stopped.')).toBeVisible({ timeout: 60_000 });
  program.close();
});
