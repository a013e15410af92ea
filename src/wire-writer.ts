import type { ModelManifest } from './engine/manifests.ts';
import { openBrowserModel } from './engine/page/browser-model.ts';
import { openLocalServer } from './engine/page/local-server.ts';
import { pageWriter } from './engine/page/page-writer.ts';
import type { CodeWriter } from './lab/writer/code-writer.ts';
import { loadRequest } from './wire-engine.ts';

/**
 * A model as a writer of code for the Lab, or null where it is none: only what the page itself reaches can be asked freely
 * (the browser's own model, a server on this machine). The engine worker's models answer in calls.
 */
export async function openWriter(manifest: ModelManifest): Promise<CodeWriter | null> {
  const { adapter, id } = manifest;
  const open = { 'prompt-api': openBrowserModel, 'local-server': openLocalServer };
  if (adapter !== 'prompt-api' && adapter !== 'local-server') return null;
  const opened = await open[adapter](loadRequest(manifest, adapter, 'auto'), () => undefined);
  return opened.ok ? pageWriter(id, opened.value.model) : null;
}
