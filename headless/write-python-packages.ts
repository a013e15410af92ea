/**
 * `npm run python-packages`: writes the list of the packages that the Lab offers (public/python-packages.json) from the lock of
 * the installed Pyodide. A unit test fails while the committed file differs.
 */
import { writeFileSync } from 'node:fs';
import { packagesJson, packagesPath } from './python-packages.ts';

writeFileSync(new URL(`../${packagesPath}`, import.meta.url), packagesJson());
