import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelHub } from '../../../e2e/hub/model-hub.ts';
import { downloadFile, type DownloadParts } from './download-file.ts';
import { folderOf, type FileSource, type WantedFile } from '../../protocol/model-files.ts';
import {
  downloadModel,
  findDamaged,
  listFiles,
  type DownloadProgress,
  type ModelDownloadParts,
} from './model-download.ts';
import { memoryFileStore } from './testing/memory-file-store.ts';

let hub: ModelHub;
let memory: ReturnType<typeof memoryFileStore>;
let waits: number[];
const shard = new Uint8Array(randomBytes(300_000));
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

beforeEach(async () => {
  hub = await ModelHub.open();
  memory = memoryFileStore();
  waits = [];
  hub.put('a/model/resolve/main/mlc-chat-config.json', JSON.stringify({ tokenizer_files: ['tokenizer.json'] }));
  hub.put(
    'a/model/resolve/main/tensor-cache.json',
    JSON.stringify({ records: [{ dataPath: 'params_shard_0.bin', nbytes: shard.length, md5sum: md5(shard) }] }),
  );
  hub.put('a/model/resolve/main/tokenizer.json', '{"a": 1}');
  hub.put('a/model/resolve/main/params_shard_0.bin', shard);
  hub.put('libs/library.wasm', new Uint8Array([0, 97, 115, 109]));
});
afterEach(() => hub.close());

const shardPath = 'a/model/resolve/main/params_shard_0.bin';
const source = (): Extract<FileSource, { kind: 'mlc' }> => ({
  kind: 'mlc',
  model: `${hub.url}a/model`,
  revision: 'main',
  library: `${hub.url}libs/library.wasm`,
});
const wanted = (): WantedFile => ({
  url: `${hub.url}${shardPath}`,
  cache: 'webllm/model',
  sizeBytes: shard.length,
  hash: { kind: 'md5', value: md5(shard) },
});
const modelParts = (): ModelDownloadParts => ({
  store: memory.store,
  fetch: (url, init) => fetch(url, init),
  wait: (ms) => {
    waits.push(ms);
    return Promise.resolve();
  },
  now: () => performance.now(),
});
const parts = (signal = new AbortController().signal): DownloadParts & { phases: string[] } => {
  const phases: string[] = [];
  return { ...modelParts(), onBytes: () => undefined, onPhase: (phase) => phases.push(phase), signal, phases };
};
const stored = () => memory.files.get(`webllm/model ${hub.url}${shardPath}`)?.bytes;
/** Without the matcher’s walk over every byte. */
function expectStored(bytes: Uint8Array): void {
  expect(Buffer.compare(stored() ?? new Uint8Array(), bytes)).toBe(0);
}
const gets = () => hub.requests.filter(({ method, path }) => method === 'GET' && path === `/${shardPath}`);

describe('one file', () => {
  it('comes whole, and leaves no parts behind', async () => {
    expect(await downloadFile(wanted(), parts())).toEqual({ ok: true, value: null });
    expectStored(shard);
    expect(memory.parts.size).toBe(0);
  });

  it('goes on after a broken connection with what is missing, twice', async () => {
    hub.mishap(shardPath, { kind: 'break', afterBytes: 100_000 }, { kind: 'break', afterBytes: 50_000 });
    const given = parts();
    expect((await downloadFile(wanted(), given)).ok).toBe(true);
    expectStored(shard);
    const [first, second, third] = gets();
    expect(first?.range).toBeNull();
    const starts = [second, third].map((request) => Number(/\d+/u.exec(request?.range ?? '')?.[0]));
    expect(starts[0]).toBeGreaterThan(0);
    expect(starts[1]).toBeGreaterThan(starts[0] ?? 0);
    expect(given.phases).toContain('reconnecting');
  });

  it('begins again where the server knows no ranges', async () => {
    hub.mishap(shardPath, { kind: 'break', afterBytes: 100_000 }, { kind: 'no-ranges' });
    expect((await downloadFile(wanted(), parts())).ok).toBe(true);
    expectStored(shard);
    expect(gets().at(-1)).toMatchObject({ status: 200 });
  });

  it('never joins the halves of two versions', async () => {
    hub.mishap(shardPath, { kind: 'break', afterBytes: 100_000 });
    const controller = new AbortController();
    const given = parts(controller.signal);
    given.wait = () => {
      controller.abort();
      return Promise.resolve();
    };
    expect(await downloadFile(wanted(), given)).toMatchObject({ ok: false, code: 'interrupted' });
    expect((await memory.store.partial(wanted().url))?.bytes).toBeGreaterThan(0);
    const newer = new Uint8Array(randomBytes(shard.length));
    hub.put(shardPath, newer);
    const file: WantedFile = { ...wanted(), hash: null };
    expect((await downloadFile(file, parts())).ok).toBe(true);
    expectStored(newer);
  });

  it('is fetched once more where its bytes are wrong', async () => {
    hub.mishap(shardPath, { kind: 'wrong-bytes' });
    expect((await downloadFile(wanted(), parts())).ok).toBe(true);
    expectStored(shard);
    expect(gets()).toHaveLength(2);
  });

  it('is refused, with nothing kept, where its bytes stay wrong', async () => {
    hub.mishap(shardPath, { kind: 'wrong-bytes' }, { kind: 'wrong-bytes' });
    expect(await downloadFile(wanted(), parts())).toMatchObject({ ok: false, code: 'model_corrupt' });
    expect(stored()).toBeUndefined();
    expect(memory.parts.size).toBe(0);
  });

  it('is refused where it is longer than it should be', async () => {
    const outcome = await downloadFile({ ...wanted(), sizeBytes: 1000 }, parts());
    expect(outcome).toMatchObject({ ok: false, code: 'model_corrupt' });
    expect(memory.parts.size).toBe(0);
  });

  it('waits longer each time for a server that does not answer, then gives up and keeps what came', async () => {
    const busy = Array.from({ length: 20 }, () => ({ kind: 'status' as const, status: 503 }));
    hub.mishap(shardPath, { kind: 'break', afterBytes: 100_000 }, ...busy);
    expect(await downloadFile(wanted(), parts())).toMatchObject({ ok: false, code: 'download_broken' });
    expect(waits.length).toBeGreaterThan(3);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect((await memory.store.partial(wanted().url))?.bytes).toBeGreaterThan(0);
  });

  it('that is not there is not asked for again', async () => {
    hub.mishap(shardPath, { kind: 'status', status: 404 });
    expect(await downloadFile(wanted(), parts())).toMatchObject({ ok: false, code: 'download_refused' });
    expect(gets()).toHaveLength(1);
  });

  it('stops when asked to, and goes on from there', async () => {
    hub.mishap(shardPath, { kind: 'hold', afterBytes: 120_000 });
    const controller = new AbortController();
    const given = parts(controller.signal);
    given.onBytes = (bytes) => {
      if (bytes >= 120_000) controller.abort();
    };
    expect(await downloadFile(wanted(), given)).toMatchObject({ ok: false, code: 'interrupted' });
    expect((await memory.store.partial(wanted().url))?.bytes).toBe(120_000);
    expect((await downloadFile(wanted(), parts())).ok).toBe(true);
    expect(gets().at(-1)?.range).toBe('bytes=120000-');
    expectStored(shard);
  });

  it('says so where the browser keeps no more', async () => {
    const given = parts();
    given.store = { ...memory.store, append: () => Promise.reject(new Error('QuotaExceededError')) };
    expect(await downloadFile(wanted(), given)).toMatchObject({ ok: false, code: 'storage_full' });
  });
});

