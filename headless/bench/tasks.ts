/**
 * The screen with 10,000 tasks: from opening to a page that can be used, showing a view, completing a task, searching as
 * one types; and how much script the page takes before the model. A view is shown once while the models start, which takes
 * both processors for some seconds, and once when they are ready, as is all that follows. Each time runs on the page's own clock, from the event
 * until the frame after the change has been drawn, so up to one frame of waiting for the display is in it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { openBrowser } from '../built-app.ts';
import type { Bench } from './bench.ts';
import { Samples } from './figures.ts';

const tasksInEach = 5000;
const words = ['report', 'milk', 'dentist', 'garden', 'invoice', 'passport', 'lamp', 'letter', 'bicycle', 'window'];
const searches = ['report', 'dentsit', 'window 12', 'passp'];
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export const bench: Bench = {
  summary: '10,000 tasks: open, show a view, complete, search.',
  rounds: 20,
  run: async ({ rounds, onProgress }) => {
    const { context, url, close } = await openBrowser();
    try {
      const samples = new Samples();
      const page = await context.newPage();
      // The runner wraps named functions in this.
      await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
      await page.goto(url);
      onProgress('writing 10,000 tasks');
      await pasteTasks(page, 'Inbox');
      await pasteTasks(page, 'Today');
      const script = await scriptBeforeUse(page, url);
      // From the second visit on the service worker has all that the page needs.
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 180_000 });
      samples.add('script before the model, gzipped', 'KiB', script / 1024);
      const warmUps = 2;
      for (let round = -warmUps; round < rounds; round++) {
        await context.setOffline(true);
        const openedOffline = await openToUse(page, url);
        await context.setOffline(false);
        const opened = await openToUse(page, url);
        const place = round % 2 === 0 ? 'Today' : 'Inbox';
        const shownEarly = await showView(page, place);
        await waitForModels(page);
        const shown = await showView(page, place);
        const completed = await completeFirst(page);
        const bare = await bareFrame(page);
        const searched = await typeSearch(page, searches[Math.abs(round) % searches.length] ?? '');
        if (round < 0) continue;
        samples.add('open until it can be used', 'ms', opened);
        samples.add('the same without a network', 'ms', openedOffline);
        samples.add('show a view while the models start', 'ms', shownEarly);
        samples.add('show a view until it is drawn', 'ms', shown);
        samples.add('complete a task until it is drawn as done', 'ms', completed.tickedMs);
        samples.add('until it is kept and out of the list', 'ms', completed.leftMs);
        samples.add('a bare change until it is drawn', 'ms', bare);
        samples.add('search, one letter until it is drawn', 'ms', ...searched);
        onProgress(`${String(round + 1)} of ${String(rounds)}`);
      }
      const ratio = samples.ratio(
        'complete / bare change',
        'complete a task until it is drawn as done',
        'a bare change until it is drawn',
      );
      return { rows: samples.rows(), ratios: [ratio] };
    } finally {
      await close();
    }
  },
};

async function pasteTasks(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${place}\\b`) })
    .click();
  await page.getByRole('textbox', { name: `Add to ${place}` }).focus();
  const lines = Array.from(
    { length: tasksInEach },
    (_, at) => `${words[at % words.length] ?? ''} ${String(at)} for ${words[(at * 7) % words.length] ?? ''}`,
  );
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, lines.join('\n'));
  await page.getByText(`Added ${String(tasksInEach)} tasks`).waitFor({ timeout: 180_000 });
}

/** Until rows are drawn and the field takes words, counted from the navigation. */
async function openToUse(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${url}#inbox`, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          const usable = document.querySelector('#command') !== null && document.querySelector('#tasks [data-task]');
          requestAnimationFrame(() => {
            if (!usable) look();
            else setTimeout(() => done(performance.now()));
          });
        };
        look();
      }),
  );
  return handle.jsonValue();
}

/** Bytes of all scripts that the page itself had loaded by the time it could be used; workers load the models'. */
async function scriptBeforeUse(page: Page, url: string): Promise<number> {
  await openToUse(page, url);
  const paths = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js') && !path.includes('worker')),
  );
  return [...new Set(paths)].reduce((sum, path) => sum + gzipSync(readFileSync(`${dist}${path}`)).length, 0);
}

async function showView(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const heading = () => document.querySelector('#place-name')?.textContent.trim();
    const link = (text: string) =>
      [...document.querySelectorAll<HTMLAnchorElement>('nav a')].find((a) => a.textContent.trim().startsWith(text));
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const go = async (text: string) => {
      link(text)?.click();
      while (heading() !== text) await new Promise((done) => setTimeout(done));
      await drawn();
    };
    await go(wanted === 'Today' ? 'Inbox' : 'Today');
    const from = performance.now();
    await go(wanted);
    return performance.now() - from;
  }, name);
}

async function waitForModels(page: Page): Promise<void> {
  await page.getByText('Ready', { exact: false }).first().waitFor({ timeout: 180_000 });
  await page.getByText('Guard starting').waitFor({ state: 'detached', timeout: 180_000 });
}

async function completeFirst(page: Page): Promise<{ tickedMs: number; leftMs: number }> {
  return page.evaluate(async () => {
    // A click comes between two frames, wherever that is.
    await new Promise((done) => setTimeout(done, 300 + Math.random() * 16));
    const row = document.querySelector<HTMLElement>('#tasks [data-task]');
    const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (!row || !box) throw new Error('There is no task to complete');
    const from = performance.now();
    const left = new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        if (row.isConnected) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    // Asked for before the click, so that nothing which the click sets off comes between the frame and its clock.
    const frame = new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
    box.click();
    const tickedMs = (await frame) - from;
    if (row.isConnected && !row.classList.contains('done'))
      throw new Error('The frame after the click shows no change');
    return { tickedMs, leftMs: (await left) - from };
  });
}

/** The floor: the smallest change there is. */
async function bareFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 100 + Math.random() * 16));
    const from = performance.now();
    document.body.dataset['bench'] = String(from);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - from;
  });
}

async function typeSearch(page: Page, text: string): Promise<number[]> {
  await page.goto(`${page.url().replace(/#.*/, '')}#search`);
  await page.getByRole('searchbox').waitFor();
  return page.evaluate(async (letters) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) throw new Error('There is no search field');
    const times: number[] = [];
    for (const letter of letters) {
      await new Promise((done) => setTimeout(done, 80 + Math.random() * 16));
      const from = performance.now();
      field.value += letter;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - from);
    }
    return times;
  }, text);
}
