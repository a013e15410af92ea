import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { agentRowsSchema, guardRowsSchema } from '../src/proof/proof-rows.ts';

const root = new URL('../', import.meta.url);

/** The data files of the Proof page, by their path in the repository: the dev halves of the hand-written rows. */
export function proofFiles(): { path: string; text: string }[] {
  const agent = v.parse(agentRowsSchema, {
    licence: 'CC-BY-SA-4.0',
    credit: 'Hand-written for Errand (training/agent/data/hand/README.md)',
    now: '2026-11-21T10:00',
    zone: 'Europe/London',
    locale: 'en-GB',
    rows: readRows('training/agent/data/hand/dev.jsonl'),
  });
  const guard = v.parse(guardRowsSchema, {
    licence: 'CC-BY-4.0',
    credit: 'Hand-written for Errand (training/guard/data/hand/README.md)',
    rows: readRows('training/guard/data/hand/dev2.jsonl'),
  });
  return [
    { path: 'public/data/proof-agent.json', text: fileOf(agent) },
    { path: 'public/data/proof-guard.json', text: fileOf(guard) },
  ];
}

function readRows(path: string): unknown[] {
  return readFileSync(new URL(path, root), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

/** A row a line, so that a change shows as one. */
function fileOf({ rows, ...head }: { rows: readonly unknown[] }): string {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"rows":[\n${lines}\n]}\n`;
}
