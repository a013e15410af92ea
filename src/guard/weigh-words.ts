import { risks, yesNoHeads, type HeadScores, type Risk, type YesNoHead } from '../core/judgement.ts';

/** A word of a text, by the places of its first character and of the one after its last. */
export type Word = { start: number; end: number };

/** One of the eight probabilities. */
export type HeadName = Risk | YesNoHead;
export const headNames: readonly HeadName[] = [...risks, ...yesNoHeads];

/** How each probability would fall (above 0) or rise (below 0) if the word were not there. */
export type WordWeight = Word & { shift: { [Name in HeadName]: number } };

/** Texts with more words are weighed by these many; each word is one more judgement. */
export const mostWords = 60;

/** Letters and digits, with what joins them: "don't", "half-six", "3.50". */
const wordPattern = /[\p{L}\p{N}]+(?:['’.,:-][\p{L}\p{N}]+)*/gu;

export function wordsOf(text: string): readonly Word[] {
  const found = [...text.matchAll(wordPattern)].slice(0, mostWords);
  return found.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The text once without each of its words, in their order. */
export function withoutEach(text: string, words: readonly Word[]): readonly string[] {
  return words.map(({ start, end }) => `${text.slice(0, start)}${text.slice(end)}`.replace(/\s+/g, ' ').trim());
}

/** `without` in the order of `words`. */
export function weighWords(
  words: readonly Word[],
  whole: HeadScores,
  without: readonly HeadScores[],
): readonly WordWeight[] {
  return words.flatMap((word, place) => {
    const left = without[place];
    if (left === undefined) return [];
    const shift = (name: HeadName): number => probability(whole, name) - probability(left, name);
    const named = headNames.map((name) => [name, shift(name)] as const);
    return [{ ...word, shift: Object.fromEntries(named) as WordWeight['shift'] }];
  });
}

export function probability(heads: HeadScores, name: HeadName): number {
  return name === 'Low' || name === 'Medium' || name === 'High' ? heads.risk[name] : heads[name];
}
