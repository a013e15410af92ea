import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { browserFlags, findBrowser } from '../headless/find-browser.ts';
import { serveFolder, type StaticServer } from '../headless/static-server.ts';
import { acknowledgement } from './store-harness/acknowledgement.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}test-results/store-harness`;
const kills = process.env['ERRAND_LONG'] === '1' ? 200 : 20;
const seed = Number(process.env['ERRAND_SEED'] ?? Date.now() % 2 ** 31);

/** A browser of its own process group, so that it can be killed as a power cut would: all of it, without a word. */
async function startBrowser(profile: string): Promise<{ process: ChildProcess; browser: Browser }> {
  const child = spawn(
    findBrowser(),
    [...browserFlags(), '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`The browser ended: ${said}`));
    });
  });
  return { process: child, browser: await chromium.connectOverCDP(address) };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

async function openHarness(browser: Browser, server: StaticServer): Promise<Page> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'store' in window);
  return page;
}

/** Builds the harness and serves it, with a profile that outlives its browsers. */
async function withHarness(body: (server: StaticServer, profile: string) => Promise<void>): Promise<void> {
  await build({
    configFile: false,
    root: `${root}e2e/store-harness`,
    base: './',
    logLevel: 'error',
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
    worker: { format: 'es' },
  });
  const server = await serveFolder({ folder, port: 0 });
  const profile = mkdtempSync(join(tmpdir(), 'errand-durability-'));
  try {
    await body(server, profile);
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** As a kill leaves it between the two writes of one record: a header, of a length that never came. */
function tearLog(profile: string): void {
  const databases = join(profile, 'Default', 'IndexedDB');
  const [database] = readdirSync(databases).filter((name) => name.endsWith('.leveldb'));
  if (database === undefined) throw new Error('The browser keeps its databases in another way: tear that.');
  const logs = readdirSync(join(databases, database)).filter((name) => name.endsWith('.log'));
  for (const log of logs) appendFileSync(join(databases, database, log), Buffer.from([1, 2, 3, 4, 0x40, 0, 1]));
}

/** Starts the browser, checks what is kept, and kills it while it writes: after `runs` more runs and some milliseconds. */
async function writeAndKill(
  { server, profile, kept }: { server: StaticServer; profile: string; kept: string[] },
  { round, runs, waitMs }: { round: number; runs: number; waitMs: number },
): Promise<void> {
  const { process: child, browser } = await startBrowser(profile);
  const page = await openHarness(browser, server);
  const found = await page.evaluate(() => window.store.look());
  expect(found.isWhole, `the tasks are what the kept runs make, round ${String(round)}`).toBe(true);
  const lost = kept.filter((runId) => !found.runIds.includes(runId));
  expect(lost, `runs that were acknowledged and are gone, round ${String(round)}`).toEqual([]);
  const before = kept.length;
  page.on('console', (message) => {
    if (message.text().startsWith(acknowledgement)) kept.push(message.text().slice(acknowledgement.length));
  });
  void page.evaluate((value) => window.store.write(value), seed + round).catch(() => undefined);
  await expect.poll(() => kept.length - before, { intervals: [10] }).toBeGreaterThan(runs);
  await page.waitForTimeout(waitMs);
  await kill(child);
  await browser.close().catch(() => undefined);
}

test('a log that a kill has torn costs nothing, however often', async () => {
  await withHarness(async (server, profile) => {
    const kept: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await writeAndKill({ server, profile, kept }, { round, runs: 3, waitMs: 0 });
      tearLog(profile);
    }
  });
});

test('the browser is killed again and again: no run is lost, none is there by half', async () => {
  test.setTimeout((kills + 1) * 30_000);
  console.info(`durability: ${String(kills)} of 200 kills, seed ${String(seed)} (ERRAND_SEED sets it)`);
  await withHarness(async (server, profile) => {
    const kept: string[] = [];
    // At a moment of its own each time, within a run or between two; the last round looks at what the last kill left.
    for (let round = 0; round <= kills; round += 1) {
      await writeAndKill(
        { server, profile, kept },
        { round, runs: (seed + round) % 7, waitMs: (seed + round * 7919) % 150 },
      );
    }
  });
});
