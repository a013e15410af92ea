import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../../../../src/contract/grammar.ts';
import type { ConversationState } from '../../../../src/protocol/engine.ts';
import { filterSpec, registry } from '../../../../src/tools/registry.ts';
import { matchTools } from '../answer-tools.ts';
import { readPieces } from '../pieces.ts';
import { TokenTable } from '../token-table.ts';

const root = new URL('../../../../', import.meta.url);

export function readJsonFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
}

const folder = 'public/models/errand-agent';

/** The published model without its graph, as the unit tests need it. */
export const vocabulary: Vocabulary = { tools: registry, filter: filterSpec };
export const table = new TokenTable(readJsonFile(`${folder}/contract-tokens.json`));
export const pieces = readPieces(
  readJsonFile(`${folder}/tokenizer.json`) as object,
  readJsonFile(`${folder}/tokenizer_config.json`) as object,
);
export const tools = matchTools(vocabulary, table);

type FixtureState = {
  ended: ConversationState['ended'];
  tools: string[];
  listed: number | null;
  tasks: string[];
  lists: string[];
};

/** One row of training/agent/fixtures/parity.json, written by the trainer. */
export type ParityRow = {
  text: string;
  previous: string | null;
  state: FixtureState;
  source: number[];
  int8Tokens: number[];
  int8Confidence: number;
  int8Body: string;
};
export const parityRows = readJsonFile('training/agent/fixtures/parity.json') as readonly ParityRow[];

export type GrammarRow = { text: string; previous: string | null; tokens: number[]; legal: number[][] };
export const grammarRows = readJsonFile('training/agent/fixtures/grammar.json') as readonly GrammarRow[];

export function conversationState(previousText: string | null, state?: FixtureState): ConversationState {
  return {
    previousText,
    ended: state?.ended ?? null,
    tools: state?.tools ?? [],
    listed: state?.listed ?? null,
    taskTitles: state?.tasks ?? [],
    listNames: state?.lists ?? [],
  };
}
