import fc from 'fast-check';

/** One change of a text, as a bad line, a bad writer or an attacker makes it. */
export type TextEdit = { at: number; kind: 'cut' | 'insert' | 'copy' | 'swap'; length: number; piece: string };

/** One to six edits; what is inserted is one of `pieces`, or a few arbitrary characters. */
export function textEdits(pieces: readonly string[], longest = 400): fc.Arbitrary<TextEdit[]> {
  return fc.array(
    fc.record<TextEdit>({
      at: fc.nat(longest),
      kind: fc.constantFrom('cut', 'insert', 'copy', 'swap'),
      length: fc.integer({ min: 1, max: 30 }),
      piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })),
    }),
    { minLength: 1, maxLength: 6 },
  );
}

export function editText(text: string, { at, kind, length, piece }: TextEdit): string {
  const from = at % (text.length + 1);
  const [before, part, after] = [text.slice(0, from), text.slice(from, from + length), text.slice(from + length)];
  switch (kind) {
    case 'cut':
      return before + after;
    case 'insert':
      return before + piece + part + after;
    case 'copy':
      return before + part + part + after;
    case 'swap':
      return before + after.slice(0, length) + part + after.slice(length);
  }
}
