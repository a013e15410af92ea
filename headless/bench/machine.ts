import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../find-browser.ts';

/** What the figures were measured on, in one line: a time says little without it. */
export async function describeMachine(): Promise<string> {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  return [`${String(availableParallelism())} × ${model}`, memory, platform(), await browserVersion()].join(', ');
}

/** The mean number of processes that wanted to run in the last minute. */
export function currentLoad(): string {
  return (loadavg()[0] ?? NaN).toFixed(1);
}

async function browserVersion(): Promise<string> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags() });
  try {
    return `${browser.browserType().name()} ${browser.version()}`;
  } finally {
    await browser.close();
  }
}
