import { describe, expect, it } from 'vitest';
import { failure, success } from '../src/core/outcome.ts';
import type { GenerateRequest, LoadRequest } from '../src/protocol/engine.ts';
import { EngineHost } from './engine-host.ts';
import type { Adapter, LoadedModel } from './adapters/adapter.ts';

const load: LoadRequest = {
  modelId: 'm',
  adapter: 'prefix-lm',
  vocabulary: { tools: [], filter: [] },
  files: [],
  device: 'auto',
  threads: 1,
};
const state = { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] };
const request: GenerateRequest = { runId: 'r', modelId: 'm', text: 'x', state };
const generation = {
  text: 'y',
  confidence: 1,
  tokens: 1,
  timings: { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 0 },
};
const capabilities = { wasm: true, threads: false, webgpu: false, jspi: false };

function hostWith(generate: LoadedModel['generate'], closed: string[] = []): EngineHost {
  const adapter: Adapter = ({ modelId }) => {
    const ready = { modelId, device: 'wasm' as const, threads: 1, loadMs: 0, turnMs: { wasm: null, webgpu: null } };
    return Promise.resolve(success({ ready, generate, close: () => Promise.resolve(void closed.push(modelId)) }));
  };
  return new EngineHost({ 'prefix-lm': adapter }, () => Promise.resolve(capabilities));
}

const untilAborted: LoadedModel['generate'] = (_, __, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(failure('interrupted', 'Stopped.'));
    });
  });
const nothing = (): void => undefined;

describe('EngineHost', () => {
  it('answers with codes before a load, for another model, without an adapter and while busy', async () => {
    const host = hostWith(untilAborted);
    expect(await host.generate(request, nothing)).toMatchObject({ code: 'not_loaded' });
    expect(await host.load({ ...load, adapter: 'webllm' }, nothing)).toMatchObject({ code: 'no_runtime' });
    await host.load(load, nothing);
    expect(await host.generate({ ...request, modelId: 'other' }, nothing)).toMatchObject({ code: 'wrong_model' });
    const running = host.generate(request, nothing);
    expect(await host.generate({ ...request, runId: 's' }, nothing)).toMatchObject({ code: 'engine_failed' });
    await host.interrupt('r');
    await running;
  });

  it('stops the run that is named and no other', async () => {
    const host = hostWith(untilAborted);
    await host.load(load, nothing);
    const running = host.generate(request, nothing);
    await host.interrupt('another');
    expect(await Promise.race([running, Promise.resolve('still running')])).toBe('still running');
    await host.interrupt('r');
    expect(await running).toMatchObject({ code: 'interrupted' });
  });

  it('closes a model only after its run has ended, and is free for the next', async () => {
    const closed: string[] = [];
    const order: string[] = [];
    const host = hostWith(async (...args) => {
      const outcome = await untilAborted(...args);
      order.push(`ended with ${String(closed.length)} closed`);
      return outcome;
    }, closed);
    await host.load(load, nothing);
    const running = host.generate(request, nothing);
    await host.load({ ...load, modelId: 'n' }, nothing);
    expect(await running).toMatchObject({ code: 'interrupted' });
    expect(order).toEqual(['ended with 0 closed']);
    expect(closed).toEqual(['m']);
  });

  it('is free again after a model that throws', async () => {
    let first = true;
    const host = hostWith(() => {
      if (!first) return Promise.resolve(success(generation));
      first = false;
      return Promise.reject(new Error('a bug'));
    });
    await host.load(load, nothing);
    await expect(host.generate(request, nothing)).rejects.toThrow('a bug');
    expect(await host.generate(request, nothing)).toEqual(success(generation));
  });
});
