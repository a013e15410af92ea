import { bytesToHex } from '@noble/hashes/utils.js';
import { failure, success } from '../../core/outcome.ts';
import type { FileStore } from '../../engine/downloads/file-store.ts';
import type { PythonOutcome } from '../../protocol/python-api.ts';
import type { ReadWheels } from '../../python/python-parts.ts';
import { wantedWheel, wheelsOf, type PackageList, type Wheel } from './package-list.ts';

/** Packages that code in a run may import. None of them is ever needed. */
export type PackagesAtHand = {
  /** As the writer is told of them and the report names them: `numpy 2.4.6`. */
  named: readonly string[];
  /** From the name that code imports to the one under which it is installed: `sklearn` to `scikit-learn`. */
  imports: ReadonlyMap<string, string>;
  readWheels: ReadWheels;
};

/** The offered packages that are kept with everything they need. */
export async function keptPackages(list: PackageList, store: Pick<FileStore, 'kept'>): Promise<string[]> {
  const kept: string[] = [];
  for (const name of list.offered) {
    const wheels = wheelsOf(list, [name]);
    const sums = await Promise.all(
      wheels.map(async (wheel) => (await store.kept(wantedWheel(list, wheel)))?.sha256 === wheel.sha256),
    );
    if (wheels.length > 0 && sums.every(Boolean)) kept.push(name);
  }
  return kept;
}

/** What a run may be given; null where nothing is kept. */
export async function packagesAtHand(list: PackageList, store: FileStore): Promise<PackagesAtHand | null> {
  const kept = await keptPackages(list, store);
  if (kept.length === 0) return null;
  const wheels = wheelsOf(list, kept);
  const offered = wheels.filter(({ name }) => kept.includes(name));
  return {
    named: offered.map(({ name, version }) => `${name} ${version}`),
    imports: importsOf(list, kept),
    readWheels: () => readWheels(list, wheels, store),
  };
}

/** From the name that code imports to the package of it. */
export function importsOf({ wheels }: PackageList, names: readonly string[]): PackagesAtHand['imports'] {
  const named = wheels.filter(({ name }) => names.includes(name));
  return new Map(named.flatMap(({ name, imports }) => imports.map((imported) => [imported, name] as const)));
}

/** The bytes out of the cache, each hashed again: what was changed since is not run. */
async function readWheels(
  list: PackageList,
  wheels: readonly Wheel[],
  store: FileStore,
): Promise<PythonOutcome<readonly Uint8Array[]>> {
  const read: Uint8Array[] = [];
  for (const wheel of wheels) {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of store.read(wantedWheel(list, wheel))) chunks.push(chunk);
    const bytes = await new Blob(chunks).arrayBuffer();
    const sum = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    if (sum !== wheel.sha256) {
      return failure(
        'python_missing',
        `The package ${wheel.name} that was kept is damaged. Delete the packages on the Lab’s page, or fetch them again.`,
      );
    }
    read.push(new Uint8Array(bytes));
  }
  return success(read);
}

/** The packages at hand that this code imports, by the names under which they are installed. */
export function packagesUsed(code: readonly string[], imports: PackagesAtHand['imports']): string[] {
  const lines = code.join('\n').matchAll(/^\s*(?:import|from)\s+(.+)$/gmu);
  const names = [...lines].flatMap(([, rest = '']) =>
    rest
      .split(/\bimport\b/u)[0]
      ?.split(',')
      .map((part) => /^[\w]+/u.exec(part.trim())?.[0] ?? ''),
  );
  return [...new Set(names.flatMap((name) => imports.get(name ?? '') ?? []))];
}
