/**
 * `npm run proof-rows`: writes the rows that the Proof page measures with (public/data/proof-*.json) from the dev halves of
 * the hand-written sets. A unit test fails while a committed file differs.
 */
import { writeFileSync } from 'node:fs';
import { proofFiles } from './proof-files.ts';

for (const { path, text } of proofFiles()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
