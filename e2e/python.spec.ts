import { createServer, type Server } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { serveFolder, type StaticServer } from '../headless/static-server.ts';
import { buildPythonHarness, harnessFolder } from './python-harness/build-harness.ts';
import type {} from './python-harness/harness.ts';

let server: StaticServer;
let page: Page;

/** A server of another origin that counts whoever reaches it. */
let listener: Server;
let reached: string[] = [];
let outside = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  await buildPythonHarness();
  server = await serveFolder({ folder: harnessFolder, port: 0 });
  listener = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
  });
  listener.on('upgrade', (request, socket) => {
    reached.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, 'localhost', resolve));
  const address = listener.address();
  outside = `http://localhost:${String(typeof address === 'object' ? address?.port : 0)}`;
  page = await browser.newPage();
  await page.goto(server.url);
  const ready = await page.evaluate(() => window.python.start());
  expect(ready).toMatchObject({ ok: true });
});

test.afterAll(async () => {
  await page.close();
  await server.close();
  listener.closeAllConnections();
  listener.close();
});

const run = (code: string, options: { timeLimitMs?: number; fresh?: boolean } = {}) =>
  page.evaluate(([given, how]) => window.python.run(given, how), [code, options] as const);

test('Python runs, with the forests, and answers are asked of the page', async () => {
  expect(await run('sum(range(10))')).toMatchObject({ ok: true, value: { value: '45', error: null } });
  expect(await run('import ydf\nydf.Task.REGRESSION.value')).toMatchObject({ value: { value: "'REGRESSION'" } });
  const asked = await page.evaluate(() =>
    window.python.runWithHost(`
import host
totals = [host.call("sum", [n, 1])["total"] for n in range(50)]
try:
    host.call("transfer", 5)
except host.HostError as refused:
    print(refused)
sum(totals)`),
  );
  expect(asked.calls).toBe(51);
  expect(asked.outcome).toMatchObject({ ok: true, value: { value: '1275', stdout: 'There is no transfer.\n' } });
});

const js = (code: string) => `from pyodide.code import run_js\nrun_js(${JSON.stringify(code)})`;

/** Each would reach another origin, the page or the browser's stores, if it worked. */
const routes: [name: string, code: (url: string) => string][] = [
  ['js.fetch', (url) => `import js\njs.fetch("${url}")`],
  ['from js import XMLHttpRequest', () => 'from js import XMLHttpRequest'],
  ['js.globalThis', () => 'import js\njs.globalThis'],
  ['js.self', () => 'import js\njs.self'],
  ['js.constructor', () => 'import js\njs.constructor'],
  ['js.eval', (url) => `import js\njs.eval("fetch('${url}')")`],
  ['run_js', (url) => js(`fetch("${url}")`)],
  ['run_js import', (url) => js(`import("${url}/x.js")`)],
  [
    'Function by way of the API object',
    (url) => `import pyodide_js\npyodide_js.runPython.constructor("return fetch('${url}')")()`,
  ],
  [
    'Function by way of the host',
    (url) => `import _errand_host\n_errand_host.call.constructor("return fetch('${url}')")()`,
  ],
  [
    'Function by way of a converted dict',
    (url) => `from pyodide.ffi import to_js\nto_js([1]).constructor.constructor("return fetch('${url}')")()`,
  ],
  [
    'pyfetch',
    (url) =>
      `import asyncio\nfrom pyodide.http import pyfetch\nasyncio.get_event_loop().run_until_complete(pyfetch("${url}"))`,
  ],
  ['open_url', (url) => `from pyodide.http import open_url\nopen_url("${url}")`],
  ['urllib', (url) => `import urllib.request\nurllib.request.urlopen("${url}", timeout=2).read()`],
  [
    'http.client',
    (url) =>
      `import http.client\nc = http.client.HTTPConnection("${url.slice(7)}", timeout=2)\nc.request("GET", "/")\nc.getresponse()`,
  ],
  [
    'socket',
    (url) =>
      `import socket\nsocket.create_connection(("localhost", ${url.split(':')[2] ?? ''}), 2).send(b"GET / HTTP/1.0\\r\\n\\r\\n")`,
  ],
  [
    'loadPackage',
    (url) =>
      `import pyodide_js, asyncio\nasyncio.get_event_loop().run_until_complete(pyodide_js.loadPackage("${url}/a-1.0-py3-none-any.whl"))`,
  ],
  [
    'a lazy file',
    (url) =>
      `import pyodide_js\npyodide_js.FS.createLazyFile("/tmp", "lazy", "${url}/lazy", True, False)\nopen("/tmp/lazy").read()`,
  ],
  [
    'a preloaded file',
    (url) =>
      `import pyodide_js\npyodide_js.FS.createPreloadedFile("/tmp", "pre", "${url}/pre", True, False)\nopen("/tmp/pre").read()`,
  ],
  ['a dynamic library', (url) => `import pyodide_js\npyodide_js._module.loadDynamicLibrary("${url}/x.so")\nimport x`],
  ['ctypes', (url) => `import ctypes\nctypes.CDLL(None).emscripten_run_script(b"fetch('${url}')")`],
  ['indexedDB', () => 'import js\njs.indexedDB.open("errand")'],
  [
    'indexedDB by way of the file system',
    () => 'import pyodide_js\npyodide_js._module.IDBFS.indexedDB().open("errand")',
  ],
  ['caches', () => 'import js\njs.caches.keys()'],
  ['OPFS', () => 'import js\njs.navigator.storage.getDirectory()'],
  ['postMessage', () => 'import js\njs.postMessage("hello")'],
  ['BroadcastChannel', () => 'import js\njs.BroadcastChannel.new("errand")'],
  ['a worker', (url) => `import js\njs.Worker.new("${url}/w.js")`],
  ['WebSocket', (url) => `import js\njs.WebSocket.new("${url.replace('http', 'ws')}")`],
  ['the page’s files', () => 'import pyodide_js\npyodide_js.FS.mount(pyodide_js.FS.filesystems.NODEFS, {}, "/")'],
  ['mountNativeFS', () => 'import pyodide_js\npyodide_js.mountNativeFS("/mnt", None).result()'],
  ['subprocess', (url) => `import subprocess\nsubprocess.run(["curl", "${url}"], check=True)`],
];

