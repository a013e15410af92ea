import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { VitePWA } from 'vite-plugin-pwa';
import { resolvePackages } from './headless/resolve-packages.ts';

/** Without a policy that allows inline code, and with nothing reachable but the page's own origin. */
export default defineConfig({
  // Relative, so that the folder works under any path of any host.
  base: './',
  plugins: [
    svelte(),
    {
      // The development server injects styles and a client of its own, which the page's policy would block.
      name: 'policy-only-in-builds',
      apply: 'serve',
      transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest,json,wasm,onnx,mjs,zip}'],
        // Only where the person chooses it, so nobody else is made to download it.
        globIgnores: ['models/errand-agent-webllm/**', 'assets/web-llm-package-*', 'assets/transformers-package-*'],
        maximumFileSizeToCacheInBytes: 50 * 1024 * 1024,
      },
    }),
  ],
  resolve: resolvePackages,
  build: { target: 'es2022', sourcemap: true },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'headless/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
