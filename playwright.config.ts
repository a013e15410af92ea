import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './headless/find-browser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // A shared machine with two cores: one browser at a time, and patience.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // On a shared machine a test may starve once. The report names each that needed its second try as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure', locale: 'en-GB', timezoneId: 'Europe/London' },
  projects: [
    {
      name: 'browser',
      testIgnore: '**/*.webgpu.spec.ts',
      use: { launchOptions: { executablePath, args: browserFlags() } },
    },
    {
      name: 'webgpu',
      testMatch: '**/*.webgpu.spec.ts',
      use: { launchOptions: { executablePath, args: browserFlags('software') } },
    },
  ],
});