test('the listener counts whoever reaches it', async () => {
  await fetch(`${outside}/from-the-test`);
  expect(reached).toEqual(['/from-the-test']);
  reached = [];
});

test('no way out of the worker', async () => {
  test.setTimeout(300_000);
  for (const [name, code] of routes) {
    reached = [];
    const outcome = await run(code(outside), { timeLimitMs: 10_000 });
    const hasFailed = !outcome.ok || outcome.value.error !== null;
    expect.soft(hasFailed, `${name}: ${JSON.stringify(outcome)}`).toBe(true);
    await page.waitForTimeout(100);
    expect.soft(reached, name).toEqual([]);
  }
});

test('names that reach out are gone from every object that Python can walk to', async () => {
  const outcome = await run(
    `
import pyodide_js, _errand_host, _errand_forests, _pyodide_core
names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "importScripts", "indexedDB", "caches",
         "navigator", "postMessage", "BroadcastChannel", "RTCPeerConnection", "WebTransport", "location", "globalThis", "self"]
seen, found, queue = set(), [], [("pyodide_js", pyodide_js), ("host", _errand_host), ("forests", _errand_forests)]
while queue and len(seen) < 600:
    path, thing = queue.pop(0)
    if not hasattr(thing, "js_id") or thing.js_id in seen or path.count(".") > 4:
        continue
    seen.add(thing.js_id)
    for name in dir(thing):
        try:
            part = getattr(thing, name)
        except BaseException:
            continue
        # This one is a function that looks for the global; it is called above.
        if name in names and not path.endswith(".IDBFS"):
            found.append(f"{path}.{name}")
        # Memory is no object to walk: it has a name for each byte.
        if not hasattr(part, "byteLength"):
            queue.append((f"{path}.{name}", part))
(len(seen) > 20, found)`,
    { timeLimitMs: 60_000 },
  );
  expect(outcome).toMatchObject({ ok: true, value: { error: null, value: '(True, [])' } });
});

test('a loop stops at the time limit, and the variables live on', async () => {
  await run('kept = 7');
  expect(await run('while True: pass', { timeLimitMs: 500 })).toMatchObject({ ok: false, code: 'time_limit' });
  expect(await run('kept')).toMatchObject({ ok: true, value: { value: '7' } });
});

test('a loop stops when it is interrupted, and a call of the page’s that never answers too', async () => {
  const loop = await page.evaluate(() => window.python.runAndInterrupt('while True: pass', 300));
  expect(loop).toMatchObject({ ok: false, code: 'interrupted' });
  const call = await page.evaluate(() => window.python.runAndInterrupt('import host\nhost.call("x")', 300, true));
  expect(call).toMatchObject({ ok: false, code: 'interrupted' });
});

for (const [name, code] of [
  [
    'a loop that swallows every exception',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
  ],
  ['one long step', 'sum(range(10**12))'],
  ['a long sleep', 'import time\ntime.sleep(600)'],
] as const) {
  test(`what no signal stops is ended with its worker: ${name}`, async () => {
    const before = await page.evaluate(() => window.python.generation());
    const outcome = await run(code, { timeLimitMs: 500 });
    expect(outcome).toMatchObject({ ok: false, code: 'time_limit' });
    expect(await run('1 + 1')).toMatchObject({ ok: true, value: { value: '2' } });
    expect(await page.evaluate(() => window.python.generation())).toBeGreaterThanOrEqual(before);
  });
}

test('memory has a limit, and Python is new after it', async () => {
  const outcome = await run('hoard = []\nwhile True: hoard.append(bytearray(10_000_000))');
  expect(outcome).toMatchObject({ ok: false, code: 'memory_limit' });
  expect(await run('"hoard" in globals()')).toMatchObject({ ok: true, value: { value: 'False' } });
});

test('an interpreter that ruins itself costs one run', async () => {
  const outcome = await run('import json\njson.loads("[" * 10_000_000)');
  expect(!outcome.ok || outcome.value.error !== null).toBe(true);
  expect(await run('2 * 3')).toMatchObject({ ok: true, value: { value: '6' } });
});

test('a host that sends no policy gets no Python', async ({ browser }) => {
  const plain = await serveFolder({ folder: harnessFolder, port: 0, isolate: false });
  const other = await browser.newPage();
  await other.goto(plain.url);
  expect(await other.evaluate(() => window.python.isolated)).toBe(false);
  expect(await other.evaluate(() => window.python.start())).toMatchObject({ ok: false, code: 'not_locked' });
  await other.close();
  await plain.close();
});
