import { afterEach, expect, it, vi } from 'vitest';
import { failure, success } from '../core/outcome.ts';
import type { GenerateRequest, Generation, LoadRequest } from '../protocol/engine.ts';
import type { EngineClient, EngineOutcome } from './engine-client.ts';
import { shareEngine } from './shared-engine.ts';

const load: LoadRequest = {
  modelId: 'm',
  adapter: 'prefix-lm',
  vocabulary: { tools: [], filter: [] },
  files: [],
  device: 'auto',
  threads: 1,
};
const ready = { modelId: 'm', device: 'wasm' as const, threads: 1, loadMs: 1, turnMs: { wasm: 1, webgpu: null } };
const request = (runId: string): GenerateRequest => ({
  runId,
  modelId: 'm',
  text: runId,
  state: { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] },
});
const generation = (text: string): Generation => ({
  text,
  confidence: 1,
  tokens: 1,
  timings: { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 0 },
});

/** A lock as the browser has it: one holder, the others in a row. */
function makeLocks() {
  let tail: Promise<unknown> = Promise.resolve();
  const request = (_name: string, options: LockOptions, work: () => Promise<void>) => {
    const mine = tail.then(() => (options.signal?.aborted ? undefined : work()));
    tail = mine.catch(() => undefined);
    return mine;
  };
  return { request } as unknown as Pick<LockManager, 'request'>;
}

type Local = EngineClient & { name: string; loads: number; hold: boolean; closed: boolean };
const opened: EngineClient[] = [];
let channels = 0;

function makeTabs() {
  const locks = makeLocks();
  const channel = `test-engine-${String((channels += 1))}`;
  const locals: Local[] = [];
  let ids = 0;
  const open = (name: string, answer?: () => EngineOutcome<Generation>) => {
    const tab = shareEngine({
      locks,
      openChannel: () => new BroadcastChannel(channel),
      newId: () => `${name}-${String((ids += 1))}`,
      makeLocal: () => {
        const local: Local = {
          name,
          loads: 0,
          hold: false,
          closed: false,
          capabilities: () => Promise.resolve({ wasm: true, threads: true, webgpu: false, jspi: false }),
          load: (_request, onProgress) => {
            local.loads += 1;
            onProgress?.({ phase: 'download', loadedBytes: 1, totalBytes: 2 });
            return Promise.resolve(success(ready));
          },
          generate: async ({ text }, onText) => {
            onText?.(`${name}: `);
            while (local.hold && !local.closed) await new Promise((resolve) => setTimeout(resolve, 2));
            if (local.closed) return new Promise<never>(() => undefined);
            return answer?.() ?? success(generation(`${name}: ${text}`));
          },
          interrupt: vi.fn(),
          unload: () => Promise.resolve(),
          close: () => {
            local.closed = true;
          },
        };
        locals.push(local);
        return local;
      },
    });
    opened.push(tab);
    return tab;
  };
  return { open, locals };
}

afterEach(() => {
  for (const tab of opened.splice(0)) tab.close();
});

it('has the model once, in the tab that leads, and answers the others with text as it comes', async () => {
  const { open, locals } = makeTabs();
  const first = open('first');
  const second = open('second');
  const progress = vi.fn();
  const text = vi.fn();
  expect(await first.load(load)).toEqual(success(ready));
  expect(await second.load(load, progress)).toEqual(success(ready));
  expect(await second.generate(request('a'), text)).toMatchObject({ ok: true, value: { text: 'first: a' } });
  expect(text).toHaveBeenCalledWith('first: ');
  expect(locals.map(({ name, loads }) => [name, loads])).toEqual([['first', 1]]);
});

it('answers a request that waited for a leader which is gone', async () => {
  const { open, locals } = makeTabs();
  const first = open('first');
  const second = open('second');
  const third = open('third');
  await Promise.all([first.load(load), second.load(load), third.load(load)]);
  const leader = locals[0];
  if (leader !== undefined) leader.hold = true;
  const waiting = Promise.all([second.generate(request('b')), third.generate(request('c'))]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  first.close();
  const [b, c] = await waiting;
  expect(b).toMatchObject({ ok: true, value: { text: 'second: b' } });
  expect(c).toMatchObject({ ok: true, value: { text: 'second: c' } });
  expect(locals.map(({ name }) => name)).toEqual(['first', 'second']);
});

it('asks once more where the worker dies under a request', async () => {
  const { open } = makeTabs();
  let deaths = 0;
  const first = open('first', () =>
    (deaths += 1) === 1 ? failure('worker_died', 'gone') : success(generation('second try')),
  );
  const second = open('second');
  await second.load(load);
  await first.load(load);
  expect(await second.generate(request('d'))).toMatchObject({ ok: true, value: { text: 'second try' } });
});

it('stops a run that another tab answers', async () => {
  const { open, locals } = makeTabs();
  const first = open('first');
  await first.load(load);
  const second = open('second');
  await second.load(load);
  second.interrupt('e');
  await vi.waitFor(() => {
    expect(locals[0]?.interrupt).toHaveBeenCalledWith('e');
  });
});
