import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { isPythonWorkerPath, pythonWorkerPolicy } from '../src/protocol/python-policy.ts';

const types: { [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.map': 'application/json',
  '.zip': 'application/zip',
};

export type StaticServerOptions = {
  folder: string;
  /** 0 takes a free one. */
  port: number;
  /** The path under which the folder is served, such as `/errand/`. */
  base?: string;
  /** False plays a plain file host, which cannot set the headers that isolation needs. */
  isolate?: boolean;
  /** Files that are served in place of the folder's, by their paths in it. */
  instead?: ReadonlyMap<string, Uint8Array>;
};

export type StaticServer = { url: string; close: () => Promise<void> };

/** Serves a built folder on the loopback address only. */
export async function serveFolder({
  folder,
  port,
  base = '/',
  isolate = true,
  instead = new Map(),
}: StaticServerOptions): Promise<StaticServer> {
  const server = createServer((request, response) => {
    answer(request, response, { folder, base, isolate, instead }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${String(taken)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base, isolate, instead }: Required<Omit<StaticServerOptions, 'port'>>,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const given = instead.get(path.slice(base.length));
  if (given !== undefined) {
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(given);
    return;
  }
  const file = path.startsWith(base) ? await fileFor(folder, path.slice(base.length)) : null;
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    // The app's files are named by content or checked by hash; the page itself must be asked for again.
    'cache-control': /\/assets\//.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(isolate
      ? {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-resource-policy': 'same-origin',
          ...(isPythonWorkerPath(path) ? { 'content-security-policy': pythonWorkerPolicy } : {}),
        }
      : {}),
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file.path).pipe(response);
}

async function fileFor(folder: string, path: string): Promise<{ path: string; size: number } | null> {
  const wanted = normalize(join(folder, path));
  if (wanted !== folder && !wanted.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  for (const candidate of [wanted, join(wanted, 'index.html')]) {
    const found = await stat(candidate).catch(() => null);
    if (found?.isFile() === true) return { path: candidate, size: found.size };
  }
  return null;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
