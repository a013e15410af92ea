import type { Call } from '../../core/call.ts';
import type { Correction, UsedCorrection } from '../../core/correction.ts';
import { hasUnsaidWords } from './correction-pattern.ts';
import { sameSentence, wordsOf } from './said-spans.ts';
import { contentStems, frameOf } from './sentence-frame.ts';

/** The vector of a text, or null where no model can make one now. */
export type Encode = (text: string) => Promise<ArrayLike<number> | null>;
export type NearCorrection = {
  correction: Correction;
  used: UsedCorrection;
  /** The very sentence, little words aside: its words are the new one's too. */
  same: boolean;
};

export type Heard = {
  text: string;
  /** The model's own answer: where the titles and times are, however wrong its tools may be. */
  calls: readonly Call[];
  /** Titles of tasks that the sentence may be about. */
  titles: readonly string[];
};

/**
 * From which likeness on a correction applies: of the whole sentences, and of the frames. Fitted for the guard 1.2.0's vectors:
 * no sentence of the hand-written dev half reaches them for 34 corrections that are not about it (at most 0.806 and 0.747;
 * training/RESULTS.md).
 */
export const thresholds = { whole: 0.82, frame: 0.76 };

const mostFrames = 6;

/**
 * The nearest of a person's corrections, where it is near enough, the later of two that are as near. The very sentence, or one
 * that differs in little words only, needs no vector, and is all that a correction with words of its own is for. Frames are compared only where a telling word of the correction's frame was said.
 */
export async function nearestCorrection(
  heard: Heard,
  corrections: readonly Correction[],
  encode: Encode,
  vectorOf: string,
): Promise<NearCorrection | null> {
  const same =
    corrections.findLast(({ text }) => sameSentence(heard.text, text)) ??
    corrections.findLast(({ text }) => saysTheSame(heard.text, text));
  if (same !== undefined) return { ...near(same, 1), same: true };
  const comparable = corrections.filter(
    (correction) => correction.vectorOf === vectorOf && !hasUnsaidWords(correction) && !saysMore(heard, correction),
  );
  const vector = comparable.length === 0 ? null : await encode(heard.text);
  if (vector === null) return null;
  const found: { found: NearCorrection; margin: number }[] = [];
  for (const correction of comparable) {
    const similarity = cosine(vector, correction.vector);
    found.push({ found: near(correction, similarity), margin: similarity - thresholds.whole });
  }
  for (const { correction, similarity } of await compareFrames(heard, comparable, encode)) {
    found.push({ found: near(correction, similarity), margin: similarity - thresholds.frame });
  }
  const best = found.toSorted((a, b) => a.margin - b.margin).at(-1);
  return best !== undefined && best.margin >= 0 ? best.found : null;
}

/** The same telling words in the same order: "the usual" and "just the usual, please". */
function saysTheSame(one: string, other: string): boolean {
  const telling = (text: string): string =>
    wordsOf(text)
      .filter((word) => contentStems([word.text]).length > 0)
      .map((word) => word.text)
      .join(' ');
  return telling(one) === telling(other) && telling(one) !== '';
}

/** A sentence of more commands than were put right is another sentence, however alike one of them sounds. */
function saysMore({ calls }: Heard, { understood, meant }: Correction): boolean {
  return calls.length > Math.max(understood.length, meant.length);
}

function near(correction: Correction, similarity: number): NearCorrection {
  return { correction, used: { id: correction.id, text: correction.text, similarity }, same: false };
}

async function compareFrames(
  { text, calls, titles }: Heard,
  corrections: readonly Correction[],
  encode: Encode,
): Promise<{ correction: Correction; similarity: number }[]> {
  const said = new Set(contentStems(wordsOf(text).map((word) => word.text)));
  const sharing = corrections
    .flatMap((correction) => {
      const stems = contentStems(correction.frame?.words ?? []);
      const shared = stems.filter((stem) => said.has(stem)).length;
      return correction.frame === null || shared === 0 ? [] : [{ correction, frame: correction.frame, stems, shared }];
    })
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostFrames);
  const compared: { correction: Correction; similarity: number }[] = [];
  for (const { correction, frame, stems } of sharing) {
    const vector = await encode(frameOf(text, calls, titles, stems).text);
    if (vector !== null) compared.push({ correction, similarity: cosine(vector, frame.vector) });
  }
  return compared;
}

export function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) return 0;
  let [product, left, right] = [0, 0, 0];
  for (let place = 0; place < one.length; place++) {
    const [a, b] = [one[place] ?? 0, other[place] ?? 0];
    product += a * b;
    left += a * a;
    right += b * b;
  }
  return left === 0 || right === 0 ? 0 : product / Math.sqrt(left * right);
}
