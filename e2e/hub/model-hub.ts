import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How the hub misbehaves with one file. Each is used up by one request, in order. */
export type Mishap =
  | { kind: 'break'; afterBytes: number }
  | { kind: 'wrong-bytes' }
  | { kind: 'no-ranges' }
  | { kind: 'status'; status: number }
  | { kind: 'slow'; bytesPerStep: number; stepMs: number }
  | { kind: 'hold'; afterBytes: number };

export type HubRequest = { method: string; path: string; range: string | null; status: number };

/**
 * Plays a model hub on the loopback address: files under their paths, range requests, ETags, CORS. Tests say how it
 * misbehaves. It is a file server; no model is behind it.
 */
export class ModelHub {
  readonly requests: HubRequest[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #mishaps = new Map<string, Mishap[]>();
  readonly #held = new Set<ServerResponse>();
  #server: Server | null = null;
  url = '';

  static async open(): Promise<ModelHub> {
    const hub = new ModelHub();
    const server = createServer((request, response) => {
      hub.#answer(request, response);
    });
    hub.#server = server;
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    hub.url = `http://localhost:${String(typeof address === 'object' && address !== null ? address.port : 0)}/`;
    return hub;
  }

  put(path: string, bytes: Uint8Array | string): void {
    this.#files.set(`/${path}`, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  }

  mishap(path: string, ...mishaps: Mishap[]): void {
    this.#mishaps.set(`/${path}`, mishaps);
  }

  /** Lets go of every answer that was held back; its connection breaks. */
  release(): void {
    for (const response of this.#held) response.destroy();
    this.#held.clear();
  }

  close(): Promise<void> {
    this.release();
    this.#server?.closeAllConnections();
    return new Promise((resolve) => {
      this.#server?.close(() => {
        resolve();
      });
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const method = request.method ?? 'GET';
    const range = request.headers.range ?? null;
    const note = (status: number) => this.requests.push({ method, path, range, status });
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Range');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Range, Content-Length');
    if (method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const bytes = this.#files.get(path);
    if (bytes === undefined) {
      note(404);
      response.writeHead(404).end();
      return;
    }
    const mishap = method === 'GET' ? this.#mishaps.get(path)?.shift() : undefined;
    if (mishap?.kind === 'status') {
      note(mishap.status);
      response.writeHead(mishap.status).end();
      return;
    }
    const start = mishap?.kind === 'no-ranges' ? null : startOf(range);
    if (start !== null && start >= bytes.length) {
      note(416);
      response.writeHead(416, { 'Content-Range': `bytes */${String(bytes.length)}` }).end();
      return;
    }
    const sent =
      mishap?.kind === 'wrong-bytes' ? bytes.slice(start ?? 0).map((byte) => byte ^ 1) : bytes.slice(start ?? 0);
    const status = start === null ? 200 : 206;
    note(status);
    response.writeHead(status, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': sent.length,
      ETag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
      'Accept-Ranges': 'bytes',
      ...(start === null
        ? {}
        : { 'Content-Range': `bytes ${String(start)}-${String(bytes.length - 1)}/${String(bytes.length)}` }),
    });
    if (method === 'HEAD') response.end();
    else this.#send(response, sent, mishap);
  }

  #send(response: ServerResponse, bytes: Uint8Array, mishap: Mishap | undefined): void {
    if (mishap?.kind === 'break') {
      response.write(bytes.slice(0, mishap.afterBytes), () => {
        // What was written reaches the page before the connection goes.
        setTimeout(() => response.destroy(), 50);
      });
    } else if (mishap?.kind === 'hold') {
      response.write(bytes.slice(0, mishap.afterBytes));
      this.#held.add(response);
    } else if (mishap?.kind === 'slow') {
      let at = 0;
      const step = () => {
        if (response.destroyed) return;
        response.write(bytes.slice(at, at + mishap.bytesPerStep));
        at += mishap.bytesPerStep;
        if (at >= bytes.length) response.end();
        else setTimeout(step, mishap.stepMs);
      };
      step();
    } else {
      response.end(bytes);
    }
  }
}

function startOf(range: string | null): number | null {
  const start = /^bytes=(\d+)-$/u.exec(range ?? '')?.[1];
  return start === undefined ? null : Number(start);
}
