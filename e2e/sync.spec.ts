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

const tick = (page: Page, title: string) => page.getByRole('checkbox', { name: `Complete “${title}”` });

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

/** A folder of the browser's own storage stands for one that the person picks, and the test for what carries its files between two computers. */
async function useFolder(page: Page, permission: 'granted' | 'prompt' = 'granted'): Promise<void> {
  await page.addInitScript((asked) => {
    let answer = asked;
    const proto = FileSystemDirectoryHandle.prototype as unknown as Record<string, unknown>;
    proto['queryPermission'] = () => Promise.resolve(answer);
    proto['requestPermission'] = () => Promise.resolve((answer = 'granted'));
    (globalThis as Record<string, unknown>)['showDirectoryPicker'] = async () => {
      answer = 'granted';
      return (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true });
    };
  }, permission);
}

async function pickFolder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'In and out' }).click();
  await page.getByLabel('Passphrase').fill('correct horse battery');
  await page.getByRole('button', { name: 'Use a folder…' }).click();
  await expect(page.getByText('In touch with shared.')).toBeVisible();
}

/** The name of the file that a device writes, read before any other's is there. */
async function ownFile(page: Page): Promise<string> {
  const names = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('shared');
      const found: string[] = [];
      for await (const name of folder.keys()) found.push(name);
      return found.filter((name) => name.endsWith('.sync'));
    });
  await expect.poll(names).toHaveLength(1);
  return (await names())[0] ?? '';
}

/** What a synced folder does: one device's file as the other sees it. Its content, as text. */
async function carry(name: string, from: Page, to: Page): Promise<string> {
  const bytes = await from.evaluate(async (wanted) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('shared');
    const file = await (await folder.getFileHandle(wanted)).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  }, name);
  await to.evaluate(
    async ([wanted, content]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('shared');
      const file = await (await folder.getFileHandle(wanted, { create: true })).createWritable();
      await file.write(new Uint8Array(content));
      await file.close();
    },
    [name, bytes] as const,
  );
  return Buffer.from(bytes).toString('latin1');
}

test('two browsers meet in a folder; a task deleted here and changed there is asked about, and comes back', async ({
  page,
  server,
  browser,
}) => {
  const context = await browser.newContext();
  const other = await context.newPage();
  for (const one of [page, other]) {
    await useFolder(one);
    await openApp(one, server);
  }
  await addByHand(page, 'buy stamps');
  await pickFolder(page);
  await pickFolder(other);
  const [mine, theirs] = [await ownFile(page), await ownFile(other)];
  const bothWays = async () => (await carry(mine, page, other)) + (await carry(theirs, other, page));
  await openPlace(other, 'All');
  await expect(async () => {
    await bothWays();
    await expect(other.getByText('buy stamps', { exact: true })).toBeVisible({ timeout: 8000 });
  }).toPass({ timeout: 90_000 });
  expect(await bothWays()).not.toContain('stamps');

  // Apart: one deletes it, the other renames it. Then they meet.
  await openPlace(page, 'All');
  await page.getByRole('button', { name: 'Delete “buy stamps”' }).click();
  await expect(tick(page, 'buy stamps')).toHaveCount(0);
  await tick(other, 'buy stamps').press('e');
  const title = other.getByRole('dialog').getByLabel('Title');
  await title.fill('buy ten stamps');
  await title.press('Enter');
  await other.keyboard.press('Escape');
  await expect(tick(other, 'buy ten stamps')).toBeVisible();
  await page.getByRole('link', { name: 'In and out' }).click();
  await expect(async () => {
    await bothWays();
    await expect(page.getByRole('button', { name: 'Bring it back' })).toBeVisible({ timeout: 8000 });
  }).toPass({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await openPlace(page, 'All');
  await expect(tick(page, 'buy ten stamps')).toBeVisible();
  await context.close();
});

test('a folder that fell asleep is woken with one click', async ({ page, server }) => {
  await useFolder(page, 'prompt');
  await openApp(page, server);
  await pickFolder(page);
  await page.reload();
  await expect(page.getByText('The browser asks again before it opens the folder shared.')).toBeVisible();
  await page.getByRole('button', { name: 'Allow it again' }).click();
  await expect(page.getByText('In touch with shared.')).toBeVisible();
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
