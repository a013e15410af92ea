import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import type { Operation } from '../core/operation.ts';
import type { Task } from '../core/task.ts';
import { openStore, type Store } from '../store/repository.ts';
import { makeSecret, sealWith, type Seal } from './encryption.ts';
import { guardedSocket, openServer } from './server-transport.ts';
import { startSync, type SyncSession, type SyncStatus } from './sync-session.ts';
import { sampleTask } from '../core/testing/sample-task.ts';

/** The server's package and its sockets; they bring no types, and its ES modules want a database that is not installed here. */
type NodeSocket = {
  send(data: unknown): void;
  on(event: 'message', heard: (data: Buffer) => void): void;
  terminate(): void;
};
type SocketServer = {
  clients: Set<NodeSocket>;
  on(event: 'connection', heard: (socket: NodeSocket, request: IncomingMessage) => void): void;
};
const require = createRequire(import.meta.url);
const NodeWebSocket = require('ws') as typeof WebSocket & { Server: new (options: { server: Server }) => SocketServer };
const { setupWSConnection } = require('@y/websocket-server/utils') as {
  setupWSConnection: (socket: NodeSocket, request: IncomingMessage) => void;
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

const at = '2026-11-21T10:00';
const task = (id: string, given: Partial<Task> = {}): Task => sampleTask(id, { createdAt: at, ...given });
let runs = 0;
async function commit(store: Store, ...operations: Operation[]): Promise<void> {
  const runId = `run-${String((runs += 1))}`;
  const record = { runId, at, text: '', origin: 'hand' as const, events: [] };
  const written = await store.commitRun({ operations, undoable: operations, marks: [], record });
  if (!written.ok) throw new Error(written.message);
}
const create = (value: Task): Operation => ({ kind: 'create', entity: 'task', value });
const set = (id: string, field: 'title' | 'deletedAt' | 'notes', before: string | null, after: string | null) =>
  ({ kind: 'set', entity: 'task', id, field, before, after }) as Operation;

async function listen(
  onSocket: (socket: NodeSocket, request: IncomingMessage) => void,
): Promise<{ url: string; server: Server }> {
  const server = createServer();
  const listening = new NodeWebSocket.Server({ server });
  listening.on('connection', onSocket);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const client of listening.clients) client.terminate();
    server.close();
  });
  return { url: `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server };
}

type Device = { store: Store; sync: SyncSession; status: () => SyncStatus | null; titles: () => Promise<string[]> };
async function device(name: string, url: string, seal: Seal, store?: Store): Promise<Device> {
  const opened = await openStore(`sync-${name}-${String((runs += 1))}`);
  if (!opened.ok) throw new Error(opened.message);
  const own = store ?? opened.value;
  let status: SyncStatus | null = null;
  const sync = await startSync({
    store: own,
    seal,
    open: openServer(url, seal.room, name, guardedSocket(NodeWebSocket)),
    sendsWhole: false,
    onStatus: (next) => (status = next),
  });
  closing.push(() => {
    sync.close();
    own.close();
  });
  const titles = async () => {
    const state = await own.readState();
    if (!state.ok) return [];
    return [...state.value.tasks.values()]
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ title }) => title)
      .sort();
  };
  return { store: own, sync, status: () => status, titles };
}

const words = async (passphrase: string) => sealWith(await makeSecret(passphrase, 'test', 1000));
const soon = { timeout: 15_000, interval: 50 };

it('keeps two devices alike over a real y-websocket server, which sees no title', async () => {
  let seen = '';
  const { url } = await listen((socket, request) => {
    socket.on('message', (data: Buffer) => (seen += data.toString('latin1')));
    setupWSConnection(socket, request);
  });
  const seal = await words('correct horse battery');
  const a = await device('a', url, seal);
  await commit(a.store, create(task('one', { title: 'buy stamps' })));
  const b = await device('b', url, seal);
  await vi.waitFor(async () => expect(await b.titles()).toEqual(['buy stamps']), soon);
  await commit(b.store, set('one', 'title', 'buy stamps', 'buy two stamps'), create(task('two')));
  await vi.waitFor(async () => expect(await a.titles()).toEqual(['buy two stamps', 'two']), soon);
  expect(seen).not.toContain('stamps');

  // Another passphrase is another room; nothing of this one shows there.
  const stranger = await device('c', url, await words('another phrase'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await stranger.titles()).toEqual([]);
});

it('asks on the device that deleted what another had changed, and undo stays its own', async () => {
  const { url } = await listen((socket, request) => {
    setupWSConnection(socket, request);
  });
  // The server's package keeps the rooms of earlier tests, by passphrase.
  const seal = await words('another horse, another battery');
  const a = await device('a', url, seal);
  await commit(a.store, create(task('one', { title: 'old' })));
  const b = await device('b', url, seal);
  const witness = await device('witness', url, seal);
  for (const one of [b, witness]) await vi.waitFor(async () => expect(await one.titles()).toEqual(['old']), soon);
  b.sync.close();
  await commit(b.store, set('one', 'notes', '', 'more to it'));
  await commit(a.store, set('one', 'deletedAt', null, at));
  // The server has the deletion once another device has it.
  await vi.waitFor(async () => expect(await witness.titles()).toEqual([]), soon);
  const again = await device('b', url, seal, b.store);
  await vi.waitFor(
    () => expect(a.status()?.questions).toMatchObject([{ taskId: 'one', title: 'old', task: { notes: 'more to it' } }]),
    soon,
  );
  await vi.waitFor(async () => expect(await again.titles()).toEqual([]), soon);
  // The question waits for its answer, also where the tab was closed meanwhile.
  a.sync.close();
  const later = await device('a', url, seal, a.store);
  await vi.waitFor(() => expect(later.status()?.questions).toMatchObject([{ taskId: 'one' }]), soon);
  later.sync.dropQuestion('one');
  await vi.waitFor(() => expect(later.status()?.questions).toEqual([]), soon);
  expect(await a.store.readSync()).toMatchObject({ ok: true, value: { questions: [] } });
  // What came from elsewhere is nobody's run here.
  const history = await b.store.readHistory();
  expect(history.ok && history.value.map(({ operations }) => operations.length)).toEqual([1]);
});

it('is not troubled by a server that talks nonsense, and loses nothing', async () => {
  const { url } = await listen((socket) => {
    socket.send(new Uint8Array([0, 2, 255, 255, 255, 255, 15, 1, 2, 3]));
    socket.send('<html>not for you</html>');
    socket.send(new Uint8Array(2000).fill(7));
  });
  const seal = await words('correct horse battery');
  const a = await device('a', url, seal);
  await commit(a.store, create(task('one')));
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await a.titles()).toEqual(['one']);
});

it('goes on alone where there is no server', async () => {
  const a = await device('a', 'ws://127.0.0.1:9', await words('correct horse battery'));
  await commit(a.store, create(task('one')));
  expect(await a.titles()).toEqual(['one']);
  await vi.waitFor(() => expect(a.status()?.state).toBe('waiting'), soon);
});
