import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const root = new URL('../', import.meta.url);

const packageSchema = v.object({
  version: v.string(),
  /** Given where an override puts another package in its place. */
  name: v.optional(v.string()),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  dev: v.optional(v.boolean(), false),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
});
const lockSchema = v.object({ packages: v.record(v.string(), v.looseObject({})) });

export type Part = {
  name: string;
  version: string;
  licence: string;
  /** SHA-512 of the package as published, in hexadecimal; null where the lock has none. */
  sha512: string | null;
  /** Needed to build and test only; nothing of it is in what a visitor loads. */
  isTool: boolean;
};

/** Every package of package-lock.json, each version once, by name. */
export function readParts(): Part[] {
  const lock = v.parse(lockSchema, JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')));
  const parts = new Map<string, Part>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const { version, license, integrity, dev, name } = v.parse(packageSchema, entry);
    const part = {
      name: name ?? path.split('node_modules/').at(-1) ?? path,
      version,
      licence: license ?? 'unknown',
      sha512: integrity?.startsWith('sha512-') === true ? hexadecimal(integrity.slice('sha512-'.length)) : null,
      isTool: dev,
    };
    const key = `${part.name}@${version}`;
    parts.set(key, { ...part, isTool: part.isTool && (parts.get(key)?.isTool ?? true) });
  }
  return [...parts.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/**
 * The bill of materials of what ships, as CycloneDX 1.5. `npm sbom --omit dev` (npm 11.19) leaves out packages that a tool
 * needs as well, yjs and workbox among them, so it is made from the lock file.
 */
export function cycloneDx(parts: readonly Part[]): string {
  const own = v.parse(
    v.object({ version: v.string(), description: v.string() }),
    JSON.parse(readFileSync(new URL('package.json', root), 'utf8')),
  );
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': `errand@${own.version}`,
        type: 'application',
        name: 'errand',
        version: own.version,
        description: own.description,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: parts.filter(({ isTool }) => !isTool).map(componentOf),
  };
  return `${JSON.stringify(bill, null, 1)}\n`;
}

function componentOf({ name, version, licence, sha512 }: Part): object {
  const isExpression = licence.includes(' ');
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(sha512 === null ? {} : { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
    licenses: isExpression ? [{ expression: licence }] : [{ license: { id: licence } }],
  };
}

/** docs/licences.md: what ships by name, what only builds and tests by count. */
export function licenceList(parts: readonly Part[]): string {
  const shipped = parts.filter(({ isTool }) => !isTool);
  const tools = parts.filter(({ isTool }) => isTool);
  const counts = new Map<string, number>();
  for (const { licence } of tools) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [
    '# Licences of the packages',
    '',
    'Made by `npm run sbom` from package-lock.json; a test fails while it differs. The same as CycloneDX, with the hash of each package: [sbom.cdx.json](sbom.cdx.json).',
    'What the models and the data may be used for is in their manifests and cards, not here.',
    '',
    `## What the app needs when it runs (${String(shipped.length)})`,
    'Not all of it is in what a visitor loads: a bundler leaves out what is not used.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    `## What only builds and tests it (${String(tools.length)})`,
    '',
    '| licence | packages |',
    '|---|---|',
    ...[...counts].sort(([a], [b]) => compare(a, b)).map(([licence, count]) => `| ${licence} | ${String(count)} |`),
    '',
  ].join('\n');
}

function hexadecimal(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}

/** By code unit, so that every machine sorts alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
