/**
 * How long it takes from a commit in one tab until another tab's page shows it, with a bare message between the same two
 * tabs as the floor.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { openBrowser } from '../built-app.ts';
import type { Bench } from './bench.ts';
import { Samples } from './figures.ts';

export const bench: Bench = {
  summary: 'Two tabs of the app: from a commit in one until the other shows it.',
  // A list shows its first rows until it is scrolled; all that is added here has to be among them.
  rounds: 20,
  run: async ({ rounds, onProgress }) => {
    const { context, url, close } = await openBrowser();
    try {
      const [writing, watching] = [await openTab(context, url), await openTab(context, url)];
      const samples = new Samples();
      const warmUps = 3;
      for (let round = -warmUps; round < rounds; round++) {
        const shownMs = await addAndWatch(writing, watching, `errand ${String(round)} of the bench`);
        const messageMs = await sendAndWatch(writing, watching, round);
        if (round < 0) continue;
        samples.add('a commit until the other tab shows it', 'ms', shownMs);
        samples.add('a bare message between the tabs', 'ms', messageMs);
        onProgress(`${String(round + 1)} of ${String(rounds)}`);
      }
      const [shown, bare] = ['a commit until the other tab shows it', 'a bare message between the tabs'];
      return { rows: samples.rows(), ratios: [samples.ratio('shown / bare message', shown, bare)] };
    } finally {
      await close();
    }
  },
};

/** What the two tabs note down. Times are on the machine's clock, which both share. */
type Noted = {
  committedAt: number | null;
  seenAt: number | null;
  sentAt: number;
  heardAt: { [round: number]: number };
};

declare global {
  var benchNoted: Noted;
}

async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.benchNoted = { committedAt: null, seenAt: null, sentAt: 0, heardAt: {} };
    // A commit is announced to the other tabs right after its transaction has ended.
    const send = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (this: BroadcastChannel, message: unknown): void {
      if (this.name === 'errand-changes') benchNoted.committedAt ??= performance.timeOrigin + performance.now();
      send.call(this, message);
    };
    new BroadcastChannel('bench').onmessage = ({ data }: MessageEvent<number>) => {
      benchNoted.heardAt[data] = performance.timeOrigin + performance.now();
    };
  });
  await page.goto(url);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Inbox\b/ })
    .click();
  await page.getByRole('textbox', { name: 'Add to Inbox' }).waitFor();
  return page;
}

async function addAndWatch(writing: Page, watching: Page, title: string): Promise<number> {
  await watching.evaluate((text) => {
    benchNoted.seenAt = null;
    const observer = new MutationObserver(() => {
      if (!document.body.textContent.includes(text)) return;
      benchNoted.seenAt = performance.timeOrigin + performance.now();
      observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, title);
  const field = writing.getByRole('textbox', { name: 'Add to Inbox' });
  await field.fill(title);
  await writing.evaluate(() => (benchNoted.committedAt = null));
  await field.press('Enter');
  const seen = await watching.waitForFunction(() => benchNoted.seenAt);
  const [seenAt, committedAt] = [await seen.jsonValue(), await writing.evaluate(() => benchNoted.committedAt)];
  if (seenAt === null || committedAt === null) throw new Error('The commit was not announced');
  return seenAt - committedAt;
}

async function sendAndWatch(writing: Page, watching: Page, round: number): Promise<number> {
  const sentAt = await writing.evaluate((sent) => {
    const channel = new BroadcastChannel('bench');
    const at = performance.timeOrigin + performance.now();
    channel.postMessage(sent);
    channel.close();
    return at;
  }, round);
  const heard = await watching.waitForFunction((sent) => benchNoted.heardAt[sent] ?? null, round);
  return ((await heard.jsonValue()) ?? NaN) - sentAt;
}
