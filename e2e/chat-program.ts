import { createServer, type Server, type ServerResponse } from 'node:http';
import { expect, type Page } from '@playwright/test';

/** A program on this machine that speaks OpenAI's chat interface; its words are the test’s, by what it is asked for. */
export type Program = { url: string; asked: string[]; hang: boolean; close: () => void };

export async function startProgram(answerTo: (body: string) => object): Promise<Program> {
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

/** Makes it the engine that answers; the page is loaded anew for that. */
export async function useProgram(page: Page, url: string): Promise<void> {
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
