import { matchWords, wordsOf } from './word-match.ts';

export type TitledTask = { id: string; title: string };

/** `sure`: each word said is in the title, or nearly all that matters is. Otherwise the titles are only likely. */
export type TitleMatch = { sure: boolean; ids: readonly string[] };

const empty = new Set(
  'the a an my our your his her their that this these those one ones thing things task tasks item items todo reminder entry bit stuff job about to for of on in at with from and is its it please was which says said called due'.split(
    ' ',
  ),
);
/** Verbs and nouns that many titles share: they say little about which one is meant. */
const common = new Set(
  'buy get call phone ring email mail text message pay book do make send take pick up clean write check finish fix go order return collect bring find plan schedule arrange prepare submit renew cancel appointment appt meeting form letter list new'.split(
    ' ',
  ),
);

const weightOf = (word: string) => (common.has(word) ? 0.35 : 1);

/** Below this the words say nothing about the title; above `sureShare` only a stray word does not fit. */
const likelyShare = 0.4;
const sureShare = 0.6;

/** The titles that fit the words best. Two that fit equally well are both given: it is not for us to choose. */
export function matchTitles(words: readonly string[], tasks: readonly TitledTask[]): TitleMatch {
  const content = words.filter((word) => !empty.has(word));
  const said = content.length > 0 ? content : words;
  if (said.length === 0) return { sure: false, ids: [] };
  const scored = tasks
    .map((task) => ({ id: task.id, ...scoreTitle(said, task.title) }))
    .filter(({ share }) => share >= likelyShare)
    .sort((a, b) => b.grade - a.grade || b.share - a.share);
  const [best] = scored;
  if (best === undefined) return { sure: false, ids: [] };
  const sure = best.grade >= 2 || best.share >= sureShare;
  if (!sure) return { sure, ids: scored.map(({ id }) => id) };
  const equal = scored.filter(({ grade, share }) => grade === best.grade && best.share - share < 0.1);
  return { sure, ids: equal.map(({ id }) => id) };
}

type TitleScore = {
  /** 4: the same words. 3: each word said is in the title as written. 2: so with slips of typing. 1: only some are. */
  grade: 1 | 2 | 3 | 4;
  /** The share of what was said that the title has, weighted, 0 to 1. */
  share: number;
};

function scoreTitle(said: readonly string[], title: string): TitleScore {
  const written = wordsOf(title).filter((word) => !empty.has(word));
  const left = new Set(written.keys());
  let matched = 0;
  let total = 0;
  let worst = 1;
  for (const word of said) {
    const weight = weightOf(word);
    total += weight;
    const best = bestMatch(word, written, left);
    worst = Math.min(worst, best.quality);
    matched += weight * best.quality;
    if (best.quality > 0) left.delete(best.index);
  }
  const share = total === 0 ? 0 : matched / total;
  if (worst < 0.6) return { grade: 1, share };
  if (worst < 0.9) return { grade: 2, share };
  return { grade: left.size === 0 ? 4 : 3, share };
}

function bestMatch(
  word: string,
  written: readonly string[],
  left: ReadonlySet<number>,
): { quality: number; index: number } {
  let best = { quality: 0, index: -1 };
  for (const index of left) {
    const quality = matchWords(word, written[index] ?? '');
    if (quality > best.quality) best = { quality, index };
  }
  return best;
}
