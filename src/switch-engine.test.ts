import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineStatus } from './core/engine-status.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { findManifest, type ModelManifest } from './engine/manifests.ts';
import { fasterEngine, whyNotByItself, readMeasurement } from './engine/measurement.ts';
import type { EngineFailureCode, EngineReady } from './protocol/engine.ts';
import { EngineSwitch } from './switch-engine.ts';
import type { WiredEngine } from './wire-engine.ts';

/** What each engine does when it is loaded, and when it is asked; it stands for a model here and nowhere else. */
let loads: Map<string, EngineFailureCode | 'never'>;
let answers: Map<string, EngineFailureCode>;
let attempt: string | null;
let engines: EngineSwitch;

const timings = { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 1 };
const state = { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] };

function scripted({ id, name }: ModelManifest, onStatus: (status: EngineStatus) => void): WiredEngine {
  let status: EngineStatus = { phase: 'loading', loadedBytes: 0, totalBytes: 0 };
  const load = (): Promise<Outcome<EngineReady, EngineFailureCode>> => {
    const code = loads.get(id);
    if (code === 'never') return new Promise(() => undefined);
    const ready = { modelId: id, device: 'wasm' as const, threads: 1, loadMs: 1, turnMs: { wasm: null, webgpu: null } };
    const loaded = code === undefined ? success(ready) : failure(code, `${id} failed`);
    status = loaded.ok ? { phase: 'ready', ...ready } : { phase: 'failed', code: loaded.code, message: loaded.message };
    onStatus(status);
    return Promise.resolve(loaded);
  };
  return {
    name,
    session: {
      id,
      confidenceThreshold: 0,
      ready: () => status.phase === 'ready',
      generate: ({ modelId }) => {
        const code = answers.get(id);
        if (code !== undefined) return Promise.resolve(failure(code, `${id} is gone.`));
        return Promise.resolve(success({ text: modelId, confidence: 1, tokens: 1, timings }));
      },
      interrupt: () => undefined,
    },
    status: () => status,
    load,
  };
}

beforeEach(() => {
  loads = new Map();
  answers = new Map();
  attempt = null;
  engines = new EngineSwitch({
    wire: (model, onStatus) => success(scripted(model, onStatus)),
    find: (id) => {
      const manifest = findManifest(id);
      return Promise.resolve(manifest.ok ? manifest.value : null);
    },
    attempt: {
      read: () => attempt,
      write: (id) => {
        attempt = id;
      },
    },
    onChange: () => undefined,
  });
});

const ask = (runId = 'r') => engines.session().generate({ runId, modelId: 'x', text: 'x', state }, () => undefined);

