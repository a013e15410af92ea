import type { Task } from '../core/task.ts';

/** Letters without case and accents, so that "cafe" finds "Café". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** English plurals: "egg" and "eggs", "berry" and "berries" are the same word. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/u, 'y')
    .replace(/(?<=s|x|ch|sh)es$/u, '')
    .replace(/s$/u, '');
}

const articles = new Set(['the', 'a', 'an', 'my', 'our']);

function wantedWords(phrase: string): string[] {
  const words = wordsOf(phrase);
  const meaning = words.filter((word) => !articles.has(word));
  return meaning.length > 0 ? meaning : words;
}

type WordTest = (inText: string, wanted: string) => boolean;

const sameWord: WordTest = (inText, wanted) => stem(inText) === stem(wanted);
/** Scripts without spaces have no words to begin with: there, any place in the text counts. */
const beginsWord: WordTest = (inText, wanted) =>
  inText.startsWith(stem(wanted)) || (/[^\p{Script=Latin}\p{N}]/u.test(wanted) && inText.includes(wanted));

export function searchable(task: Task): string {
  return [task.title, task.notes, ...task.tags].join('\n');
}

/** Whether every word of the phrase is a word of a text. "car" is not in "birthday card": a bulk delete may depend on it. */
export function hasAllWords(phrase: string): (text: string) => boolean {
  const share = matchShare(phrase, sameWord);
  return (text) => share(text) === 1;
}

/** Whether every word of the phrase begins a word of a text. Wider, for what is to be spared or merely shown. */
export function hasAllBeginnings(phrase: string): (text: string) => boolean {
  const share = matchShare(phrase, beginsWord);
  return (text) => share(text) === 1;
}

/** How much of the phrase is in a text, from 0 to 1. */
export function shareOfWords(phrase: string): (text: string) => number {
  return matchShare(phrase, beginsWord);
}

function matchShare(phrase: string, test: WordTest): (text: string) => number {
  const wanted = wantedWords(phrase);
  const sign = phrase.trim();
  // A phrase of signs only, such as an emoji.
  if (wanted.length === 0) return (text) => (sign !== '' && text.includes(sign) ? 1 : 0);
  return (text) => {
    const words = wordsOf(text);
    return wanted.filter((word) => words.some((inText) => test(inText, word))).length / wanted.length;
  };
}
