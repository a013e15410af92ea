import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cycloneDx, licenceList, readParts } from './bill-of-materials.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const parts = readParts();
const shipped = parts.filter(({ isTool }) => !isTool);

it('is what npm run sbom writes: run it where this fails', () => {
  expect(read('docs/sbom.cdx.json')).toBe(cycloneDx(parts));
  expect(read('docs/licences.md')).toBe(licenceList(parts));
});

it('has every package that package.json asks for, in the version that it names', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { [name: string]: string } };
  const known = new Set(shipped.map(({ name, version }) => `${name}@${version}`));
  expect(
    Object.entries(dependencies)
      .map(([name, version]) => `${name}@${version}`)
      .filter((part) => !known.has(part)),
  ).toEqual([]);
});

it('knows a licence and a hash of everything that ships, none of them one that binds the app’s own code', () => {
  expect(shipped.filter(({ licence, sha512 }) => licence === 'unknown' || sha512?.length !== 128)).toEqual([]);
  // MPL binds its own files only; where there is a choice, the first of the two is taken.
  const binding = shipped.filter(({ licence }) => /GPL/u.test(licence) && !/\bMIT OR\b/u.test(licence));
  expect(binding).toEqual([]);
});

it('names no address of a registry', () => {
  expect(read('docs/sbom.cdx.json')).not.toMatch(/https?:/u);
});
