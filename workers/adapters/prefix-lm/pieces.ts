import { Tokenizer } from '@huggingface/tokenizers';
import { splitWords } from './words.ts';

/** The word pieces of the model's table, a word at a time. */
export type Pieces = {
  start: number;
  end: number;
  ofWord: (word: string) => readonly number[];
  ofText: (text: string) => number[];
};

/**
 * Reads `tokenizer.json`. Only the tokenizer's WordPiece model is used: its own normaliser and pre-tokenizer give no
 * offsets, and would take a `[SEP]` that a person typed for the real one.
 */
export function readPieces(tokenizerJson: object, tokenizerConfig: object): Pieces {
  const tokenizer = new Tokenizer(tokenizerJson, tokenizerConfig);
  const { model } = tokenizer;
  if (model === null) throw new Error('tokenizer.json holds no model');
  const rowOf = (piece: string): number => {
    const row = tokenizer.token_to_id(piece);
    if (row === undefined) throw new Error(`tokenizer.json lacks ${piece}`);
    return row;
  };
  const known = new Map<string, readonly number[]>();
  const ofWord = (word: string): readonly number[] => {
    const found = known.get(word) ?? model.encode([word]).map(rowOf);
    known.set(word, found);
    return found;
  };
  const ofText = (text: string): number[] => splitWords(text).flatMap((word) => ofWord(word.text));
  return { start: rowOf('[CLS]'), end: rowOf('[SEP]'), ofWord, ofText };
}
