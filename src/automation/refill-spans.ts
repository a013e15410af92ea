import { wordsOf } from '../agent/corrections/said-spans.ts';

/** One piece of a value, by the characters where it stands; the pieces of one key are joined. */
export type Slot = { key: string; span: readonly [start: number, end: number] };

/**
 * Puts the words of another sentence where the slots of the row stand: the words outside the slots are lined up first (their
 * longest common run in order), and what lies between two that line up goes to the slots between them, shared out by
 * their lengths.
 */
export function refillSpans(row: string, slots: readonly Slot[], text: string): ReadonlyMap<string, string> {
  const [rowWords, words] = [wordsOf(row), wordsOf(text)];
  const slotOf = rowWords.map(({ start, end }) => slots.findIndex(({ span }) => span[0] <= start && end <= span[1]));
  const frame = rowWords.flatMap((_, place) => (slotOf[place] === -1 ? [place] : []));
  const aligned = alignWords(
    frame.map((place) => rowWords[place]?.text ?? ''),
    words.map((word) => word.text),
  ).map(([inFrame, inText]) => [frame[inFrame] ?? 0, inText] as const);
  const edges = [[-1, -1] as const, ...aligned, [rowWords.length, words.length] as const];
  const said = new Map<string, string>();
  for (const [edge, [rowFrom, from]] of edges.entries()) {
    const [rowTo, to] = edges[edge + 1] ?? [rowFrom + 1, from + 1];
    const between = slotOf.slice(rowFrom + 1, rowTo).filter((slot) => slot !== -1);
    const wanted = [...new Set(between)].map((slot) => ({
      slot,
      length: between.filter((other) => other === slot).length,
    }));
    let at = from + 1;
    for (const [place, { slot, length }] of wanted.entries()) {
      const left = to - at;
      // The first takes what the others leave: titles come first, and times are short.
      const others = wanted.slice(place + 1).reduce((sum, other) => sum + other.length, 0);
      const count = place === wanted.length - 1 ? left : Math.max(Math.min(length, left), left - others);
      const piece = text.slice(words[at]?.start ?? 0, words[at + count - 1]?.end ?? 0);
      const key = slots[slot]?.key ?? '';
      if (count > 0) said.set(key, [said.get(key), piece].filter((part) => part !== undefined).join(' '));
      at += Math.max(0, count);
    }
  }
  return said;
}

/** Pairs of places of the longest common subsequence. */
function alignWords(left: readonly string[], right: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row !== undefined)
        row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
