import JsZip from 'jszip';
import { expect, test } from 'vitest';
import todoist from './fixtures/todoist.csv?raw';
import vikunja from './fixtures/vikunja.json?raw';
import { partsOfFile } from './read-archive.ts';
import { readFiles } from './read-files.ts';

async function zipOf(files: { readonly [name: string]: string }): Promise<File> {
  const archive = new JsZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return new File([await archive.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })], 'backup.zip');
}

test('a plain file is its text', async () => {
  const file = new File(['title\nbuy milk'], 'a.csv');
  expect(await partsOfFile(file)).toEqual({ ok: true, value: [{ name: 'a.csv', text: 'title\nbuy milk' }] });
});

test('Vikunja’s zip is read by its data.json, whatever lies beside it', async () => {
  const file = await zipOf({ 'data.json': vikunja, 'filters.json': '[]', VERSION: '1', 'files/1': 'x' });
  expect(await partsOfFile(file)).toEqual({ ok: true, value: [{ name: 'backup.zip', text: vikunja }] });
});

test('a zip with one file that can be read is that file', async () => {
  const file = await zipOf({ 'tasks.csv': 'title\na', 'photo.png': '…' });
  expect(await partsOfFile(file)).toMatchObject({ ok: true, value: [{ text: 'title\na' }] });
});

test('Todoist’s backup is all its projects, its steps kept apart and its notes told by file and line', async () => {
  const file = await zipOf({
    'Home [12].csv': todoist,
    'old/Work [7].csv': todoist,
    'Empty [3].csv': 'TYPE,CONTENT\n',
  });
  const parts = await partsOfFile(file);
  if (!parts.ok) throw new Error(parts.message);
  const clock = { now: '2026-11-21T09:00', zone: 'Europe/London', locale: 'en-GB' };
  const alone = readFiles(parts.value.slice(0, 1), { clock });
  const whole = readFiles(parts.value, { clock });
  if (!whole.ok || !alone.ok) throw new Error('not read');
  expect(whole.value).toMatchObject({ format: 'todoist', lists: ['Home', 'Work'] });
  expect(whole.value.tasks).toHaveLength(2 * alone.value.tasks.length);
  const ids = whole.value.tasks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const steps = whole.value.tasks.filter(({ parentId }) => parentId !== null);
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) {
    const parent = whole.value.tasks.find(({ id }) => id === step.parentId);
    expect(parent).toMatchObject({ file: step.file, list: step.list });
  }
  expect(whole.value.notes).toContainEqual(
    expect.objectContaining({ file: 'Empty [3].csv', line: 1, code: 'file-left-out' }),
  );
  expect(whole.value.notes.every(({ file: name }) => name !== undefined)).toBe(true);
});

test('what cannot be told, is damaged or grows too large gets a sentence', async () => {
  const unclear = await zipOf({ 'one.csv': 'title\na', 'two.ics': 'BEGIN:VCALENDAR' });
  expect(await partsOfFile(unclear)).toMatchObject({ ok: false, code: 'archive_unclear' });
  expect(await partsOfFile(await zipOf({ 'photo.png': '…' }))).toMatchObject({ ok: false, code: 'archive_unclear' });
  const whole = await zipOf({ 'data.json': vikunja });
  const cut = new File([whole.slice(0, whole.size - 60)], 'backup.zip');
  expect(await partsOfFile(cut)).toMatchObject({ ok: false, code: 'cut_off' });
  const swollen = await zipOf({ 'data.json': 'a'.repeat(200_000) });
  expect(swollen.size).toBeLessThan(2000);
  expect(await partsOfFile(swollen, 100_000)).toMatchObject({ ok: false, code: 'too_large' });
  // Together they are as large as one that is too large.
  const several = await zipOf({ 'a.csv': 'a'.repeat(60_000), 'b.csv': 'b'.repeat(60_000) });
  expect(await partsOfFile(several, 100_000)).toMatchObject({ ok: false, code: 'too_large' });
});
