import type { AdapterId } from '../protocol/engine.ts';
import type { EngineClient } from './engine-client.ts';
import { openBrowserModel } from './page/browser-model.ts';
import { openLocalServer } from './page/local-server.ts';
import { pageEngine } from './page/page-engine.ts';

/** A client for what only a page can reach, or null for what runs in the worker. */
export function connectPage(adapter: AdapterId): EngineClient | null {
  if (adapter === 'prompt-api') return pageEngine(openBrowserModel);
  return adapter === 'local-server' ? pageEngine(openLocalServer) : null;
}
