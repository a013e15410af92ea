import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, openApp, runCard, say, test, waitForModel } from './built-app.ts';

/** A program on this machine that speaks OpenAI's chat interface; its words are written here, by what it is asked for. */
type Program = { url: string; asked: string[]; hang: boolean; close: () => void };

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

async function startProgram(): Promise<Program> {
  const program: Program = { url: '', asked: [], hang: false, close: () => undefined };
  const server: Server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.url?.endsWith('/models') === true) return void send(response, { data: [{ id: 'scripted' }] });
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      program.asked.push(body);
      if (!program.hang) send(response, { choices: [{ message: { content: JSON.stringify(answerTo(body)) } }] });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  program.url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/v1`;
  program.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return program;
}

function send(response: ServerResponse, answer: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

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

async function useProgram(page: Page, url: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
  await page.evaluate(() => (location.hash = '#page/models'));
  const local = page.getByRole('form', { name: 'A server on this machine' });
  await local.getByLabel('Address').fill(url);
  await local.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'Reload now' }).click();
  const card = page.getByRole('article', { name: 'A server on this machine', exact: true });
  await card.getByRole('button', { name: 'Use this one' }).click();
  await expect(card).toContainText('Answers now', { timeout: 60_000 });
}

test.setTimeout(240_000);

test('a program on this machine answers sentences, and acts in the Sandbox as a critic and an actor', async ({
  page,
  server,
}) => {
  const program = await startProgram();
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
