import * as v from 'valibot';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { ModelSource } from './engine.ts';

/** A model that is fetched: not one behind a server. */
export type FileSource = Exclude<ModelSource, { kind: 'server' }>;

/** What is known of a file before it has come. */
export type WantedFile = {
  url: string;
  /** The cache that its runtime looks into. */
  cache: string;
  /** Null where only the server can say it. */
  sizeBytes: number | null;
  hash: { kind: 'md5' | 'sha256'; value: string } | null;
};

/** web-llm's names for its caches, which it looks into before it asks the network. */
export const webLlmCaches = { config: 'webllm/config', model: 'webllm/model', library: 'webllm/wasm' } as const;
/** What transformers.js is handed its files from. */
export const plainFilesCache = 'errand-model-files';

const configSchema = v.object({ tokenizer_files: v.array(v.string()) });
const tensorsSchema = v.object({
  records: v.array(
    v.object({
      dataPath: v.pipe(v.string(), v.regex(/^[\w.-]+$/u)),
      nbytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
      md5sum: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u))),
    }),
  ),
});

/** The folder's address as web-llm makes it of a model's. */
export function folderOf({ model, revision }: { model: string; revision: string }): string {
  const address = model.endsWith('/') ? model : `${model}/`;
  return address.includes('/resolve/') ? address : new URL(`resolve/${revision}/`, address).href;
}

/** Whether it is one of the two that come when only the size is asked for. */
export function isIndexFile({ url }: WantedFile): boolean {
  return /\/(?:mlc-chat-config|tensor-cache)\.json$/u.test(url);
}

/** The two small files that say what else there is. */
export function indexFiles(source: Extract<FileSource, { kind: 'mlc' }>): { config: WantedFile; tensors: WantedFile } {
  const folder = folderOf(source);
  const small = (path: string, cache: string): WantedFile => ({
    url: new URL(path, folder).href,
    cache,
    sizeBytes: null,
    hash: null,
  });
  return {
    config: small('mlc-chat-config.json', webLlmCaches.config),
    tensors: small('tensor-cache.json', webLlmCaches.model),
  };
}

/** The files of a model beside its two indexes; their sizes and MD5 hashes where the index says them. */
export function listModelFiles(
  source: Extract<FileSource, { kind: 'mlc' }>,
  config: unknown,
  tensors: unknown,
): Outcome<WantedFile[], 'model_corrupt'> {
  const folder = folderOf(source);
  const settings = v.safeParse(configSchema, config);
  const index = v.safeParse(tensorsSchema, tensors);
  if (!settings.success || !index.success) {
    return failure('model_corrupt', `What lies at ${folder} is not a model in web-llm’s layout.`);
  }
  const tokenizer = ['tokenizer.json', 'tokenizer.model'].find((name) =>
    settings.output.tokenizer_files.includes(name),
  );
  if (tokenizer === undefined) return failure('model_corrupt', `The model at ${folder} names no tokenizer.`);
  const plain = (url: string, cache: string): WantedFile => ({ url, cache, sizeBytes: null, hash: null });
  const shards = index.output.records.map(({ dataPath, nbytes, md5sum }): WantedFile => ({
    url: new URL(dataPath, folder).href,
    cache: webLlmCaches.model,
    sizeBytes: nbytes,
    hash: md5sum === undefined ? null : { kind: 'md5', value: md5sum },
  }));
  return success([
    plain(new URL(tokenizer, folder).href, webLlmCaches.model),
    plain(source.library, webLlmCaches.library),
    ...shards,
  ]);
}

export function plainFiles({ folder, paths }: Extract<FileSource, { kind: 'files' }>): WantedFile[] {
  return paths.map((path) => ({
    url: new URL(path, folder).href,
    cache: plainFilesCache,
    sizeBytes: null,
    hash: null,
  }));
}
