/** A text of this many letters outside the Latin script is not English, however many English words are around them. */
const otherScriptShare = 0.3;

/** Whether a text looks like another language than English, so that what it would write is asked about first. */
export function looksForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  return letters.length > 0 && others.length / letters.length >= otherScriptShare;
}
