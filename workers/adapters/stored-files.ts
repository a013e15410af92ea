import { success, type Outcome } from '../../src/core/outcome.ts';
import type { EngineFailureCode, LoadProgress, ModelFile } from '../../src/protocol/engine.ts';
import { fetchVerified, isPublished, type VerifiedFiles } from './verified-files.ts';

/**
 * A model's files from the browser's own storage where they are there and whole, from the network otherwise. What was
 * stored damaged is fetched again, so that a poisoned cache mends itself.
 */
export async function loadStored(
  files: readonly ModelFile[],
  cacheOf: (file: ModelFile) => string,
  onProgress: (progress: LoadProgress) => void,
): Promise<Outcome<VerifiedFiles, EngineFailureCode>> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of files) {
    const bytes = await readStored(cacheOf(file), file);
    if (bytes !== null) found.set(file.path, bytes);
  }
  const missing = files.filter(({ path }) => !found.has(path));
  const storedBytes = sizeOf(files) - sizeOf(missing);
  const fetched = await fetchVerified(missing, (progress) => {
    onProgress({ ...progress, loadedBytes: progress.loadedBytes + storedBytes, totalBytes: sizeOf(files) });
  });
  if (!fetched.ok) return fetched;
  for (const file of missing) {
    const bytes = fetched.value.get(file.path);
    if (bytes === undefined) continue;
    await store(cacheOf(file), file, bytes);
    found.set(file.path, bytes);
  }
  return success(found);
}

async function readStored(cacheName: string, file: ModelFile): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await (await caches.open(cacheName)).match(file.url);
  if (response === undefined) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (await isPublished(file, bytes)) ? bytes : null;
}

async function store(cacheName: string, { url }: ModelFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(url, new Response(bytes));
}

function sizeOf(files: readonly ModelFile[]): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
