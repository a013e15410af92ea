/** `npm run sbom`: writes docs/sbom.cdx.json and docs/licences.md from package-lock.json. */
import { writeFileSync } from 'node:fs';
import { cycloneDx, licenceList, readParts } from './bill-of-materials.ts';

const parts = readParts();
writeFileSync(new URL('../docs/sbom.cdx.json', import.meta.url), cycloneDx(parts));
writeFileSync(new URL('../docs/licences.md', import.meta.url), licenceList(parts));
