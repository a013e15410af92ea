import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type { LoadProgress, ModelFile } from '../../src/protocol/engine.ts';

type FileFailure = 'model_missing' | 'model_corrupt';
export type VerifiedFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Fetches every file of a model, all at once, and hands them over only if each has the size and hash of its manifest. */
export async function fetchVerified(
  files: readonly ModelFile[],
  onProgress: (progress: LoadProgress) => void,
): Promise<Outcome<VerifiedFiles, FileFailure>> {
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let loadedBytes = 0;
  const onBytes = (count: number): void => {
    loadedBytes += count;
    onProgress({ phase: 'download', loadedBytes, totalBytes });
  };
  onBytes(0);
  const fetched = await Promise.all(files.map(async (file) => [file, await fetchFile(file, onBytes)] as const));
  onProgress({ phase: 'check', loadedBytes, totalBytes });
  const verified = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [file, bytes] of fetched) {
    if (!bytes.ok) return bytes;
    const fault = await findFault(file, bytes.value);
    if (fault !== null) return failure('model_corrupt', fault);
    verified.set(file.path, bytes.value);
  }
  return success(verified);
}

async function fetchFile(
  { path, url, sizeBytes }: ModelFile,
  onBytes: (count: number) => void,
): Promise<Outcome<Uint8Array<ArrayBuffer>, FileFailure>> {
  try {
    const response = await fetch(url);
    if (!response.ok || response.body === null) return missing(path, `the server answered ${String(response.status)}`);
    return await readBody(path, response.body, sizeBytes, onBytes);
  } catch {
    return missing(path, 'it could not be reached');
  }
}

function missing(path: string, reason: string): Outcome<never, FileFailure> {
  return failure(
    'model_missing',
    `The model's file ${path} is missing: ${reason}. Go online once, or reload the page.`,
  );
}

/** Reads into one buffer of the size that the manifest names, so that no second copy of a large file is ever held. */
async function readBody(
  path: string,
  body: ReadableStream<Uint8Array>,
  sizeBytes: number,
  onBytes: (count: number) => void,
): Promise<Outcome<Uint8Array<ArrayBuffer>, FileFailure>> {
  const bytes = new Uint8Array(sizeBytes);
  let filled = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (filled + value.length > sizeBytes) {
      await reader.cancel();
      return failure('model_corrupt', corrupt(path, 'it is longer than expected'));
    }
    bytes.set(value, filled);
    filled += value.length;
    onBytes(value.length);
  }
  if (filled < sizeBytes) return failure('model_corrupt', corrupt(path, 'its end is missing'));
  return success(bytes);
}

async function findFault(file: ModelFile, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  return (await isPublished(file, bytes)) ? null : corrupt(file.path, 'its contents are not the published ones');
}

/** Whether these are the bytes that the manifest names. */
export async function isPublished(
  { sizeBytes, sha256 }: Pick<ModelFile, 'sizeBytes' | 'sha256'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (bytes.length !== sizeBytes) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

function corrupt(path: string, reason: string): string {
  return `The model's file ${path} is damaged: ${reason}. Clear this site's cached files and reload.`;
}