describe('the engine in use', () => {
  it('is the chosen one, asked by its own id', async () => {
    await engines.begin('llama-3-2-1b', null);
    expect(engines.view()).toMatchObject({ inUse: 'llama-3-2-1b', fallback: null, status: { phase: 'ready' } });
    expect(await ask()).toMatchObject({ ok: true, value: { text: 'llama-3-2-1b' } });
    expect(engines.session()).toMatchObject({ id: 'llama-3-2-1b' });
    expect(attempt).toBeNull();
  });

  const codes = ['no_runtime', 'out_of_memory', 'model_missing', 'model_corrupt', 'download_blocked'] as const;
  it.each(codes)('gives way to the embedded agent where its load ends in %s', async (code) => {
    loads.set('llama-3-2-1b', code);
    await engines.begin('llama-3-2-1b', null);
    expect(engines.view()).toMatchObject({
      choice: 'llama-3-2-1b',
      inUse: 'errand-agent',
      fallback: { from: 'llama-3-2-1b', name: 'Llama 3.2 1B', code },
      status: { phase: 'ready', modelId: 'errand-agent' },
    });
    expect(await ask()).toMatchObject({ ok: true, value: { text: 'errand-agent' } });
  });

  it.each(['device_lost', 'worker_died', 'engine_failed'] as const)(
    'gives way where it ends in %s while it answers, and the next sentence is answered',
    async (code) => {
      await engines.begin('llama-3-2-1b', null);
      answers.set('llama-3-2-1b', code);
      const answer = await ask();
      expect(answer).toMatchObject({ ok: false, code });
      expect(engines.session().standIn?.(code, 'gone')).toMatchObject({ id: 'errand-agent' });
      expect(await ask()).toMatchObject({ ok: true, value: { text: 'errand-agent' } });
      expect(engines.view().fallback).toMatchObject({ code, message: 'gone' });
    },
  );

  it('stays where only this sentence was the trouble, and where it is the embedded agent itself', async () => {
    await engines.begin('llama-3-2-1b', null);
    expect(engines.session().standIn?.('input_too_long', '')).toBeNull();
    await engines.choose('errand-agent');
    expect(engines.session().standIn?.('worker_died', '')).toBeNull();
  });

  it('is not loaded again where the page closed under its load', async () => {
    loads.set('llama-3-2-1b', 'never');
    void engines.begin('llama-3-2-1b', null);
    await Promise.resolve();
    await Promise.resolve();
    expect(attempt).toBe('llama-3-2-1b');
    await engines.begin('llama-3-2-1b', null);
    expect(engines.view()).toMatchObject({ inUse: 'errand-agent', fallback: { code: 'crashed_before' } });
    loads.clear();
    await engines.reload();
    expect(engines.view()).toMatchObject({ inUse: 'llama-3-2-1b', fallback: null });
  });

  it('is the last one chosen, whichever load ends last', async () => {
    loads.set('qwen3-4b', 'never');
    void engines.begin('qwen3-4b', null);
    await engines.choose('llama-3-2-1b');
    expect(engines.view()).toMatchObject({ inUse: 'llama-3-2-1b', status: { phase: 'ready' } });
  });

  it('can be stopped while another one is still loading', async () => {
    loads.set('qwen3-4b', 'never');
    void engines.begin('qwen3-4b', null);
    const answer = ask('stopped');
    engines.session().interrupt('stopped');
    expect(await answer).toMatchObject({ ok: false, code: 'interrupted' });
  });

  it('gives way where the model is not on the list any more', async () => {
    await engines.begin('own-gone', null);
    expect(engines.view()).toMatchObject({ inUse: 'errand-agent', fallback: { code: 'no_runtime' } });
  });
});

describe('the measurement of both embedded engines', () => {
  const measured = (processorMs: number | null, graphicsMs: number | null) => ({
    at: '2026-11-21T10:00:00Z',
    version: 'v',
    processorMs,
    graphicsMs,
    reason: null,
  });

  it('takes the graphics card only where it is clearly faster', () => {
    expect(fasterEngine(measured(200, 100))).toBe('errand-agent-webllm');
    expect(fasterEngine(measured(200, 190))).toBe('errand-agent');
    expect(fasterEngine(measured(200, null))).toBe('errand-agent');
    expect(fasterEngine(null)).toBe('errand-agent');
  });

  it('switches the automatic choice, and nothing that was chosen by hand', async () => {
    await engines.begin('auto', null);
    expect(engines.view().inUse).toBe('errand-agent');
    engines.measured(measured(200, 100));
    await ask();
    expect(engines.view().inUse).toBe('errand-agent-webllm');
    await engines.choose('errand-agent');
    engines.measured(measured(300, 100));
    await ask();
    expect(engines.view().inUse).toBe('errand-agent');
  });

  it('is not believed for other files, or where it is no measurement', () => {
    expect(readMeasurement(measured(1, 2), 'v')).toEqual(measured(1, 2));
    expect(readMeasurement(measured(1, 2), 'w')).toBeNull();
    expect(readMeasurement({ processorMs: 'fast' }, 'v')).toBeNull();
  });
});

describe('a measurement that nobody asked for', () => {
  const card = { adapter: { isSoftware: false }, isOnline: true, savesData: false, hasLocks: true };
  it.each([
    ['begins with a real card', {}, null],
    ['not without one', { adapter: null }, 'no-adapter'],
    ['not where the processor plays one', { adapter: { isSoftware: true } }, 'software'],
    ['not offline', { isOnline: false }, 'offline'],
    ['not where data is saved', { savesData: true }, 'saves-data'],
    ['not where tabs cannot agree', { hasLocks: false }, 'no-locks'],
  ])('%s', (_, change, reason) => {
    expect(whyNotByItself({ ...card, ...change })).toBe(reason);
  });
});
