import type { SessionEngine } from './agent/session.ts';
import type { EngineStatus } from './core/engine-status.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { calibrated, type Calibration } from './engine/calibration.ts';
import { connectEngine, type EngineClient } from './engine/engine-client.ts';
import { findManifest, resolveFiles, type ModelManifest } from './engine/manifests.ts';
import {
  chatAdapters,
  type AdapterId,
  type Device,
  type EngineFailureCode,
  type EngineReady,
  type Generation,
  type LoadRequest,
} from './protocol/engine.ts';
import { filterSpec, registry } from './tools/registry.ts';

/** The engine that answers unless the person chose another, and that takes over where that one fails. */
export const defaultEngineId = 'errand-agent';

/** Until a model's manifest names the threshold chosen on its dev set, nothing is held back. */
const noThreshold = 0;

export type WiredEngine = {
  session: SessionEngine;
  name: string;
  status: () => EngineStatus;
  /** Settles when the load has ended, well or not. */
  load: (device: Device) => Promise<Outcome<EngineReady, EngineFailureCode>>;
};

/** A client for an adapter: the engine worker, or the page for what only a page can reach. */
export type ConnectEngine = (adapter: AdapterId) => EngineClient;

/** A client, its manifest and its status in one piece, as the session and the screen need them. */
export function wireEngine(
  model: string | ModelManifest,
  onStatus: (status: EngineStatus) => void,
  connect: ConnectEngine = () => connectEngine(),
): Outcome<WiredEngine, 'engine_unavailable'> {
  const found = typeof model === 'string' ? findManifest(model) : { ok: true as const, value: model };
  if (!found.ok) return failure('engine_unavailable', found.message);
  const manifest = found.value;
  const { adapter, id, calibration } = manifest;
  if (adapter === 'guard-bert') return failure('engine_unavailable', `“${id}” is not a model that answers.`);
  const client = connect(adapter);
  let status: EngineStatus = { phase: 'loading', loadedBytes: 0, totalBytes: totalBytes(manifest) };
  const setStatus = (next: EngineStatus) => {
    status = next;
    onStatus(next);
  };
  return {
    ok: true,
    value: {
      name: manifest.name,
      session: {
        id,
        confidenceThreshold: Number(manifest.settings?.['confidenceThreshold'] ?? noThreshold),
        ready: () => status.phase === 'ready',
        usesObservations: chatAdapters.includes(adapter),
        generate: async (request, onText) => judged(await client.generate(request, onText), calibration),
        interrupt: (runId) => {
          client.interrupt(runId);
        },
      },
      status: () => status,
      load: (device) => load(client, loadRequest(manifest, adapter, device), setStatus),
    },
  };
}

/** The confidence of a model that was calibrated is that of its whole answer. */
function judged(
  generated: Outcome<Generation, EngineFailureCode>,
  calibration: Calibration | undefined,
): Outcome<Generation, EngineFailureCode> {
  if (!generated.ok || calibration === undefined) return generated;
  const { doubt } = generated.value;
  return doubt === undefined ? generated : success({ ...generated.value, confidence: calibrated(doubt, calibration) });
}

function totalBytes({ files }: ModelManifest): number {
  return (files ?? []).reduce((sum, file) => sum + file.sizeBytes, 0);
}

export function loadRequest(manifest: ModelManifest, adapter: AdapterId, device: Device): LoadRequest {
  return {
    modelId: manifest.id,
    adapter,
    vocabulary: { tools: registry, filter: filterSpec },
    files: resolveFiles(manifest),
    ...(manifest.source === undefined ? {} : { source: manifest.source }),
    ...(manifest.context === undefined ? {} : { context: manifest.context }),
    device,
    threads: usableThreads(),
  };
}

async function load(
  client: EngineClient,
  request: LoadRequest,
  setStatus: (status: EngineStatus) => void,
): Promise<Outcome<EngineReady, EngineFailureCode>> {
  setStatus({
    phase: 'loading',
    loadedBytes: 0,
    totalBytes: request.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  });
  const loaded = await client.load(request, ({ loadedBytes, totalBytes }) => {
    setStatus({ phase: 'loading', loadedBytes, totalBytes });
  });
  setStatus(
    loaded.ok ? { phase: 'ready', ...loaded.value } : { phase: 'failed', code: loaded.code, message: loaded.message },
  );
  return loaded;
}

/** More than two threads do not pay for so small a model; without isolation there is only one. */
export function usableThreads(): number {
  return globalThis.crossOriginIsolated ? Math.min(2, Math.max(1, navigator.hardwareConcurrency)) : 1;
}
