import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { resolvePackages } from '../../headless/resolve-packages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const chatHarnessFolder = `${root}test-results/chat-harness`;

export async function buildChatHarness(): Promise<void> {
  await build({
    configFile: false,
    plugins: [svelte({ configFile: `${root}svelte.config.js` })],
    root: `${root}e2e/chat-harness`,
    publicDir: `${root}public`,
    base: './',
    logLevel: 'error',
    resolve: resolvePackages,
    build: { target: 'es2022', outDir: chatHarnessFolder, emptyOutDir: true },
    worker: { format: 'es' },
  });
}
