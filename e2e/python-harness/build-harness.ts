import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const harnessFolder = `${root}test-results/python-harness`;

export async function buildPythonHarness(): Promise<void> {
  await build({
    configFile: false,
    root: `${root}e2e/python-harness`,
    publicDir: false,
    base: './',
    logLevel: 'error',
    build: { target: 'es2022', outDir: harnessFolder, emptyOutDir: true },
    worker: { format: 'es' },
  });
}
