import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { WantedFile } from '../../protocol/model-files.ts';
import type { FileStore } from './file-store.ts';
import { hashFile } from './hash-file.ts';

export type DownloadCode =
  'download_blocked' | 'download_broken' | 'download_refused' | 'model_corrupt' | 'storage_full' | 'interrupted';

export type DownloadParts = {
  store: FileStore;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  wait: (ms: number) => Promise<void>;
  /** How many bytes of this file are here now; less than before where it has to begin again. */
  onBytes: (bytes: number) => void;
  onPhase: (phase: 'downloading' | 'reconnecting' | 'checking') => void;
  signal: AbortSignal;
};

/** Kept as one part; a broken connection costs nothing that came before, since what is there is kept then too. */
const partBytes = 4 * 1024 * 1024;
/** In a row, without one byte between them. */
const maxTries = 6;
const firstWaitMs = 500;

/**
 * Brings one file: goes on where an earlier try ended, asks again after a broken connection, checks size and hash, and
 * begins once more from the start where the bytes are not the published ones.
 */
export async function downloadFile(file: WantedFile, parts: DownloadParts): Promise<Outcome<null, DownloadCode>> {
  for (let begun = 0; ; begun += 1) {
    const came = await fetchAll(file, parts);
    if (!came.ok) return came;
    parts.onPhase('checking');
    const checked = await check(file, parts.store);
    if (checked.ok) return keep(file, checked.value, parts.store);
    await parts.store.dropParts(file.url);
    parts.onBytes(0);
    if (begun > 0) return checked;
  }
}

/** Until the server has no more to send. */
async function fetchAll(file: WantedFile, parts: DownloadParts): Promise<Outcome<null, DownloadCode>> {
  let failures = 0;
  for (;;) {
    const before = (await parts.store.partial(file.url))?.bytes ?? 0;
    parts.onBytes(before);
    if (file.sizeBytes !== null && before >= file.sizeBytes) return success(null);
    const piece = await fetchPiece(file, parts);
    if (piece.ok || piece.code !== 'download_broken') return piece;
    const after = (await parts.store.partial(file.url))?.bytes ?? 0;
    failures = after > before ? 1 : failures + 1;
    if (failures >= maxTries) return piece;
    parts.onPhase('reconnecting');
    await parts.wait(firstWaitMs * 2 ** (failures - 1));
    if (parts.signal.aborted) return interrupted();
  }
}

/** One request, to its end or to where the connection breaks. */
async function fetchPiece(file: WantedFile, parts: DownloadParts): Promise<Outcome<null, DownloadCode>> {
  const { store, signal } = parts;
  const here = await store.partial(file.url);
  let response: Response;
  try {
    response = await parts.fetch(file.url, {
      signal,
      // Ours is the only copy that is wanted.
      cache: 'no-store',
      credentials: 'omit',
      ...(here === null ? {} : { headers: { Range: `bytes=${String(here.bytes)}-` } }),
    });
  } catch {
    return signal.aborted ? interrupted() : broken(file);
  }
  const version = response.headers.get('ETag') ?? response.headers.get('Last-Modified');
  if (here !== null && response.status === 416) {
    // Nothing is left to send, or the file is another one by now; the check tells which.
    return success(null);
  }
  if (!response.ok) {
    void response.body?.cancel();
    return response.status >= 500 || response.status === 429 ? broken(file) : refused(file, response.status);
  }
  if (here !== null && !continues(response, here.bytes, here.version, version)) {
    void (response.status === 206 ? response.body?.cancel() : undefined);
    await store.dropParts(file.url);
    parts.onBytes(0);
    // An answer from the middle of another version is of no use; a whole one is taken from its start.
    if (response.status === 206) return broken(file);
  }
  return readBody(file, response, version, parts);
}

/** Whether the answer is the rest of what is here. */
function continues(response: Response, bytes: number, version: string | null, now: string | null): boolean {
  if (response.status !== 206) return false;
  const start = /^bytes (\d+)-/u.exec(response.headers.get('Content-Range') ?? '')?.[1];
  // A server in another origin may not show the header; the hash decides then.
  const fits = start === undefined || Number(start) === bytes;
  return fits && (version === null || now === null || version === now);
}

