import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LoadRequest } from '../../protocol/engine.ts';
import { filterSpec, registry } from '../../tools/registry.ts';
import { isLocalAddress, openLocalServer } from './local-server.ts';
import { pageEngine } from './page-engine.ts';

let server: Server;
let address = '';
let takesSchema = true;
const bodies: { model: string; response_format?: unknown }[] = [];
const answer = JSON.stringify({ analysis: 'A task.', calls: [{ tool: 'add_task', args: { title: 'milk' } }] });

beforeEach(async () => {
  bodies.length = 0;
  takesSchema = true;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      if (request.url === '/v1/models') {
        response.end(JSON.stringify({ data: [{ id: 'first' }] }));
        return;
      }
      const body = JSON.parse(text) as (typeof bodies)[number];
      bodies.push(body);
      if (body.response_format !== undefined && !takesSchema) response.writeHead(400).end('{}');
      else
        response.end(JSON.stringify({ choices: [{ message: { content: answer } }], usage: { completion_tokens: 7 } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const at = server.address();
  address = `http://localhost:${String(typeof at === 'object' && at !== null ? at.port : 0)}/v1`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const load = (): LoadRequest => ({
  modelId: 'local-server',
  adapter: 'local-server',
  vocabulary: { tools: registry, filter: filterSpec },
  files: [],
  source: { kind: 'server', address, model: '' },
  device: 'auto',
  threads: 1,
});
const state = { previousText: null, ended: null, tools: [], listed: null, taskTitles: [], listNames: [] };
const ask = { runId: 'r', modelId: 'local-server', text: 'add milk', state };

it('is asked under a schema, by its first model, and answers in the contract', async () => {
  const client = pageEngine(openLocalServer);
  expect(await client.load(load())).toMatchObject({ ok: true, value: { device: 'server' } });
  const said = await client.generate(ask);
  expect(said).toMatchObject({ ok: true, value: { tokens: 7 } });
  expect(said.ok ? said.value.text : '').toContain('add_task(title="milk")');
  expect(bodies).toMatchObject([{ model: 'first', response_format: { type: 'json_schema' } }]);
});

it('is asked without a schema from then on, where it refuses one', async () => {
  takesSchema = false;
  const client = pageEngine(openLocalServer);
  await client.load(load());
  expect((await client.generate(ask)).ok).toBe(true);
  expect((await client.generate(ask)).ok).toBe(true);
  expect(bodies.map((body) => body.response_format !== undefined)).toEqual([true, false, false]);
});

it('that does not answer, or lies elsewhere, is a failure in words', async () => {
  const client = pageEngine(openLocalServer);
  const elsewhere = { kind: 'server' as const, address: 'https://example.org/v1', model: '' };
  expect(await client.load({ ...load(), source: elsewhere })).toMatchObject({ ok: false, code: 'no_runtime' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await client.load(load())).toMatchObject({ ok: false, code: 'no_runtime' });
  expect(await client.generate(ask)).toMatchObject({ ok: false, code: 'not_loaded' });
});

it.each([
  ['http://localhost:11434/v1', true],
  ['http://127.0.0.1:8080', true],
  ['http://localhost.example.org', false],
  ['http://127.0.0.1@example.org/', false],
  ['https://example.org', false],
  ['localhost', false],
])('%s is local: %s', (given, isLocal) => {
  expect(isLocalAddress(given)).toBe(isLocal);
});
