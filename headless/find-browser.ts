import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that tests and commands drive: Playwright's own where it is installed, then a system Chromium or Chrome,
 * then, on a Debian machine that runs CI as root, the package, installed on the spot. Throws one clear line otherwise.
 */
export function findBrowser(): string {
  return playwrightBrowser() ?? systemBrowser() ?? installedBrowser() ?? missing();
}

function playwrightBrowser(): string | null {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function systemBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  const named = folders.flatMap((folder) => systemNames.map((name) => `${folder}/${name}`));
  return [...named, ...systemPaths].find((path) => existsSync(path)) ?? null;
}

function installedBrowser(): string | null {
  const mayInstall = process.env['CI'] !== undefined && process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!mayInstall) return null;
  process.stderr.write('No browser found: installing Debian’s Chromium\n');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
  return systemBrowser();
}

function missing(): never {
  throw new Error('No Chromium or Chrome found. Install one, or run "npx playwright install chromium", and try again.');
}

/** What WebGPU runs on: nothing, a software adapter that is the same on every machine, or the machine's own card. */
export type Graphics = 'none' | 'software' | 'card';

/** Flags for a quiet, closed browser. */
export function browserFlags(graphics: Graphics = 'none'): string[] {
  const quiet = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const webgpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan,WebGPU'];
  const flags = {
    none: [],
    software: [...webgpu, '--use-webgpu-adapter=swiftshader'],
    card: [...webgpu, '--ignore-gpu-blocklist'],
  };
  return [...quiet, ...flags[graphics]];
}
