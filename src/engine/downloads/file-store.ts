import type { WantedFile } from '../../protocol/model-files.ts';

/** What has come of a file that is not whole yet. */
export type Partial = {
  bytes: number;
  /** The server's mark of the version that the bytes belong to (ETag or Last-Modified), where it gave one. */
  version: string | null;
};

/**
 * Where files go. A file comes in parts, so that what has come outlives a broken connection and a closed tab; once it is
 * whole and checked it moves to where its runtime looks for it.
 */
export interface FileStore {
  partial(url: string): Promise<Partial | null>;
  append(url: string, bytes: Uint8Array<ArrayBuffer>, version: string | null): Promise<void>;
  /** The parts in their order. */
  parts(url: string): AsyncIterable<Uint8Array<ArrayBuffer>>;
  dropParts(url: string): Promise<void>;
  /** Puts the parts together as a file of that cache; `sha256` is kept with it, so that later damage can be seen. */
  finish(file: WantedFile, sha256: string): Promise<void>;
  /** The size and the hash that a whole file had when it came, or null where there is none. */
  kept(file: Pick<WantedFile, 'url' | 'cache'>): Promise<{ sizeBytes: number; sha256: string } | null>;
  read(file: Pick<WantedFile, 'url' | 'cache'>): AsyncIterable<Uint8Array<ArrayBuffer>>;
  remove(file: Pick<WantedFile, 'url' | 'cache'>): Promise<void>;
}
