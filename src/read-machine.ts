import { adapterName, isSoftwareAdapter } from './core/graphics-adapter.ts';
import { storageUse } from './storage-use.ts';
import type { MachineReport } from './view/models/models-door.ts';

/** The browser's own model, where it has one (the Prompt API). */
type OwnModel = { availability: (options?: object) => Promise<string> };

/** Asks the browser what a model may have of this machine. */
export async function readMachine(): Promise<MachineReport> {
  const [adapter, storage, ownModel] = await Promise.all([readAdapter(), storageUse(), readOwnModel()]);
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return {
    adapter,
    memoryGb: deviceMemory ?? null,
    cores: navigator.hardwareConcurrency,
    hasThreads: globalThis.crossOriginIsolated,
    ...storage,
    ownModel,
  };
}

async function readAdapter(): Promise<MachineReport['adapter']> {
  // The type says that it is always there; older browsers say otherwise.
  const { gpu } = navigator as { gpu?: GPU };
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (adapter == null) return null;
  return {
    name: adapterName(adapter.info),
    isSoftware: isSoftwareAdapter(adapter.info),
    maxBufferBytes: adapter.limits.maxBufferSize,
    maxBindingBytes: adapter.limits.maxStorageBufferBindingSize,
    hasF16: adapter.features.has('shader-f16'),
  };
}

async function readOwnModel(): Promise<MachineReport['ownModel']> {
  const { LanguageModel } = globalThis as { LanguageModel?: OwnModel };
  const availability = await LanguageModel?.availability().catch(() => 'unavailable');
  if (availability === undefined || availability === 'unavailable') return 'no';
  return availability === 'available' ? 'ready' : 'fetchable';
}
