import { expect, it } from 'vitest';
import { success } from '../../core/outcome.ts';
import { directionsOf, TextColumns } from './text-columns.ts';
import type { TextClient } from './text-client.ts';

it('finds the directions in which vectors differ most, the strongest first', () => {
  const vectors = [-3, -1, 1, 3].flatMap((far) => [-1, 1].map((near) => Float32Array.of(5 + far, 7 + near / 2, 2)));
  const { mean, directions } = directionsOf(vectors);
  expect([...mean]).toEqual([5, 7, 2]);
  expect(Math.abs(directions[0]?.[0] ?? 0)).toBeCloseTo(1, 3);
  expect(Math.abs(directions[1]?.[1] ?? 0)).toBeCloseTo(1, 3);
});

it('reads each text once, and keeps the directions of the first', async () => {
  const read: string[] = [];
  const client = {
    sentenceVectors: (texts: readonly string[]) => {
      read.push(...texts);
      return Promise.resolve(success(texts.map((text) => Float32Array.of(text.length, 1, text.length * 2))));
    },
  } as unknown as TextClient;
  const columns = new TextColumns(client);
  const first = await columns.tableOf(['a', 'bbb', 'a', '']);
  const second = await columns.tableOf(['bbb', 'ccccc']);
  expect(read).toEqual(['a', 'bbb', 'ccccc']);
  if (!first.ok || !second.ok) throw new Error('It failed');
  const [before, after] = [first.value, second.value].map((text) => JSON.parse(text) as { [text: string]: number[] });
  expect(after?.['bbb']).toEqual(before?.['bbb']);
  // On the line through the first two: as far again.
  const [a = 0, b = 0, c = 0] = ['a', 'bbb', 'ccccc'].map((text) => after?.[text]?.[0] ?? Number.NaN);
  expect(c - b).toBeCloseTo(b - a, 3);
});

it('refuses what would take too long', async () => {
  const columns = new TextColumns({} as TextClient);
  const texts = Array.from({ length: 12_001 }, (_, row) => `text ${String(row)}`);
  expect(await columns.tableOf(texts)).toMatchObject({ ok: false });
});
