/**
 * Makes the page work offline and lets it be cross-origin isolated on any host: every response gets the headers that
 * isolation needs, where the host does not send them, and the Python worker's script gets its policy. Nothing is ever
 * fetched from another origin. Where the person has added one that the page may connect to, the page's policy gets it.
 */
import { PrecacheController } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching/_types.js';
import { allowOrigins, readConnectOrigins } from './connect-origins.ts';
import { ringMessage } from './view/reminders/ringer.ts';
import { isPythonWorkerPath, pythonWorkerPolicy } from './protocol/python-policy.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

const entries = self.__WB_MANIFEST.map((entry) => (typeof entry === 'string' ? { url: entry, revision: null } : entry));

/** Files of megabytes. On a first visit they are kept when first asked for, so that the page is controlled at once. */
function isLarge({ url }: { url: string }): boolean {
  if (/^(?:models|data)\/|^assets\/language-model-/.test(url)) return true;
  return /\.(?:wasm|zip)$/.test(url) || isPythonWorkerPath(url);
}

/** The runtime's build for WebGPU, Python, the Sandbox's actor and the sample of training rows are for some only: kept once asked for. */
function isOnDemand(address: string): boolean {
  return (
    /\.jspi[^/]*\.wasm$|\/data\/[^/]*$|\/models\/errand-actor\/|\/assets\/(?:pyodide|python_stdlib|training)[^/]*$/.test(
      address,
    ) || isPythonWorkerPath(address)
  );
}

const shell = new PrecacheController({ cacheName: `errand-shell-${self.registration.scope}` });
shell.precache(entries.filter((entry) => !isLarge(entry)));

const largeCacheName = `errand-large-${self.registration.scope}`;
/** From the address of a large file to the key it is kept under, which changes with its content. */
const largeKeys = new Map(
  entries.filter(isLarge).map(({ url, revision }) => {
    const address = new URL(url, self.location.href).href;
    return [address, revision ? `${address}?revision=${revision}` : address] as const;
  }),
);
type LargeFetch = { response: Promise<Response>; kept: Promise<void> };
const fetching = new Map<string, LargeFetch>();

self.addEventListener('install', (event) => {
  // An update takes over only once it is whole: the old version serves the page meanwhile.
  if (self.registration.active !== null) event.waitUntil(keepLargeFiles());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), dropOldLargeFiles()]));
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (message === 'take-over') {
    void self.skipWaiting();
  } else if (message === 'keep-everything') {
    event.waitUntil(
      keepLargeFiles().then(
        () => event.ports[0]?.postMessage(true),
        () => event.ports[0]?.postMessage(false),
      ),
    );
  }
});

/** A reminder was pressed, or a button on it: an open page is told, and shown unless a button was enough. */
self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  notification.close();
  const { taskId } = notification.data as { taskId: string };
  event.waitUntil(tellPage({ type: ringMessage, taskId, action: action || 'open' }, action === ''));
});

async function tellPage(message: object, shows: boolean): Promise<void> {
  const [page] = await self.clients.matchAll({ type: 'window' });
  // Opened anew, the app shows what was not seen by itself.
  if (page === undefined) await self.clients.openWindow('./');
  page?.postMessage(message);
  if (shows) await page?.focus();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  // A quirk of developer tools; fetch would refuse it.
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(answer(event).then((response) => withHeaders(response, new URL(request.url).pathname)));
});

async function answer(event: FetchEvent): Promise<Response> {
  const url = new URL(event.request.url);
  url.search = '';
  url.hash = '';
  if (largeKeys.has(url.href)) return largeFile(url.href, event);
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  const answered = (await shell.matchPrecache(url.href)) ?? (await fetch(event.request));
  return event.request.mode === 'navigate' ? withOrigins(answered) : answered;
}

/** The page with the person's origins in its policy. */
async function withOrigins(page: Response): Promise<Response> {
  const origins = await readConnectOrigins(self.registration.scope).catch(() => []);
  if (origins.length === 0 || !page.ok || !(page.headers.get('Content-Type') ?? '').includes('html')) return page;
  const headers = new Headers(page.headers);
  for (const name of ['Content-Length', 'Content-Encoding']) headers.delete(name);
  return new Response(allowOrigins(await page.text(), origins), { status: page.status, headers });
}

async function largeFile(address: string, event: ExtendableEvent): Promise<Response> {
  const kept = await (await caches.open(largeCacheName)).match(keyOf(address));
  if (kept !== undefined) return kept;
  const file = fetchOnce(address);
  event.waitUntil(file.kept.catch(() => undefined));
  return (await file.response).clone();
}

/** Fetches a file once for all who wait for it, and keeps it while it streams to them. */
function fetchOnce(address: string): LargeFetch {
  const running = fetching.get(address);
  if (running !== undefined) return running;
  // Asks the host whether the browser's copy is still the right one; an unchanged file is not sent again.
  const response = fetch(address, { cache: 'no-cache' });
  const kept = keep(address, response).finally(() => {
    fetching.delete(address);
  });
  const started = { response, kept };
  fetching.set(address, started);
  return started;
}

async function keep(address: string, response: Promise<Response>): Promise<void> {
  const fresh = await response;
  if (!fresh.ok) throw new Error(`${address} answered ${String(fresh.status)}`);
  const copy = fresh.clone();
  const cache = await caches.open(largeCacheName);
  await cache.put(keyOf(address), copy);
}

async function keepLargeFiles(): Promise<void> {
  const cache = await caches.open(largeCacheName);
  // One after the other: the page may want the network too.
  for (const [address, key] of largeKeys) {
    if (!isOnDemand(address) && (await cache.match(key)) === undefined) await fetchOnce(address).kept;
  }
}

function keyOf(address: string): string {
  return largeKeys.get(address) ?? address;
}

async function dropOldLargeFiles(): Promise<void> {
  const cache = await caches.open(largeCacheName);
  const wanted = new Set(largeKeys.values());
  const keys = await cache.keys();
  await Promise.all(keys.filter(({ url }) => !wanted.has(url)).map((key) => cache.delete(key)));
}

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const bodiless = [101, 204, 205, 304];

/** The isolation that every answer needs, and on the Python worker's script the policy that shuts it in. */
function withHeaders(response: Response, pathname: string): Response {
  // An opaque answer or a redirect cannot be made anew; the browser follows or refuses it by itself.
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolation)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (isPythonWorkerPath(pathname)) headers.set('Content-Security-Policy', pythonWorkerPolicy);
  const { status, statusText } = response;
  return new Response(bodiless.includes(status) ? null : response.body, { status, statusText, headers });
}
