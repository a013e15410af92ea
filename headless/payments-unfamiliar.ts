/**
 * npx tsx headless/payments-unfamiliar.ts --out FILE.jsonl IN.jsonl…
 *
 * Of trajectories those lines that a model taught with the first frames has not met: other wordings, and mistakes put
 * right. For going on from such a model with few rows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { trainFrames } from '../src/sandbox/scenarios/train-wordings.ts';

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
if (values.out === undefined || positionals.length === 0) throw new Error('--out FILE and files to read are needed.');

type Line = { intent: string; difficulty: number; instruction: string; recovering?: boolean; past: object[] };
const known = new Map(
  Object.entries(trainFrames).map(([key, frames]) => [key, frames.map((frame) => patternOf(frame))] as const),
);
const kept: string[] = [];
let all = 0;
for (const text of positionals.flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n'))) {
  const line = JSON.parse(text) as Line;
  all += 1;
  const patterns = known.get(`${line.intent}/${String(line.difficulty)}`) ?? [];
  if (line.recovering === true || !patterns.some((pattern) => pattern.test(line.instruction))) kept.push(text);
}
writeFileSync(values.out, `${kept.join('\n')}\n`);
process.stderr.write(`${String(kept.length)} of ${String(all)} lines\n`);

/** A frame's choices become a pattern's, its slots any words. */
function patternOf(frame: string): RegExp {
  const escaped = frame.replace(/[.*+?^${}[\]\\]/g, '\\$&').replace(/<[A-Z]>/g, '.*?');
  return new RegExp(`^${escaped.replaceAll('(', '(?:').replace(/ +/g, ' *')}$`, 'iu');
}
