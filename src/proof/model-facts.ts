import type { ModelManifest } from '../engine/manifests.ts';

/** Which file a measurement was of. Its bytes were held against the hash when it was loaded. */
export type ModelFacts = { id: string; version: string | null; sha256: string | null };

export function modelFile({ id, version, files }: ModelManifest): ModelFacts {
  const graph = files?.find(({ path }) => path === 'model.onnx');
  return { id, version: version ?? null, sha256: graph?.sha256 ?? null };
}
