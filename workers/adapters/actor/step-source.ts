import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { StepRequest } from '../../../src/protocol/actor.ts';
import type { Pieces } from '../prefix-lm/pieces.ts';
import type { CopyableWord, Source } from '../prefix-lm/source.ts';
import type { TokenTable } from '../prefix-lm/token-table.ts';
import { splitWords } from '../prefix-lm/words.ts';

const most = { instruction: 48, past: 12, pastPieces: 3 };
/** Python's own punctuation, which says nothing that the words do not. */
const dropped = new Set('\'"{}[]()_:,');

/** Of a traceback only its last line, which says what went wrong. */
function shown(observation: string): string {
  if (!observation.includes('Traceback')) return observation;
  return observation.replace(/\n+$/, '').split('\n').at(-1) ?? '';
}

/** `[CLS] instruction [SEP] observation [SEP] steps so far [SEP]`; training/payments/source.py builds the same. */
export function buildStepSource(
  { instruction, observation, past }: StepRequest,
  table: TokenTable,
  pieces: Pieces,
): Outcome<Source, 'input_too_long'> {
  const ids = [pieces.start];
  const words: CopyableWord[] = [];
  const texts = [instruction, shown(observation)] as const;
  const add = (sentence: 0 | 1, lastIndex: number): boolean => {
    for (const { text, start, end } of splitWords(texts[sentence])) {
      if (sentence === 1 && dropped.has(text)) continue;
      const rows = pieces.ofWord(text);
      const last = ids.length + rows.length - 1;
      if (last > lastIndex) return false;
      words.push({ first: ids.length, last, sentence, start, end });
      ids.push(...rows);
    }
    return true;
  };
  if (!add(0, most.instruction))
    return failure('input_too_long', 'That is too long for the small actor. Say it in fewer words.');
  ids.push(pieces.end);
  // As much of the observation as fits; what it begins with matters most.
  add(1, table.copies);
  ids.push(pieces.end);
  for (const { call, said } of past.slice(-most.past)) {
    const token = table.find('tool', call);
    if (token !== undefined) ids.push(table.row(token));
    ids.push(...pieces.ofText(said).slice(0, most.pastPieces));
  }
  ids.push(pieces.end);
  return success({ ids, words, texts });
}
