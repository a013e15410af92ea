import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LoadProgress, ModelFile } from '../../src/protocol/engine.ts';
import { fetchVerified } from './verified-files.ts';

const contents: { [url: string]: string } = { 'https://app/a': 'first file', 'https://app/b': 'the second' };

function fileOf(path: string, text: string): ModelFile {
  const bytes = Buffer.from(text);
  return {
    path,
    url: `https://app/${path}`,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
const good = [fileOf('a', 'first file'), fileOf('b', 'the second')];

function serve(): void {
  vi.stubGlobal('fetch', (url: string) => {
    const text = contents[url];
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('fetchVerified', () => {
  it('hands over files that match their manifest and counts every byte', async () => {
    serve();
    const progress: LoadProgress[] = [];
    const files = await fetchVerified(good, (step) => progress.push(step));
    expect(files.ok && Buffer.from(files.value.get('b') ?? []).toString()).toBe('the second');
    expect(progress[0]).toEqual({ phase: 'download', loadedBytes: 0, totalBytes: 20 });
    expect(progress.at(-1)).toEqual({ phase: 'check', loadedBytes: 20, totalBytes: 20 });
  });

  it.each([
    ['is not there', [...good, fileOf('c', 'x')], 'model_missing'],
    ['has other contents of the same length', [fileOf('a', 'other file')], 'model_corrupt'],
    ['is shorter', [fileOf('a', 'first file and more')], 'model_corrupt'],
    ['is longer', [fileOf('a', 'first')], 'model_corrupt'],
  ])('refuses a file that %s', async (_, files, code) => {
    serve();
    expect(await fetchVerified(files, () => undefined)).toMatchObject({ ok: false, code });
  });

  it('says that a file is missing where there is no network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fetchVerified(good, () => undefined)).toMatchObject({ ok: false, code: 'model_missing' });
  });
});
