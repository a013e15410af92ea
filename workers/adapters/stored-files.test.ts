import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModelFile } from '../../src/protocol/engine.ts';
import { loadStored } from './stored-files.ts';

const text = 'the model';
const url = 'https://app/model.bin';
const file: ModelFile = {
  path: 'model.bin',
  url,
  sizeBytes: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
};
let stored: Map<string, Response>;
let requests: string[];

beforeEach(() => {
  stored = new Map();
  requests = [];
  const cache = {
    match: (key: string) => Promise.resolve(stored.get(key)?.clone()),
    put: (key: string, response: Response) => Promise.resolve(void stored.set(key, response)),
  };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache) });
  vi.stubGlobal('fetch', (asked: string) => {
    requests.push(asked);
    return Promise.resolve(new Response(text));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function load(files = [file]): Promise<string | undefined> {
  const loaded = await loadStored(
    files,
    () => 'cache',
    () => undefined,
  );
  return loaded.ok ? new TextDecoder().decode(loaded.value.get('model.bin')) : loaded.code;
}

describe('loadStored', () => {
  it('asks the network once, then its own store', async () => {
    expect(await load()).toBe(text);
    expect(await load()).toBe(text);
    expect(requests).toEqual([url]);
  });

  it('mends what is stored damaged', async () => {
    stored.set(url, new Response('the mode1'));
    expect(await load()).toBe(text);
    expect(requests).toEqual([url]);
    expect(await stored.get(url)?.clone().text()).toBe(text);
  });

  it('stores nothing that is not the published file', async () => {
    expect(await load([{ ...file, sha256: 'a'.repeat(64) }])).toBe('model_corrupt');
    expect(stored.size).toBe(0);
  });
});
