import { readFileSync } from 'node:fs';

const sentencesFile = new URL('../../training/agent/data/hand/dev.jsonl', import.meta.url);
const sentencesKept = 20;

/** First commands of the hand-written dev half, evenly taken. */
export function readSentences(): string[] {
  const rows = readFileSync(sentencesFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { turns: string[] });
  const every = Math.max(1, Math.floor(rows.length / sentencesKept));
  return rows.flatMap(({ turns }, place) => (place % every === 0 ? turns.slice(0, 1) : [])).slice(0, sentencesKept);
}
