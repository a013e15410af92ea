import type { FileStore, Partial } from './file-store.ts';

export const partsCacheName = 'errand-download-parts';
const versionHeader = 'X-Errand-Version';
const hashHeader = 'X-Errand-Sha256';

/** Files in the browser's Cache Storage, where web-llm and the engine worker look for them. */
export function cacheFileStore(storage: CacheStorage = caches): FileStore {
  const openParts = () => storage.open(partsCacheName);
  const partsOf = async (url: string): Promise<{ request: Request; bytes: number; version: string | null }[]> => {
    const cache = await openParts();
    const found = [];
    for (let index = 0; ; index += 1) {
      const request = partRequest(url, index);
      const response = await cache.match(request);
      if (response === undefined) return found;
      found.push({
        request,
        bytes: Number(response.headers.get('Content-Length')),
        version: response.headers.get(versionHeader),
      });
    }
  };
  return {
    partial: async (url): Promise<Partial | null> => {
      const parts = await partsOf(url);
      const [first] = parts;
      if (first === undefined) return null;
      return { bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), version: first.version };
    },
    append: async (url, bytes, version) => {
      const { length } = await partsOf(url);
      const headers: [string, string][] = [['Content-Length', String(bytes.length)]];
      if (version !== null) headers.push([versionHeader, version]);
      await (await openParts()).put(partRequest(url, length), new Response(bytes, { headers }));
    },
    parts: async function* (url) {
      const cache = await openParts();
      for (const { request } of await partsOf(url)) {
        const response = await cache.match(request);
        if (response !== undefined) yield new Uint8Array(await response.arrayBuffer());
      }
    },
    dropParts: async (url) => {
      const cache = await openParts();
      for (const { request } of await partsOf(url)) await cache.delete(request);
    },
    finish: async ({ url, cache: name }, sha256) => {
      const cache = await openParts();
      const blobs = await Promise.all(
        (await partsOf(url)).map(async ({ request }) => (await cache.match(request))?.blob() ?? new Blob()),
      );
      const whole = new Blob(blobs, { type: typeOf(url) });
      const headers = { 'Content-Length': String(whole.size), 'Content-Type': whole.type, [hashHeader]: sha256 };
      await (await storage.open(name)).put(url, new Response(whole, { headers }));
    },
    kept: async ({ url, cache: name }) => {
      const response = await (await storage.open(name)).match(url);
      const sha256 = response?.headers.get(hashHeader);
      if (response === undefined || sha256 == null) return null;
      return { sizeBytes: Number(response.headers.get('Content-Length')), sha256 };
    },
    read: async function* ({ url, cache: name }) {
      const response = await (await storage.open(name)).match(url);
      if (response?.body == null) return;
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    },
    remove: async ({ url, cache: name }) => {
      await (await storage.open(name)).delete(url);
    },
  };
}

/** Nothing lies at this address: it is only a key, within the app's own origin. */
function partRequest(url: string, index: number): Request {
  const key = new URL('/errand-download-part', globalThis.location.origin);
  key.searchParams.set('of', url);
  key.searchParams.set('index', String(index));
  return new Request(key);
}

function typeOf(url: string): string {
  if (url.endsWith('.json')) return 'application/json';
  return url.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}
