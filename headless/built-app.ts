import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { Automation } from '../src/automation/automation.ts';
import type { AskOptions, AskOutput, AskRow } from '../src/automation/ask-row.ts';
import { browserFlags, findBrowser, type Graphics } from './find-browser.ts';
import { serveFolder } from './static-server.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

export type BuiltApp = {
  page: Page;
  startAsking: (options: AskOptions) => Promise<{ ok: true } | { ok: false; message: string }>;
  ask: (row: AskRow) => Promise<AskOutput>;
  close: () => Promise<void>;
};

export type OpenedBrowser = { context: BrowserContext; url: string; close: () => Promise<void> };

/** The built app on a server of its own, and a browser without a tab yet. */
export async function openBrowser(graphics: Graphics = 'none'): Promise<OpenedBrowser> {
  if (!existsSync(`${dist}/index.html`)) throw new Error('There is no build. Run "npm run build" first.');
  const server = await serveFolder({ folder: dist, port: 0 });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags(graphics) });
  const context = await browser.newContext();
  context.on('weberror', (error) => process.stderr.write(`page: ${error.error().message}\n`));
  return {
    context,
    url: server.url,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens the built app in a headless browser, at the door that commands use (`#automation`). */
export async function openBuiltApp(graphics: Graphics = 'none'): Promise<BuiltApp> {
  const { context, url, close } = await openBrowser(graphics);
  const page = await context.newPage();
  await page.goto(`${url}#automation`);
  await page.waitForFunction(() => 'errandAutomation' in globalThis);
  return {
    page,
    startAsking: (options) => page.evaluate((given) => globalThis.errandAutomation.start(given), options),
    ask: (row) => page.evaluate((given) => globalThis.errandAutomation.ask(given), row),
    close,
  };
}

declare global {
  var errandAutomation: Automation;
}
