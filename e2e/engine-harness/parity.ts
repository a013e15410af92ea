import { readFileSync } from 'node:fs';
import type { Doubt, GenerateRequest } from '../../src/protocol/engine.ts';

/** A row of the trainer's fixture: what its own loop over the same int8 graph says to a sentence. */
export type ParityRow = {
  text: string;
  previous: string | null;
  state: {
    ended: GenerateRequest['state']['ended'];
    tools: string[];
    listed: number | null;
    tasks: string[];
    lists: string[];
  };
  int8Tokens: number[];
  int8Confidence: number;
  int8Doubt: Doubt;
  int8Body: string;
};

const root = new URL('../../', import.meta.url);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
}

export const parityRows = readJson('training/agent/fixtures/parity.json') as readonly ParityRow[];

/** A row of training/webllm's fixture: what PyTorch says with the 4-bit weights, and the calls of the int8 graph. */
export type WebLlmRow = Pick<ParityRow, 'text' | 'previous' | 'state' | 'int8Body'> & {
  tokens: number[];
  confidence: number;
  body: string;
};

export const webLlmRows = readJson('training/webllm/fixtures/parity.json') as readonly WebLlmRow[];

/**
 * The last digits of a score depend on the order of additions, which the two runtimes choose differently. Where each
 * chosen token had at least this share, no such difference can change the choice.
 */
export const firmConfidence = 0.6;

export const isTrained =
  (readJson('model-manifests/errand-agent.json') as { version?: string }).version !== 'untrained';

export function requestOf(
  { text, previous, state }: Pick<ParityRow, 'text' | 'previous' | 'state'>,
  runId: string,
  modelId = 'errand-agent',
): GenerateRequest {
  return {
    runId,
    modelId,
    text,
    state: {
      previousText: previous,
      ended: state.ended,
      tools: state.tools,
      listed: state.listed,
      taskTitles: state.tasks,
      listNames: state.lists,
    },
  };
}

/** What stands between the tags of the calls, or of the final sentence. */
export function bodyOf(answer: string): string | undefined {
  return /<(action|final)>\n(.*)\n<\/\1>$/su.exec(answer)?.[2];
}
