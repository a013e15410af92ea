/**
 * The list of the packages that the Lab offers, from the lock file of the pinned `pyodide` package: which wheels of
 * Pyodide's own distribution they are, and the hash that each must have.
 */
import { readFileSync } from 'node:fs';

export const packagesPath = 'public/python-packages.json';

const offered = ['numpy', 'pandas', 'scikit-learn'];

/** The lock says nothing of licences. A package that is new here has none, and the list is then not written. */
const licences: { [name: string]: string } = {
  joblib: 'BSD-3-Clause',
  numpy: 'BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0',
  pandas: 'BSD-3-Clause',
  'python-dateutil': 'Apache-2.0 OR BSD-3-Clause',
  pytz: 'MIT',
  'scikit-learn': 'BSD-3-Clause',
  scipy: 'BSD-3-Clause',
  six: 'MIT',
  threadpoolctl: 'BSD-3-Clause',
};

type Locked = {
  name: string;
  version: string;
  file_name: string;
  sha256: string;
  depends: string[];
  imports: string[];
  /** Whatever is no plain wheel for site-packages would need more than being unpacked. */
  install_dir: string;
  package_type: string;
};

export function packagesJson(): string {
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(new URL(`../node_modules/pyodide/${path}`, import.meta.url), 'utf8'));
  const { version } = read('package.json') as { version: string };
  const { packages } = read('pyodide-lock.json') as { packages: { [name: string]: Locked } };
  const wheels = closure(packages).map(({ name, version, file_name: file, sha256, depends, imports }) => {
    const licence = licences[name];
    if (licence === undefined) throw new Error(`Look up the licence of ${name}, and write it down here.`);
    return { name, version, file, sha256, depends, imports, licence };
  });
  const list = { pyodide: version, base: `https://cdn.jsdelivr.net/pyodide/v${version}/full/`, offered, wheels };
  return `${JSON.stringify(list, null, 2)}\n`;
}

function closure(packages: { [name: string]: Locked }): Locked[] {
  const names = new Set(offered);
  for (const name of names) packages[name]?.depends.forEach((needed) => names.add(needed));
  return [...names].sort().map((name) => {
    const found = packages[name];
    if (found === undefined) throw new Error(`Pyodide's lock has no ${name}`);
    if (found.install_dir !== 'site' || found.package_type !== 'package') throw new Error(`${name} is no plain wheel`);
    return found;
  });
}
