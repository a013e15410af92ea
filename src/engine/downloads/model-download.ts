import { failure, success, type Outcome } from '../../core/outcome.ts';
import { downloadFile, type DownloadCode, type DownloadParts } from './download-file.ts';
import {
  indexFiles,
  listModelFiles,
  plainFiles,
  type FileSource,
  type WantedFile,
} from '../../protocol/model-files.ts';
import type { FileStore } from './file-store.ts';
import { hashFile } from './hash-file.ts';

export type DownloadProgress = {
  phase: 'listing' | 'downloading' | 'reconnecting' | 'checking';
  loadedBytes: number;
  /** Zero until it is known. */
  totalBytes: number;
  /** Over the last seconds; null until there is enough to tell. */
  bytesPerSecond: number | null;
};

export type ModelDownloadParts = Pick<DownloadParts, 'fetch' | 'wait' | 'store'> & {
  /** Milliseconds, only ever growing. */
  now: () => number;
};

/** What one model is made of, with every size known. */
export type FileList = { files: readonly WantedFile[]; totalBytes: number };

/** Reads the small files that say what there is, where the list is not known already, and asks for the sizes left out. */
export async function listFiles(
  source: FileSource | readonly WantedFile[],
  parts: ModelDownloadParts,
  signal: AbortSignal,
): Promise<Outcome<FileList, DownloadCode>> {
  const listed = await wantedFiles(source, parts, signal);
  if (!listed.ok) return listed;
  const files: WantedFile[] = [];
  for (const file of listed.value) {
    if (file.sizeBytes !== null) {
      files.push(file);
      continue;
    }
    const sizeBytes = (await parts.store.kept(file))?.sizeBytes ?? (await askSize(file.url, parts, signal));
    if (signal.aborted) return failure('interrupted', 'Stopped.');
    files.push({ ...file, sizeBytes });
  }
  return success({ files, totalBytes: files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0) });
}

function wantedFiles(
  source: FileSource | readonly WantedFile[],
  parts: ModelDownloadParts,
  signal: AbortSignal,
): Promise<Outcome<readonly WantedFile[], DownloadCode>> {
  if (!('kind' in source)) return Promise.resolve(success(source));
  return source.kind === 'files' ? Promise.resolve(success(plainFiles(source))) : readIndexes(source, parts, signal);
}

async function readIndexes(
  source: Extract<FileSource, { kind: 'mlc' }>,
  parts: ModelDownloadParts,
  signal: AbortSignal,
): Promise<Outcome<WantedFile[], DownloadCode>> {
  const { config, tensors } = indexFiles(source);
  const contents: unknown[] = [];
  for (const file of [config, tensors]) {
    if ((await parts.store.kept(file)) === null) {
      const came = await downloadFile(file, { ...parts, signal, onBytes: () => undefined, onPhase: () => undefined });
      if (!came.ok) return came;
    }
    const content = await readJson(file, parts.store);
    if (!content.ok) return content;
    contents.push(content.value);
  }
  const listed = listModelFiles(source, contents[0], contents[1]);
  if (listed.ok) return success([config, tensors, ...listed.value]);
  // What cannot be read must not be taken for the model's the next time.
  await Promise.all([config, tensors].map((file) => parts.store.remove(file)));
  return listed;
}

async function readJson(file: WantedFile, store: FileStore): Promise<Outcome<unknown, DownloadCode>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of store.read(file)) chunks.push(chunk);
  try {
    return success(JSON.parse(await new Blob(chunks).text()));
  } catch {
    await store.remove(file);
    return failure('model_corrupt', `${file.url} is not what it should be.`);
  }
}

async function askSize(url: string, parts: ModelDownloadParts, signal: AbortSignal): Promise<number | null> {
  try {
    const response = await parts.fetch(url, { method: 'HEAD', signal, credentials: 'omit', cache: 'no-store' });
    const length = response.headers.get('Content-Length');
    // A length of what was packed for the way is not the file's.
    return response.ok && length !== null && response.headers.get('Content-Encoding') === null ? Number(length) : null;
  } catch {
    return null;
  }
}

/** Brings every file that is not there yet. Stopping keeps what has come; a later call goes on with it. */
export async function downloadModel(
  { files, totalBytes }: FileList,
  parts: ModelDownloadParts,
  onProgress: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<null, DownloadCode>> {
  const rate = new Rate(parts.now);
  let phase: DownloadProgress['phase'] = 'downloading';
  let before = 0;
  for (const file of files) {
    if (signal.aborted) return failure('interrupted', 'Stopped. What has come is kept.');
    const tell = (bytes: number) => {
      const loadedBytes = before + bytes;
      onProgress({ phase, loadedBytes, totalBytes, bytesPerSecond: rate.at(loadedBytes) });
    };
    const kept = await parts.store.kept(file);
    let here = kept?.sizeBytes ?? 0;
    if (kept === null) {
      const came = await downloadFile(file, {
        ...parts,
        signal,
        onBytes: (bytes) => {
          here = bytes;
          tell(here);
        },
        onPhase: (next) => {
          phase = next;
          tell(here);
        },
      });
      if (!came.ok) return came;
    }
    before += here;
    tell(0);
  }
  return success(null);
}

/** The files that are damaged or gone, found by hashing what is stored: against the published hash, or the one it came with. */
export async function findDamaged(
  files: readonly WantedFile[],
  store: FileStore,
  onChecked: (bytes: number) => void,
): Promise<WantedFile[]> {
  const damaged: WantedFile[] = [];
  for (const file of files) {
    const kept = await store.kept(file);
    const found = kept === null ? null : await hashFile(store.read(file), file.hash?.kind ?? null);
    const isRight =
      found !== null &&
      found.sha256 === kept?.sha256 &&
      (file.hash === null || found.published === file.hash.value) &&
      (file.sizeBytes === null || found.sizeBytes === file.sizeBytes);
    if (!isRight) damaged.push(file);
    onChecked(found?.sizeBytes ?? 0);
  }
  return damaged;
}

/** Bytes a second over the last few seconds. What was there before it began does not count. */
class Rate {
  static readonly windowMs = 5000;
  readonly #now: () => number;
  #marks: { at: number; bytes: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  at(bytes: number): number | null {
    const now = this.#now();
    const last = this.#marks.at(-1);
    if (last !== undefined && bytes < last.bytes) this.#marks = [];
    this.#marks = [...this.#marks.filter(({ at }) => now - at <= Rate.windowMs), { at: now, bytes }];
    const [first] = this.#marks;
    if (first === undefined || now - first.at < 500) return null;
    return ((bytes - first.bytes) * 1000) / (now - first.at);
  }
}
