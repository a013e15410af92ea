import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { ConversationState } from '../../../src/protocol/engine.ts';
import type { Pieces } from './pieces.ts';
import type { TokenKind, TokenTable } from './token-table.ts';
import { splitWords } from './words.ts';

const most = { stateRows: 60, tools: 4, listed: 20, tasks: 3, taskPieces: 8, lists: 8, listPieces: 4 };

/** A word that can be copied: its first and last source index, and where it lies in the sentence it comes from. */
export type CopyableWord = { first: number; last: number; sentence: 0 | 1; start: number; end: number };

/** What goes in (docs/agent-model.md, Source). */
export type Source = {
  ids: readonly number[];
  words: readonly CopyableWord[];
  /** The sentence and the one before. */
  texts: readonly [string, string];
};

export function buildSource(
  text: string,
  state: ConversationState,
  table: TokenTable,
  pieces: Pieces,
): Outcome<Source, 'input_too_long'> {
  const ids = [pieces.start];
  const words: CopyableWord[] = [];
  if (!addWords(text, 0, ids, words, table.copies, pieces)) {
    return failure('input_too_long', 'That is too long to take in at once. Say it in shorter sentences.');
  }
  ids.push(pieces.end);
  const beforePrevious = ids.length;
  // As much of the sentence before as fits; its end is cut at a word.
  addWords(state.previousText ?? '', 1, ids, words, table.copies, pieces);
  if (ids.length > beforePrevious) ids.push(pieces.end);
  const rows = stateRows(state, table, pieces);
  if (rows.length > 0) ids.push(...rows, pieces.end);
  return success({ ids, words, texts: [text, state.previousText ?? ''] });
}

/** Adds the words that end at the last copyable index or before; says whether all of them did. */
function addWords(
  text: string,
  sentence: 0 | 1,
  ids: number[],
  words: CopyableWord[],
  lastIndex: number,
  pieces: Pieces,
): boolean {
  for (const { text: word, start, end } of splitWords(text)) {
    const rows = pieces.ofWord(word);
    const first = ids.length;
    const last = first + rows.length - 1;
    if (last > lastIndex) return false;
    words.push({ first, last, sentence, start, end });
    ids.push(...rows);
  }
  return true;
}

function stateRows(state: ConversationState, table: TokenTable, pieces: Pieces): number[] {
  // A name that the model was trained without is left out: it would be no row of its table.
  const row = (kind: TokenKind, text: string): number[] => {
    const id = table.find(kind, text);
    return id === undefined ? [] : [table.row(id)];
  };
  const names = (head: string, all: readonly string[], mostPieces: number): number[] =>
    all.flatMap((name, place) => [
      ...row('control', place === 0 ? head : '<,>'),
      ...pieces.ofText(name).slice(0, mostPieces),
    ]);
  const listed = Math.min(state.listed ?? 0, most.listed);
  return [
    ...(state.ended === null ? [] : row('control', `<${state.ended}>`)),
    ...state.tools.slice(0, most.tools).flatMap((tool) => row('tool', tool)),
    ...(listed > 0 ? [...row('control', '<listed>'), ...row('number', String(listed))] : []),
    ...names('<tasks>', state.taskTitles.slice(0, most.tasks), most.taskPieces),
    ...names('<lists>', state.listNames.slice(0, most.lists), most.listPieces),
  ].slice(0, most.stateRows);
}

/** The person's own characters from the first copied piece's word to the last's. */
export function copiedText(source: Source, firstIndex: number, lastIndex: number): string {
  const first = source.words.find((word) => word.first === firstIndex);
  const last = source.words.find((word) => word.last === lastIndex);
  if (first === undefined || last === undefined) throw new Error('A copied span is not at the edges of words');
  return source.texts[first.sentence].slice(first.start, last.end);
}
