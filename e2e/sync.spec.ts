import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { addByHand, expect, openApp, openPlace, test } from './built-app.ts';

type Socket = { terminate(): void; on(event: 'message', heard: (data: ArrayBuffer) => void): void };
type SocketServer = {
  clients: Set<Socket>;
  on(event: 'connection', heard: (socket: Socket, request: IncomingMessage) => void): void;
};
const require = createRequire(import.meta.url);
const { Server: Sockets } = require('ws') as { Server: new (options: { server: Server }) => SocketServer };
const { setupWSConnection } = require('@y/websocket-server/utils') as {
  setupWSConnection: (socket: Socket, request: IncomingMessage) => void;
};

async function startServer(): Promise<{ url: string; heard: () => string; close: () => void }> {
  const server = createServer();
  const sockets = new Sockets({ server });
  let heard = '';
  sockets.on('connection', (socket, request) => {
    setupWSConnection(socket, request);
    socket.on('message', (data) => (heard += Buffer.from(data).toString('latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    heard: () => heard,
    close: () => {
      for (const client of sockets.clients) client.terminate();
      server.close();
    },
  };
}

async function useServer(page: Page, url: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
  await page.getByRole('link', { name: 'In and out' }).click();
  await page.getByLabel('Passphrase').fill('correct horse battery');
  await page.getByLabel('Address of your server').fill(url);
  await page.getByRole('button', { name: 'Use the server' }).click();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(page.getByText(`In touch with ${url}.`)).toBeVisible();
}

test('two browsers meet on a server of the person’s own, which reads nothing', async ({ page, server, browser }) => {
  const meeting = await startServer();
  await openApp(page, server);
  await addByHand(page, 'buy stamps');
  await useServer(page, meeting.url);
  const context = await browser.newContext();
  const other = await context.newPage();
  await openApp(other, server);
  await useServer(other, meeting.url);
  await openPlace(other, 'All');
  await expect(other.getByText('buy stamps', { exact: true })).toBeVisible();
  await addByHand(other, 'water the ferns');
  await openPlace(page, 'All');
  await expect(page.getByText('water the ferns', { exact: true })).toBeVisible();
  expect(meeting.heard()).not.toContain('stamps');

  // Gone and back: both go on by themselves, and meet again.
  await context.setOffline(true);
  await addByHand(other, 'while away');
  await context.setOffline(false);
  await expect(page.getByText('while away', { exact: true })).toBeVisible({ timeout: 60_000 });
  meeting.close();
  await addByHand(page, 'alone');
  await expect(page.getByText('alone', { exact: true }).first()).toBeVisible();
  await context.close();
});

test('a page that was told of no server cannot reach one', async ({ page, server }) => {
  await openApp(page, server);
  const refused = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        document.addEventListener('securitypolicyviolation', () => {
          resolve(true);
        });
        try {
          new WebSocket('ws://127.0.0.1:9/');
        } catch {
          resolve(true);
        }
        setTimeout(() => {
          resolve(false);
        }, 3000);
      }),
  );
  expect(refused).toBe(true);
});
