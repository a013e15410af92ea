import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parseAskRow } from '../src/automation/ask-row.ts';
import { findManifest } from '../src/engine/manifests.ts';
import { figuresSchema, isOfShippedFile, proofSections } from '../src/proof/figures.ts';
import { agentRowsSchema } from '../src/proof/proof-rows.ts';
import { modelFile } from '../src/proof/model-facts.ts';
import { en } from '../src/view/proof/strings.ts';
import { de } from '../src/view/proof/strings.de.ts';
import { proofFiles } from './proof-files.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const figures = v.parse(figuresSchema, JSON.parse(read('public/data/figures.json')));

it.each(proofFiles())('$path is what npm run proof-rows writes', ({ path, text }) => {
  expect(read(path)).toBe(text);
});

it('never hands out a row of a test half', () => {
  const ids = (path: string) => [...read(path).matchAll(/"id": ?"([^"]+)"/g)].map(([, id]) => id);
  const shipped = [...ids('public/data/proof-agent.json'), ...ids('public/data/proof-guard.json')];
  const apart = [...ids('training/agent/data/hand/test.jsonl'), ...ids('training/guard/data/hand/test.jsonl')];
  expect(shipped.length).toBeGreaterThan(400);
  expect(apart.length).toBeGreaterThan(600);
  expect(shipped.filter((id) => apart.includes(id))).toEqual([]);
});

it('gives rows that a store can be seeded with', () => {
  const { rows } = v.parse(agentRowsSchema, JSON.parse(read('public/data/proof-agent.json')));
  expect(rows.filter((row) => !parseAskRow(JSON.stringify(row)).ok)).toEqual([]);
});

it('has words for all that the figures name, in both languages', () => {
  const tables = proofSections.flatMap((section) => [...figures[section].published, ...figures[section].ours]);
  const named = tables.flatMap(({ key, columns, rows }) => [
    ['tables', key],
    ...columns.map((column) => ['columns', column.key]),
    ...rows.map((row) => ['rows', row.key]),
  ]);
  for (const words of [en, de]) {
    const missing = named.filter(([group, key]) => {
      const known: { readonly [key: string]: string } = words[group as 'tables' | 'columns' | 'rows'];
      return known[key ?? ''] === undefined;
    });
    expect(missing).toEqual([]);
  }
});

it('names a model by the file that is shipped, or else the page says that it was another', () => {
  for (const section of proofSections) {
    const { model } = figures[section];
    if (model === null) continue;
    const manifest = findManifest(model.id);
    if (!manifest.ok) throw new Error(manifest.message);
    const shipped = modelFile(manifest.value).sha256;
    expect(shipped).toMatch(/^[0-9a-f]{64}$/);
    expect(isOfShippedFile({ model }, shipped)).toBe(model.sha256 === shipped);
    expect(isOfShippedFile({ model }, `0${(shipped ?? '').slice(1)}0`)).toBe(false);
  }
});
