import { pageAdapters, type AdapterId } from '../protocol/engine.ts';
import type { EngineClient } from './engine-client.ts';

/** A client for what only a page can reach, or null for what runs in the worker. */
export function connectPage(adapter: AdapterId): EngineClient | null {
  if (!pageAdapters.includes(adapter)) return null;
  return null;
}
