import type { LanguageScores } from './language-model.ts';

/** A text of this many letters outside the Latin script is not English, however many English words are around them. */
const otherScriptShare = 0.3;
/** A language must lead English by this much. Measured (training/guard/RESULTS.md): below it names and slang look foreign. */
const margin = 0.2;
/** One word alone says too little: "rent" is Danish too. */
const fewestWords = 2;
/** How long a request waits for the n-grams to arrive; then its script alone decides. */
export const languagePatienceMs = 2000;

let model: Promise<LanguageScores | null> | null = null;

/** Fetches the n-grams, two megabytes of them, when nothing else is waiting for the network. Never rejects. */
export function prepareLanguages(): Promise<LanguageScores | null> {
  model ??= import('./language-model.ts').then(
    ({ languageScores }) => languageScores,
    () => {
      // Another text may find the network back.
      model = null;
      return null;
    },
  );
  return model;
}

/** Whether a text looks like another language than English, so that what it would write is asked about first. Never rejects. */
export async function looksForeign(text: string, patienceMs = Infinity): Promise<boolean> {
  if (hasOtherScript(text)) return true;
  if ((text.match(/\p{L}+/gu) ?? []).length < fewestWords) return false;
  const scores = await Promise.race([prepareLanguages(), late(patienceMs)]);
  return scores !== null && leadsEnglish(scores(text));
}

export function hasOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  return letters.length > 0 && others.length / letters.length >= otherScriptShare;
}

function leadsEnglish(scores: { readonly [language: string]: number }): boolean {
  return Math.max(0, ...Object.values(scores)) - (scores['en'] ?? 0) > margin;
}

function late(ms: number): Promise<null> {
  return new Promise((resolve) => {
    // A timer of infinite length would fire at once.
    if (ms !== Infinity) setTimeout(resolve, ms, null);
  });
}
