import type { StorageUse } from './view/transfer/transfer-door.ts';

/** What the browser says of the room this app has; null where it does not say. */
export async function storageUse(): Promise<StorageUse> {
  if (!('storage' in navigator)) return { usedBytes: null, quotaBytes: null, persisted: null };
  const [estimate, persisted] = await Promise.all([
    navigator.storage.estimate().catch((): StorageEstimate => ({})),
    navigator.storage.persisted().catch(() => null),
  ]);
  return { usedBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null, persisted };
}
