import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { buildChatHarness, chatHarnessFolder } from './chat-harness/build-harness.ts';
import { scriptedMark } from './chat-harness/script.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const texts = /\.(?:js|mjs|css|html|json|webmanifest)$/u;

function files(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => wanted.test(path));
}

/** The files that speak of a scripted engine. */
function marked(folder: string): string[] {
  const words = [scriptedMark, 'ScriptedApp', 'scriptedView', 'errand-scripted-engine'];
  return files(folder, texts).filter((path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    return words.some((word) => text.includes(word));
  });
}

test('no scripted engine and nothing else of the tests is in the build', async () => {
  test.setTimeout(300_000);
  expect(marked(dist)).toEqual([]);
  // The same look at a build that has one finds it.
  await buildChatHarness();
  expect(marked(chatHarnessFolder).length).toBeGreaterThan(0);
});

test('every source behind the build is the app’s own or a package’s', () => {
  const sources = files(dist, /\.map$/u).flatMap((path) => {
    const { sources: listed } = JSON.parse(readFileSync(join(dist, path), 'utf8')) as { sources: string[] };
    return listed.map((source) => source.replace(/^(?:\.\.\/)+/u, ''));
  });
  // Both realms have maps, or the list below would be empty for want of them.
  expect(sources).toContain('src/main.ts');
  expect(sources).toContain('workers/agent-engine.worker.ts');
  expect(sources.filter((source) => /^e2e\/|\.test\.ts$|\/testing\//u.test(source))).toEqual([]);
});
