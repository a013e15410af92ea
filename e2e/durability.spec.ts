import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser } from '@playwright/test';
import { browserFlags, findBrowser } from '../headless/find-browser.ts';
import type { StaticServer } from '../headless/static-server.ts';
import { openHarness, startWriting, withHarness } from './store-harness/with-harness.ts';

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

/** A profile that outlives its browsers, and the harness served. */
async function withProfile(body: (server: StaticServer, profile: string) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'errand-durability-'));
  try {
    await withHarness((server) => body(server, profile));
  } finally {
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
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = await openHarness(await context.newPage(), server);
  const found = await page.evaluate(() => window.store.look());
  expect(found.isWhole, `the tasks are what the kept runs make, round ${String(round)}`).toBe(true);
  const lost = kept.filter((runId) => !found.runIds.includes(runId));
  expect(lost, `runs that were acknowledged and are gone, round ${String(round)}`).toEqual([]);
  const before = kept.length;
  startWriting(page, seed + round, kept);
  await expect.poll(() => kept.length - before, { intervals: [10] }).toBeGreaterThan(runs);
  await page.waitForTimeout(waitMs);
  await kill(child);
  await browser.close().catch(() => undefined);
}

test('a log that a kill has torn costs nothing, however often', async () => {
  await withProfile(async (server, profile) => {
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
  await withProfile(async (server, profile) => {
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
