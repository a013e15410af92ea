import * as v from 'valibot';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { ModelFile } from '../protocol/engine.ts';
import { calibrationSchema } from './calibration.ts';

const pathSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/));
const fileSchema = v.strictObject({
  path: pathSchema,
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const nonEmpty = v.pipe(v.string(), v.minLength(1));
const addressSchema = v.pipe(v.string(), v.url());
const sourceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('mlc'), model: addressSchema, revision: nonEmpty, library: addressSchema }),
  v.strictObject({
    kind: v.literal('files'),
    folder: addressSchema,
    paths: v.pipe(v.array(pathSchema), v.minLength(1)),
  }),
  v.strictObject({ kind: v.literal('server'), address: addressSchema, model: v.string() }),
]);

/** The shape of `model-manifests/schema.json`, which says what each field is for; a test holds the two equal. */
export const manifestSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
    kind: v.picklist(['agent', 'guard', 'actor', 'writer']),
    adapter: v.picklist([
      'prefix-lm',
      'guard-bert',
      'webllm',
      'webllm-chat',
      'transformers-chat',
      'prompt-api',
      'local-server',
    ]),
    name: nonEmpty,
    summary: nonEmpty,
    licence: nonEmpty,
    languages: v.pipe(v.array(nonEmpty), v.minLength(1)),
    version: v.optional(nonEmpty),
    base: v.optional(nonEmpty),
    data: v.optional(nonEmpty),
    quantization: v.optional(nonEmpty),
    context: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    seed: v.optional(v.pipe(v.number(), v.integer())),
    trainedWith: v.optional(nonEmpty),
    metrics: v.optional(v.record(v.string(), v.unknown())),
    embedded: v.optional(v.boolean(), false),
    folder: v.optional(pathSchema),
    files: v.optional(v.pipe(v.array(fileSchema), v.minLength(1))),
    calibration: v.optional(calibrationSchema),
    source: v.optional(sourceSchema),
    promptFormat: v.optional(nonEmpty),
    settings: v.optional(v.record(v.string(), v.union([v.number(), v.string(), v.boolean()]))),
  }),
  v.check(({ embedded, files }) => !embedded || files !== undefined, 'An embedded model needs files'),
  v.check(({ folder, files }) => files === undefined || folder !== undefined, 'Files need a folder'),
);
export type ModelManifest = v.InferOutput<typeof manifestSchema>;

export type ManifestFailure = 'manifest_unknown' | 'manifest_invalid';

// Data only, bundled with the app; a file added to the folder is a model added to the choice.
const bundled = import.meta.glob<unknown>(['../../model-manifests/*.json', '!../../model-manifests/schema.json'], {
  eager: true,
  import: 'default',
});

export function checkManifest(data: unknown): Outcome<ModelManifest, 'manifest_invalid'> {
  const parsed = v.safeParse(manifestSchema, data);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure(
    'manifest_invalid',
    `The model's manifest is not valid at “${v.getDotPath(issue) ?? ''}”: ${issue.message}`,
  );
}

/** Every manifest of the app that is valid, by id. */
export function listManifests(): ModelManifest[] {
  return Object.values(bundled)
    .flatMap((data) => {
      const manifest = checkManifest(data);
      return manifest.ok ? [manifest.value] : [];
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

export function findManifest(id: string): Outcome<ModelManifest, ManifestFailure> {
  const found = Object.entries(bundled).find(([path]) => path.endsWith(`/${id}.json`));
  return found === undefined ? failure('manifest_unknown', `There is no model “${id}”.`) : checkManifest(found[1]);
}

/** The files with absolute addresses, so that a worker needs to know nothing of where the app lies. */
export function resolveFiles({ folder, files }: ModelManifest, appUrl: string = appRootUrl()): ModelFile[] {
  return (files ?? []).map(({ path, sizeBytes, sha256 }) => ({
    path,
    url: new URL(`${folder ?? '.'}/${path}`, appUrl).href,
    sizeBytes,
    sha256,
  }));
}

/** Where the app lies, under any sub-path of any host. */
function appRootUrl(): string {
  return new URL(import.meta.env.BASE_URL, document.baseURI).href;
}
