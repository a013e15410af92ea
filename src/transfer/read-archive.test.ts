import JsZip from 'jszip';
import { expect, test } from 'vitest';
import vikunja from './fixtures/vikunja.json?raw';
import { textOfFile } from './read-archive.ts';

async function zipOf(files: { readonly [name: string]: string }): Promise<Blob> {
  const archive = new JsZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return new Blob([await archive.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })]);
}

test('a plain file is its text', async () => {
  expect(await textOfFile(new Blob(['title\nbuy milk']))).toEqual({ ok: true, value: 'title\nbuy milk' });
});

test('Vikunja’s zip is read by its data.json, whatever lies beside it', async () => {
  const file = await zipOf({ 'data.json': vikunja, 'filters.json': '[]', VERSION: '1', 'files/1': 'x' });
  expect(await textOfFile(file)).toEqual({ ok: true, value: vikunja });
});

test('a zip with one file that can be read is that file', async () => {
  const file = await zipOf({ 'tasks.csv': 'title\na', 'photo.png': '…' });
  expect(await textOfFile(file)).toEqual({ ok: true, value: 'title\na' });
});

test('what cannot be told, is damaged or grows too large gets a sentence', async () => {
  const unclear = await zipOf({ 'one.csv': 'title', 'two.csv': 'title' });
  expect(await textOfFile(unclear)).toMatchObject({ ok: false, code: 'archive_unclear' });
  expect(await textOfFile(await zipOf({ 'photo.png': '…' }))).toMatchObject({ ok: false, code: 'archive_unclear' });
  const whole = await zipOf({ 'data.json': vikunja });
  expect(await textOfFile(whole.slice(0, whole.size - 60))).toMatchObject({ ok: false, code: 'cut_off' });
  const swollen = await zipOf({ 'data.json': 'a'.repeat(200_000) });
  expect(swollen.size).toBeLessThan(2000);
  expect(await textOfFile(swollen, 100_000)).toMatchObject({ ok: false, code: 'too_large' });
});
