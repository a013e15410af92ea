import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { resolvePackages } from '../../headless/resolve-packages.ts';
import { serveFolder } from '../../headless/static-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}test-results/engine-harness`;

/** The app's policy as a header, so that it binds the worker and its threads too; a page's own tag does not. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";

export async function buildHarness(): Promise<void> {
  await build({
    configFile: false,
    root: `${root}e2e/engine-harness`,
    publicDir: `${root}public`,
    base: './',
    logLevel: 'error',
    resolve: resolvePackages,
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
    worker: { format: 'es' },
  });
}

export type HarnessServer = { url: string; close: () => Promise<void> };

/** The built harness under a sub-path, with the policy on every response. */
export async function serveHarness({ isolate }: { isolate: boolean }): Promise<HarnessServer> {
  const files = await serveFolder({ folder, port: 0, base: '/some/folder/', isolate });
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const inner = await fetch(new URL(request.url ?? '/', files.url));
      const headers = ['content-type', 'cross-origin-opener-policy', 'cross-origin-embedder-policy'];
      for (const name of headers) {
        const value = inner.headers.get(name);
        if (value !== null) response.setHeader(name, value);
      }
      response.writeHead(inner.status, { 'content-security-policy': policy });
      response.end(Buffer.from(await inner.arrayBuffer()));
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const port = await listen(server);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await files.close();
  };
  return { url: `http://localhost:${String(port)}/some/folder/`, close };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