async function readBody(
  file: WantedFile,
  response: Response,
  version: string | null,
  { store, onBytes, onPhase, signal }: DownloadParts,
): Promise<Outcome<null, DownloadCode>> {
  if (response.body === null) return broken(file);
  onPhase('downloading');
  const reader = response.body.getReader();
  let here = (await store.partial(file.url))?.bytes ?? 0;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const flush = async () => {
    if (heldBytes === 0) return;
    const part = joined(held, heldBytes);
    held = [];
    heldBytes = 0;
    await store.append(file.url, part, version);
  };
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: null, value: undefined }));
      if (value !== undefined) {
        held.push(value);
        heldBytes += value.length;
        here += value.length;
        onBytes(here);
        if (file.sizeBytes !== null && here > file.sizeBytes) return await tooLong(file, store, reader);
        if (heldBytes >= partBytes) await flush();
      }
      if (done === false) continue;
      await flush();
      if (signal.aborted) return interrupted();
      const isWhole = done === true && (file.sizeBytes === null || here >= file.sizeBytes);
      return isWhole ? success(null) : broken(file);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    return storeFailed(error);
  }
}

/** The same for a file that the person has: taken in parts, checked and kept. */
export async function takeFile(
  file: WantedFile,
  contents: Blob,
  store: FileStore,
): Promise<Outcome<null, DownloadCode>> {
  await store.dropParts(file.url);
  try {
    for (let at = 0; at < contents.size; at += partBytes) {
      const part = await contents.slice(at, at + partBytes).arrayBuffer();
      await store.append(file.url, new Uint8Array(part), null);
    }
  } catch (error) {
    return storeFailed(error);
  }
  const checked = await check(file, store);
  if (checked.ok) return keep(file, checked.value, store);
  await store.dropParts(file.url);
  return checked;
}

async function tooLong(
  file: WantedFile,
  store: FileStore,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Outcome<never, DownloadCode>> {
  await reader.cancel().catch(() => undefined);
  await store.dropParts(file.url);
  return failure('model_corrupt', `${nameOf(file)} is longer than it should be, so it is not the published file.`);
}

async function check(file: WantedFile, store: FileStore): Promise<Outcome<string, DownloadCode>> {
  const { published, sha256, sizeBytes } = await hashFile(store.parts(file.url), file.hash?.kind ?? null);
  const rightSize = file.sizeBytes === null ? sizeBytes > 0 : sizeBytes === file.sizeBytes;
  if (rightSize && (file.hash === null || published === file.hash.value)) return success(sha256);
  return failure('model_corrupt', `${nameOf(file)} came damaged twice: its contents are not the published ones.`);
}

async function keep(file: WantedFile, sha256: string, store: FileStore): Promise<Outcome<null, DownloadCode>> {
  try {
    await store.finish(file, sha256);
    await store.dropParts(file.url);
    return success(null);
  } catch (error) {
    return storeFailed(error);
  }
}

function storeFailed(error: unknown): Outcome<never, DownloadCode> {
  const message = error instanceof Error ? error.message : String(error);
  return failure('storage_full', `The browser would not keep the file (${message}). Free some space and go on.`);
}

function interrupted(): Outcome<never, DownloadCode> {
  return failure('interrupted', 'Stopped. What has come is kept.');
}

function broken(file: WantedFile): Outcome<never, DownloadCode> {
  return failure(
    'download_broken',
    `${nameOf(file)} could not be fetched from ${new URL(file.url).host}: the connection breaks, or the server does not answer. What has come is kept.`,
  );
}

function refused(file: WantedFile, status: number): Outcome<never, DownloadCode> {
  return failure(
    'download_refused',
    `${new URL(file.url).host} does not give out ${nameOf(file)} (${String(status)}). Check the address.`,
  );
}

function nameOf({ url }: WantedFile): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
