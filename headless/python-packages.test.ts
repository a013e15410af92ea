import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wheelsOf, type PackageList } from '../src/lab/packages/package-list.ts';
import { packagesJson, packagesPath } from './python-packages.ts';

const committed = readFileSync(new URL(`../${packagesPath}`, import.meta.url), 'utf8');

it('is what npm run python-packages writes from the lock: run it where this fails', () => {
  expect(committed).toBe(packagesJson());
});

it('has every wheel that a wheel needs, and they come in that order', () => {
  const list = JSON.parse(committed) as PackageList;
  const names = wheelsOf(list, ['scikit-learn']).map(({ name }) => name);
  expect(names).toEqual(['numpy', 'scipy', 'joblib', 'threadpoolctl', 'scikit-learn']);
  const known = list.wheels.map(({ name }) => name);
  expect(list.wheels.flatMap(({ depends }) => depends).filter((name) => !known.includes(name))).toEqual([]);
});
