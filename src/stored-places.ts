import { partsCacheName } from './engine/downloads/cache-file-store.ts';
import { plainFilesCache, webLlmCaches } from './protocol/model-files.ts';
import type { StoredPlace } from './view/models/models-door.ts';

/** Where the app keeps what, and how much of it. What the browser does not say is null. */
export async function storedPlaces(): Promise<StoredPlace[]> {
  if (!('caches' in globalThis)) return [];
  const names = await caches.keys();
  const sum = async (wanted: (name: string) => boolean) => {
    const sizes = await Promise.all(names.filter(wanted).map(sizeOfCache));
    return sizes.reduce((total, size) => total + size, 0);
  };
  const modelCaches: readonly string[] = [...Object.values(webLlmCaches), plainFilesCache];
  const [app, embedded, models, unfinished] = await Promise.all([
    sum((name) => name.startsWith('errand-shell')),
    sum((name) => name.startsWith('errand-large')),
    sum((name) => modelCaches.includes(name)),
    sum((name) => name === partsCacheName),
  ]);
  return [
    { what: 'tasks', where: 'IndexedDB “errand”', bytes: await databaseBytes() },
    { what: 'app', where: 'Cache Storage “errand-shell-…”', bytes: app },
    { what: 'embedded', where: 'Cache Storage “errand-large-…”', bytes: embedded },
    { what: 'models', where: `Cache Storage “${modelCaches.join('”, “')}”`, bytes: models },
    { what: 'unfinished', where: `Cache Storage “${partsCacheName}”`, bytes: unfinished },
  ];
}

async function sizeOfCache(name: string): Promise<number> {
  const cache = await caches.open(name);
  let total = 0;
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const length = response?.headers.get('Content-Length');
    // Without a length the body has to be counted; those are the app's own small files.
    total += length == null ? ((await response?.blob())?.size ?? 0) : Number(length);
  }
  return total;
}

/** Only some browsers tell the parts of what is used apart. */
async function databaseBytes(): Promise<number | null> {
  if (!('storage' in navigator)) return null;
  const estimate = (await navigator.storage.estimate().catch(() => ({}))) as { usageDetails?: { indexedDB?: number } };
  return estimate.usageDetails?.indexedDB ?? null;
}
