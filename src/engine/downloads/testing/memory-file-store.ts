import { createHash } from 'node:crypto';
import type { FileStore } from '../file-store.ts';

/** A file store for tests that have no Cache Storage. What it holds can be damaged from outside. */
export function memoryFileStore() {
  const parts = new Map<string, { bytes: Uint8Array<ArrayBuffer>; version: string | null }[]>();
  const files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; sha256: string }>();
  const keyOf = ({ url, cache }: { url: string; cache: string }) => `${cache} ${url}`;
  const store: FileStore = {
    partial: (url) => {
      const [first, ...rest] = parts.get(url) ?? [];
      if (first === undefined) return Promise.resolve(null);
      const bytes = [first, ...rest].reduce((sum, part) => sum + part.bytes.length, 0);
      return Promise.resolve({ bytes, version: first.version });
    },
    append: (url, bytes, version) => {
      parts.set(url, [...(parts.get(url) ?? []), { bytes, version }]);
      return Promise.resolve();
    },
    parts: async function* (url) {
      for (const { bytes } of parts.get(url) ?? []) yield await Promise.resolve(bytes);
    },
    dropParts: (url) => {
      parts.delete(url);
      return Promise.resolve();
    },
    finish: (file, sha256) => {
      const bytes = new Uint8Array(Buffer.concat((parts.get(file.url) ?? []).map((part) => part.bytes)));
      files.set(keyOf(file), { bytes, sha256 });
      return Promise.resolve();
    },
    kept: (file) => {
      const found = files.get(keyOf(file));
      return Promise.resolve(found === undefined ? null : { sizeBytes: found.bytes.length, sha256: found.sha256 });
    },
    read: async function* (file) {
      const found = files.get(keyOf(file));
      if (found !== undefined) yield await Promise.resolve(found.bytes);
    },
    remove: (file) => {
      files.delete(keyOf(file));
      return Promise.resolve();
    },
  };
  return { store, files, parts, sha256Of: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') };
}