describe('a model', () => {
  const never = new AbortController().signal;
  const list = async () => {
    const listed = await listFiles(source(), modelParts(), never);
    if (!listed.ok) throw new Error(listed.message);
    return listed.value;
  };

  it('is listed with every size before anything large is fetched', async () => {
    const { files, totalBytes } = await list();
    expect(files.map(({ url }) => url.split('/').at(-1))).toEqual([
      'mlc-chat-config.json',
      'tensor-cache.json',
      'tokenizer.json',
      'library.wasm',
      'params_shard_0.bin',
    ]);
    expect(files.every(({ sizeBytes }) => sizeBytes !== null)).toBe(true);
    expect(totalBytes).toBeGreaterThan(shard.length);
    expect(gets()).toEqual([]);
  });

  it('comes whole and tells how far it is', async () => {
    const listed = await list();
    const told: DownloadProgress[] = [];
    expect((await downloadModel(listed, modelParts(), (progress) => told.push(progress), never)).ok).toBe(true);
    expect(told.at(-1)).toMatchObject({ loadedBytes: listed.totalBytes, totalBytes: listed.totalBytes });
    expect(await findDamaged(listed.files, memory.store, () => undefined)).toEqual([]);
  });

  it('is mended where a file in the cache was poisoned', async () => {
    const listed = await list();
    await downloadModel(listed, modelParts(), () => undefined, never);
    const kept = stored();
    if (kept === undefined) throw new Error('no shard');
    kept[1000] = (kept[1000] ?? 0) ^ 255;
    const damaged = await findDamaged(listed.files, memory.store, () => undefined);
    expect(damaged.map(({ url }) => url)).toEqual([`${hub.url}${shardPath}`]);
    for (const file of damaged) await memory.store.remove(file);
    expect((await downloadModel(listed, modelParts(), () => undefined, never)).ok).toBe(true);
    expectStored(shard);
  });

  it('is refused where the address leads to something else', async () => {
    hub.put('a/model/resolve/main/tensor-cache.json', '<html>not here</html>');
    expect(await listFiles(source(), modelParts(), never)).toMatchObject({ ok: false, code: 'model_corrupt' });
    hub.put('a/model/resolve/main/tensor-cache.json', '{"records": [{"dataPath": "../../x", "nbytes": 1}]}');
    expect(await listFiles(source(), modelParts(), never)).toMatchObject({ ok: false, code: 'model_corrupt' });
    expect(memory.files.size).toBe(0);
  });

  it('has the folder that web-llm makes of its address', () => {
    expect(folderOf({ model: 'https://hub/a/b', revision: 'main' })).toBe('https://hub/a/b/resolve/main/');
    expect(folderOf({ model: 'https://hub/a/b/resolve/v2', revision: 'main' })).toBe('https://hub/a/b/resolve/v2/');
  });
});
