/** A word, number, date-like group or mark of the text; `text` is folded, the offsets are of the original. */
export type Token = {
  text: string;
  start: number;
  end: number;
  /** No white space before it: "pm" of "7pm". */
  glued: boolean;
};

/** What a reader understood from some place on, and the index of the first token after it. */
export type Read<Value> = { value: Value; next: number };

/** Longer input is cut before it is read: a phrase about time is short, and the readers' cost grows with length. */
export const maxPhraseLength = 400;

const pieces = [
  String.raw`\d{4}-\d{1,2}-\d{1,2}(?:t\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?z?)?(?![\d-])`,
  String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)`,
  String.raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)`,
  String.raw`\d{1,4}[./]\d{1,4}(?!\d)`,
  String.raw`2(?:mor+ow?|moz|mrw|mro|day|nite|night)(?!\p{L})`,
  String.raw`b4(?![\p{L}\d])`,
  String.raw`\d+`,
  String.raw`[ap] ?\. ?m(?: ?\.)?(?!\p{L})`,
  String.raw`\p{L}+(?:['’]\p{L}*)*`,
  String.raw`\S`,
];

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(pieces.join('|'), 'giu');
  let previousEnd = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const glued = start === previousEnd && start > 0;
    previousEnd = end;
    if (isInnerHyphen(raw, text, start)) continue;
    tokens.push({ text: fold(raw), start, end, glued });
  }
  return tokens;
}

/** "twenty-first" and "mid-december" read as two words each. */
function isInnerHyphen(raw: string, text: string, at: number): boolean {
  return (raw === '-' || raw === '‑') && /\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1));
}

function fold(raw: string): string {
  const text = raw.toLowerCase().replace(/['’]/g, '');
  if (/^[ap] ?\./.test(text)) return `${text.charAt(0)}m`;
  if (text === 'b4') return 'before';
  return text === '' ? raw : text;
}

export function textAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text ?? '';
}

export function isAt(tokens: readonly Token[], index: number, ...words: readonly string[]): boolean {
  const text = textAt(tokens, index);
  return text !== '' && words.includes(text);
}

/** The index after the word where it is there, the same index where it is not. */
export function skip(tokens: readonly Token[], index: number, ...words: readonly string[]): number {
  return isAt(tokens, index, ...words) ? index + 1 : index;
}

/** Skips marks that tie the parts of one date together: "oct/2", "dec. 31, 1994". */
export function skipMarks(tokens: readonly Token[], index: number): number {
  let next = index;
  while (isAt(tokens, next, '/', '-', '.', ',')) next += 1;
  return next;
}

/** The value of the longest phrase of the table that starts here. Keys are folded words with one space between. */
export function readPhrase<Value>(
  tokens: readonly Token[],
  index: number,
  table: ReadonlyMap<string, Value>,
  maxWords = 4,
): Read<Value> | undefined {
  let phrase = '';
  let best: Read<Value> | undefined;
  for (let count = 1; count <= maxWords && index + count <= tokens.length; count += 1) {
    phrase += (count === 1 ? '' : ' ') + textAt(tokens, index + count - 1);
    const value = table.get(phrase);
    if (value !== undefined) best = { value, next: index + count };
  }
  return best;
}

export function longest<Value>(...reads: readonly (Read<Value> | undefined)[]): Read<Value> | undefined {
  let best: Read<Value> | undefined;
  for (const read of reads) if (read !== undefined && (best === undefined || read.next > best.next)) best = read;
  return best;
}

/** A table whose keys are written as one line of alternatives: `phraseTable({ 'mon|monday': 1 })`. */
export function phraseTable<Value>(rows: { readonly [alternatives: string]: Value }): Map<string, Value> {
  const table = new Map<string, Value>();
  for (const [alternatives, value] of Object.entries(rows)) {
    for (const phrase of alternatives.split('|')) table.set(phrase, value);
  }
  return table;
}
