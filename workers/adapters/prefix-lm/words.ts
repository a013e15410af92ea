/** A word as BERT's basic tokenizer cuts it, and where it lies in the person's own text (UTF-16 offsets). */
export type Word = {
  /** Lower case, without accents: what the word pieces are cut from. */
  text: string;
  start: number;
  end: number;
};

type Reading = { kind: 'dropped' | 'space' | 'accent' } | { kind: 'letter' | 'alone'; plain: string };

/**
 * BERT's basic tokenisation by hand, because a copied span is cut from the person's own text and so each word needs its
 * offsets in it. `training/agent/source.py` does the same, character by character.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let open: Word | null = null;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const read = readCharacter(character);
    if (read.kind === 'letter') {
      open ??= { text: '', start: at, end };
      open.text += read.plain;
      open.end = end;
    } else if (read.kind === 'accent') {
      // A combining accent belongs to the letter before it.
      if (open !== null) open.end = end;
    } else if (read.kind !== 'dropped') {
      if (open !== null) words.push(open);
      open = null;
      if (read.kind === 'alone') words.push({ text: read.plain, start: at, end });
    }
    at = end;
  }
  if (open !== null) words.push(open);
  return words;
}

/** What a character is and what it reads as, each on its own so that no neighbour matters. */
function readCharacter(character: string): Reading {
  // A line break ends a line as a semicolon would, so it reads as one.
  if (character === '\n') return { kind: 'alone', plain: ';' };
  if (/[ \t\n\r\p{Zs}\p{Zl}\p{Zp}]/u.test(character)) return { kind: 'space' };
  if (/[\0\ufffd\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/u.test(character)) return { kind: 'dropped' };
  const plain = plainForm(character);
  if (plain === '') return { kind: 'accent' };
  return { kind: isAlone(character, plain) ? 'alone' : 'letter', plain };
}

function plainForm(character: string): string {
  const bare = character.normalize('NFD').replace(/\p{Mn}/gu, '');
  let plain = '';
  // One at a time: the lower case of a final sigma depends on its neighbours otherwise.
  for (const one of bare) plain += one.toLowerCase();
  return plain;
}

function isAlone(character: string, plain: string): boolean {
  return isIdeograph(character.codePointAt(0) ?? 0) || /^[!-/:-@[-`{-~\p{P}]$/u.test(plain);
}

const ideographs: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0x2f800, 0x2fa1f],
];

function isIdeograph(code: number): boolean {
  return ideographs.some(([first, last]) => code >= first && code <= last);
}
