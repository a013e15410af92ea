/** How well one word stands for another, 0 to 1. */
export function matchWords(said: string, written: string): number {
  if (said === written) return 1;
  const [a, b] = [stem(said), stem(written)];
  if (a === b) return 0.97;
  if (groupOf.get(a) !== undefined && groupOf.get(a) === groupOf.get(b)) return 0.9;
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 4 && (a.startsWith(b) || b.startsWith(a))) return 0.8;
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  if (allowed === 0 || /\d/.test(a + b)) return 0;
  return isWithin(a, b, allowed) ? 0.7 : 0;
}

/** Words that are the same to a person; a stem belongs to one group. */
const synonyms = [
  'mum mom mam mummy mommy mother',
  'dad daddy father',
  'doctor dr gp',
  'call phone ring',
  'appointment appt',
  'fix repair',
  'tv television telly',
  'bin rubbish trash garbage',
  'car auto',
  'bike bicycle',
  'photo picture pic',
];
const groupOf = new Map(
  synonyms.flatMap((group, index) => group.split(' ').map((word) => [stem(word), index] as const)),
);

/** A light stemmer: plural, possessive, -ing and -ed; enough to meet "bills" with "bill" and "painting" with "paint". */
export function stem(word: string): string {
  let root = word.replace(/['’]s?$/, '');
  if (root.length > 4 && root.endsWith('ies')) return `${root.slice(0, -3)}y`;
  if (root.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(root)) return root.slice(0, -2);
  if (root.length > 3 && root.endsWith('s') && !/(?:ss|us|is)$/.test(root)) root = root.slice(0, -1);
  if (root.length > 5 && root.endsWith('ing')) root = undouble(root.slice(0, -3));
  else if (root.length > 4 && root.endsWith('ed')) root = undouble(root.slice(0, -2));
  return root.length > 4 && root.endsWith('e') ? root.slice(0, -1) : root;
}

function undouble(root: string): string {
  return /([bdgklmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

/** Damerau-Levenshtein distance (a swap of neighbours is one slip) of at most `limit`. */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  if (a.length > 40 || b.length > 40) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return (last[b.length] ?? limit + 1) <= limit;
}

export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .slice(0, 1000)
      .match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []
  ).map((word) => word.replace(/['’]/g, ''));
}
