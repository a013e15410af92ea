import * as v from 'valibot';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { WantedFile } from '../../protocol/model-files.ts';

/** Where wheels lie: whole and checked ones only. */
export const packagesCache = 'errand-python-packages';

/**
 * `public/python-packages.json`, which `npm run python-packages` writes from the lock of the pinned Pyodide: the packages
 * that are offered by name, and the wheels of these and of all that they need, each with the hash that it must have.
 */
const listSchema = v.object({
  pyodide: v.string(),
  base: v.pipe(v.string(), v.url()),
  offered: v.array(v.string()),
  wheels: v.array(
    v.object({
      name: v.string(),
      version: v.string(),
      file: v.pipe(v.string(), v.regex(/^[\w.-]+\.whl$/u)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
      depends: v.array(v.string()),
      imports: v.array(v.string()),
      licence: v.string(),
    }),
  ),
});

export type PackageList = v.InferOutput<typeof listSchema>;
export type Wheel = PackageList['wheels'][number];

/** The list that belongs to this version of the app, which the service worker keeps with the page. */
export async function fetchPackageList(): Promise<Outcome<PackageList, 'not_fetched'>> {
  try {
    const response = await fetch(new URL('python-packages.json', document.baseURI));
    const parsed = v.safeParse(listSchema, response.ok ? await response.json() : null);
    if (parsed.success) return success(parsed.output);
  } catch {
    // Said below, as for a list that is not one.
  }
  return failure('not_fetched', 'The list of Python packages could not be read. Load the page again.');
}

/** The wheels of these packages and of all that they need, each once, what is needed first. */
export function wheelsOf(list: PackageList, names: readonly string[]): Wheel[] {
  const found = new Map<string, Wheel>();
  const add = (name: string): void => {
    const wheel = list.wheels.find((each) => each.name === name);
    if (wheel === undefined || found.has(name)) return;
    wheel.depends.forEach(add);
    found.set(name, wheel);
  };
  names.forEach(add);
  return [...found.values()];
}

/** Sizes are not in the lock: they are asked for once the person has allowed it. */
export function wantedWheel({ base }: PackageList, { file, sha256 }: Wheel): WantedFile {
  return {
    url: new URL(file, base).href,
    cache: packagesCache,
    sizeBytes: null,
    hash: { kind: 'sha256', value: sha256 },
  };
}
