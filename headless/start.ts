/** `npm start`, after the build: serves dist/ and opens it. `--port N`, `--no-open`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveFolder } from './static-server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, 'no-open': { type: 'boolean', default: false } },
});
const folder = fileURLToPath(new URL('../dist', import.meta.url));
const wanted = Number(values.port);

const server = await serveFolder({ folder, port: wanted }).catch(() => serveFolder({ folder, port: 0 }));
process.stdout.write(`Errand is at ${server.url} (Ctrl-C stops it)\n`);
if (!values['no-open'] && process.env['CI'] === undefined) openInBrowser(server.url);

function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  // Where nothing can open it, the printed address is enough.
  if (command !== undefined)
    spawn(command, args, { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
}
