import * as v from 'valibot';
import type { DeskParts } from './download-desk.ts';

export const listsCacheName = 'errand-model-lists';

const listSchema = v.object({
  totalBytes: v.number(),
  files: v.array(
    v.object({
      url: v.pipe(v.string(), v.url()),
      cache: v.string(),
      sizeBytes: v.nullable(v.number()),
      hash: v.nullable(v.object({ kind: v.picklist(['md5', 'sha256']), value: v.string() })),
    }),
  ),
});

/** The lists of files of the models that were asked for, beside the files themselves. */
export function cacheLists(storage: CacheStorage = caches): DeskParts['lists'] {
  const keyOf = (id: string) =>
    new URL(`/errand-model-list/${encodeURIComponent(id)}`, globalThis.location.origin).href;
  return {
    read: async (id) => {
      const kept = await (await storage.open(listsCacheName)).match(keyOf(id));
      if (kept === undefined) return null;
      const parsed = v.safeParse(listSchema, await kept.json().catch(() => null));
      return parsed.success ? parsed.output : null;
    },
    write: async (id, list) => {
      const cache = await storage.open(listsCacheName);
      if (list === null) await cache.delete(keyOf(id));
      else await cache.put(keyOf(id), Response.json(list));
    },
  };
}
