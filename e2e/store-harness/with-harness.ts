import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { serveFolder, type StaticServer } from '../../headless/static-server.ts';
import { acknowledgement, refusal } from './acknowledgement.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the harness into a folder of the test's own and serves it while `body` runs. */
export async function withHarness(body: (server: StaticServer) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'errand-store-harness-'));
  await build({
    configFile: false,
    root: `${root}e2e/store-harness`,
    base: './',
    logLevel: 'error',
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
    worker: { format: 'es' },
  });
  const server = await serveFolder({ folder, port: 0 });
  try {
    await body(server);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function openHarness(page: Page, server: StaticServer): Promise<Page> {
  await page.goto(server.url);
  await page.waitForFunction(() => 'store' in window);
  return page;
}

/** Lets the page write until it ends. Both lists grow: ids of the runs that were kept, codes of those that were not. */
export function startWriting(page: Page, seed: number, kept: string[] = []): { kept: string[]; refused: string[] } {
  const refused: string[] = [];
  page.on('console', (message) => {
    const said = message.text();
    if (said.startsWith(acknowledgement)) kept.push(said.slice(acknowledgement.length));
    if (said.startsWith(refusal)) refused.push(said.slice(refusal.length));
  });
  void page.evaluate((value) => window.store.write(value), seed).catch(() => undefined);
  return { kept, refused };
}
