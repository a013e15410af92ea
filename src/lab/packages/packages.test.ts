import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryFileStore } from '../../engine/downloads/testing/memory-file-store.ts';
import { wantedWheel, wheelsOf, type PackageList, type Wheel } from './package-list.ts';
import { keptPackages, packagesAtHand, packagesUsed } from './packages-at-hand.ts';

const bytesOf = (name: string) => new TextEncoder().encode(`the wheel of ${name}`);

function wheel(name: string, depends: string[], imports = [name]): Wheel {
  const sha256 = createHash('sha256').update(bytesOf(name)).digest('hex');
  return { name, version: '1.0', file: `${name}-1.0.whl`, sha256, depends, imports, licence: 'MIT' };
}

const list: PackageList = {
  pyodide: '1',
  base: 'https://example.org/full/',
  offered: ['arrays', 'learn-it'],
  wheels: [wheel('learn-it', ['science'], ['learn']), wheel('science', ['arrays']), wheel('arrays', [])],
};

async function storeWith(...names: string[]) {
  const memory = memoryFileStore();
  for (const each of list.wheels.filter(({ name }) => names.includes(name))) {
    const file = wantedWheel(list, each);
    await memory.store.append(file.url, bytesOf(each.name), null);
    await memory.store.finish(file, each.sha256);
  }
  return memory;
}

it('takes what a package needs along, each once and before it', () => {
  expect(wheelsOf(list, ['learn-it', 'arrays']).map(({ name }) => name)).toEqual(['arrays', 'science', 'learn-it']);
  expect(wheelsOf(list, ['nothing'])).toEqual([]);
});

describe('what is kept', () => {
  it('is a package only with everything that it needs', async () => {
    const { store } = await storeWith('learn-it', 'arrays');
    expect(await keptPackages(list, store)).toEqual(['arrays']);
    const atHand = await packagesAtHand(list, store);
    expect(atHand?.named).toEqual(['arrays 1.0']);
    expect(await packagesAtHand(list, (await storeWith('science')).store)).toBeNull();
  });

  it('is handed over as bytes, and refused where it was changed since', async () => {
    const { store, files } = await storeWith('learn-it', 'science', 'arrays');
    const atHand = await packagesAtHand(list, store);
    expect(atHand?.named).toEqual(['arrays 1.0', 'learn-it 1.0']);
    const read = await atHand?.readWheels();
    const texts = read?.ok === true ? read.value.map((bytes) => new TextDecoder().decode(bytes)) : [];
    expect(texts).toEqual(['the wheel of arrays', 'the wheel of science', 'the wheel of learn-it']);
    for (const file of files.values()) file.bytes = bytesOf('something else');
    expect(await atHand?.readWheels()).toMatchObject({ ok: false, code: 'python_missing' });
  });

  it('of another version of the list is of no use', async () => {
    const { store } = await storeWith('arrays');
    const wheels = list.wheels.map((each) => ({ ...each, sha256: '0'.repeat(64) }));
    expect(await keptPackages({ ...list, wheels }, store)).toEqual([]);
  });
});

it.each([
  ['import numpy', ['numpy']],
  ['    import numpy as np, pandas as pd', ['numpy', 'pandas']],
  ['from sklearn.cluster import KMeans', ['scikit-learn']],
  ['from math import numpy', []],
  ['# numpy is not there\nimport math', []],
])('finds in %j the packages that it imports', (code, used) => {
  const imports = new Map([
    ['numpy', 'numpy'],
    ['pandas', 'pandas'],
    ['sklearn', 'scikit-learn'],
  ]);
  expect(packagesUsed([code], imports)).toEqual(used);
});
