import { afterEach, describe, expect, it } from 'vitest';
import { failure, success } from '../core/outcome.ts';
import type { EngineApi, GenerateRequest, LoadRequest } from '../protocol/engine.ts';
import { ChannelWorker } from '../protocol/testing/channel-worker.ts';
import { connectEngine, type EngineClient } from './engine-client.ts';

const load: LoadRequest = {
  modelId: 'm',
  adapter: 'prefix-lm',
  vocabulary: { tools: [], filter: [] },
  files: [],
  device: 'auto',
  threads: 1,
};
const ready = { modelId: 'm', device: 'wasm' as const, threads: 1, loadMs: 0, turnMs: { wasm: null, webgpu: null } };
const timings = { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 0 };
const state = { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] };

function request(runId: string): GenerateRequest {
  return { runId, modelId: 'm', text: runId, state };
}

/** An engine that finishes each answer when told to. */
function scriptedEngine() {
  const log: string[] = [];
  const finish = new Map<string, () => void>();
  const started = new Map<string, () => void>();
  const api: EngineApi = {
    capabilities: () => Promise.resolve({ wasm: true, threads: false, webgpu: false, jspi: false }),
    load: async (_, onProgress) => {
      log.push('load');
      onProgress({ phase: 'start', loadedBytes: 1, totalBytes: 1 });
      await Promise.resolve();
      return success(ready);
    },
    generate: ({ runId }, onText) =>
      new Promise((resolve) => {
        log.push(`begin ${runId}`);
        onText(`${runId}…`);
        finish.set(runId, () => {
          log.push(`end ${runId}`);
          resolve(success({ text: runId, confidence: 1, tokens: 1, timings }));
        });
        stops.set(runId, () => {
          resolve(failure('interrupted', 'Stopped.'));
        });
        started.get(runId)?.();
      }),
    interrupt: (runId) => {
      log.push(`interrupt ${runId}`);
      stops.get(runId)?.();
      return Promise.resolve();
    },
    unload: () => Promise.resolve(void log.push('unload')),
  };
  const stops = new Map<string, () => void>();
  const whenStarted = (runId: string): Promise<void> =>
    new Promise((resolve) => {
      started.set(runId, resolve);
    });
  return { api, log, finish, whenStarted };
}

let open: EngineClient | null = null;
function connect(api: EngineApi): { client: EngineClient; workers: ChannelWorker[] } {
  const workers: ChannelWorker[] = [];
  const client = connectEngine(() => {
    const worker = new ChannelWorker(api);
    workers.push(worker);
    // It has what the client uses of a worker.
    return worker as unknown as Worker;
  });
  open = client;
  return { client, workers };
}
afterEach(() => {
  open?.close();
});

describe('connectEngine', () => {
  it('lets a request wait for the load, and one wait for the other', async () => {
    const { api, log, finish, whenStarted } = scriptedEngine();
    const { client } = connect(api);
    const texts: string[] = [];
    const loading = client.load(load);
    const [a, b] = [whenStarted('a'), whenStarted('b')];
    const first = client.generate(request('a'), (text) => texts.push(text));
    const second = client.generate(request('b'));
    await a;
    finish.get('a')?.();
    await b;
    finish.get('b')?.();
    expect(await loading).toEqual(success(ready));
    expect(await first).toMatchObject({ value: { text: 'a' } });
    expect(await second).toMatchObject({ value: { text: 'b' } });
    expect(log).toEqual(['load', 'begin a', 'end a', 'begin b', 'end b']);
    // Whatever the port of the text has delivered by then, the finished text has been told before the answer, and is the last.
    expect(texts.at(-1)).toBe('a');
    await new Promise((resolve) => setTimeout(resolve));
    expect(texts.at(-1)).toBe('a');
  });

  it('stops a running request and one that still waits', async () => {
    const { api, log, whenStarted } = scriptedEngine();
    const { client } = connect(api);
    await client.load(load);
    const a = whenStarted('a');
    const first = client.generate(request('a'));
    const second = client.generate(request('b'));
    await a;
    client.interrupt('b');
    client.interrupt('a');
    expect(await first).toMatchObject({ code: 'interrupted' });
    expect(await second).toMatchObject({ code: 'interrupted' });
    expect(log).not.toContain('begin b');
  });

  it('gives worker_died to the pending request and the next one a new worker with the same model', async () => {
    const { api, log, finish, whenStarted } = scriptedEngine();
    const { client, workers } = connect(api);
    await client.load(load);
    const a = whenStarted('a');
    const first = client.generate(request('a'));
    await a;
    workers[0]?.dispatchEvent(new Event('error'));
    expect(await first).toMatchObject({ code: 'worker_died' });
    expect(workers[0]?.terminated).toBe(true);
    const b = whenStarted('b');
    const second = client.generate(request('b'));
    await b;
    finish.get('b')?.();
    expect(await second).toMatchObject({ value: { text: 'b' } });
    expect(log).toEqual(['load', 'begin a', 'load', 'begin b', 'end b']);
  });

  it('gives each load a worker of its own', async () => {
    const { api } = scriptedEngine();
    const { client, workers } = connect(api);
    await client.load(load);
    await client.load({ ...load, threads: 2 });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('turns a bug of the worker into a code', async () => {
    const { api } = scriptedEngine();
    const { client } = connect({ ...api, generate: () => Promise.reject(new Error('a bug')) });
    expect(await client.generate(request('a'))).toMatchObject({ code: 'engine_failed' });
  });

  it('sends tools without what they do, which cannot cross to a worker, also after a death', async () => {
    const { api, finish, whenStarted } = scriptedEngine();
    const { client, workers } = connect(api);
    const tool = { name: 't', effect: 'read' as const, summary: '', noun: '', args: [], run: () => 1 };
    expect(await client.load({ ...load, vocabulary: { tools: [tool], filter: [] } })).toEqual(success(ready));
    workers[0]?.dispatchEvent(new Event('error'));
    const a = whenStarted('a');
    const answer = client.generate(request('a'));
    await a;
    finish.get('a')?.();
    expect(await answer).toMatchObject({ ok: true });
  });
});
