import * as v from 'valibot';
import { automaticChoice, embeddedEngines, readMeasurement, type EngineMeasurement } from './engine/measurement.ts';
import { checkManifest, findManifest, type ModelManifest } from './engine/manifests.ts';
import type { Store } from './store/repository.ts';

/** What is kept of the person's engines, each under its own name in the settings. */
export const engineKeys = {
  choice: 'engineChoice',
  measurement: 'engineMeasurement',
  own: 'ownModels',
  server: 'localServer',
} as const;

/** Off unless switched on; then where it listens and which of its models is asked. */
const serverSchema = v.object({ address: v.pipe(v.string(), v.url()), model: v.string() });
export type LocalServer = v.InferOutput<typeof serverSchema>;

export const localServerId = 'local-server';

/** Which files the embedded engines are made of: a measurement of others says nothing about these. */
export function embeddedVersion(): string {
  return Object.values(embeddedEngines)
    .map((id) => {
      const manifest = findManifest(id);
      return manifest.ok ? (manifest.value.files ?? []).map(({ sha256 }) => sha256.slice(0, 8)).join('') : '';
    })
    .join('-');
}

export async function readEngineSettings(
  store: Store | null,
): Promise<{ choice: string; measurement: EngineMeasurement | null }> {
  const [choice, measurement] = await Promise.all([
    store?.readSetting(engineKeys.choice),
    store?.readSetting(engineKeys.measurement),
  ]);
  return {
    choice: choice?.ok === true && typeof choice.value === 'string' ? choice.value : automaticChoice,
    measurement: readMeasurement(measurement?.ok === true ? measurement.value : null, embeddedVersion()),
  };
}

/** Models that the person added: manifests like any other, checked again each time they are read. */
export async function readOwnModels(store: Store | null): Promise<ModelManifest[]> {
  const kept = await store?.readSetting(engineKeys.own);
  const rows: unknown = kept?.ok === true ? kept.value : [];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const manifest = checkManifest(row);
    return manifest.ok && !findManifest(manifest.value.id).ok ? [manifest.value] : [];
  });
}

/** Null while it is switched off. */
export async function readLocalServer(store: Store | null): Promise<LocalServer | null> {
  const kept = await store?.readSetting(engineKeys.server);
  const parsed = v.safeParse(serverSchema, kept?.ok === true ? kept.value : null);
  return parsed.success ? parsed.output : null;
}

/** A model of the app's or the person's own. The server nearby is there only while it is switched on. */
export async function findModel(store: Store | null, id: string): Promise<ModelManifest | null> {
  const bundled = findManifest(id);
  if (!bundled.ok) return (await readOwnModels(store)).find((own) => own.id === id) ?? null;
  if (id !== localServerId) return bundled.value;
  const server = await readLocalServer(store);
  return server === null ? null : { ...bundled.value, source: { kind: 'server', ...server } };
}
