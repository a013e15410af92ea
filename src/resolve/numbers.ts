import { isAt, textAt, type Read, type Token } from './tokens.ts';

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')];
const unitOrdinals =
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const tensOrdinals = [
  '',
  '',
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
];

function indexes(words: readonly string[], factor: number): Map<string, number> {
  return new Map(words.flatMap((word, index) => (word === '' ? [] : [[word, index * factor] as const])));
}
const unitValues = indexes(units, 1);
const tensValues = indexes(tens, 10);
const unitOrdinalValues = indexes(unitOrdinals, 1);
const tensOrdinalValues = indexes(tensOrdinals, 10);

/** A whole number in digits (up to six) or in words up to ninety-nine. */
export function readNumber(tokens: readonly Token[], index: number): Read<number> | undefined {
  const text = textAt(tokens, index);
  if (/^\d{1,6}$/.test(text)) return { value: Number(text), next: index + 1 };
  return readNumberWords(tokens, index);
}

export function readNumberWords(tokens: readonly Token[], index: number): Read<number> | undefined {
  const text = textAt(tokens, index);
  const unit = unitValues.get(text);
  if (unit !== undefined) return { value: unit, next: index + 1 };
  const ten = tensValues.get(text);
  if (ten === undefined) return undefined;
  const rest = unitValues.get(textAt(tokens, index + 1));
  return rest !== undefined && rest > 0 && rest < 10
    ? { value: ten + rest, next: index + 2 }
    : { value: ten, next: index + 1 };
}

/** "3rd", "2th" (a slip), "third", "twenty first". */
export function readOrdinal(tokens: readonly Token[], index: number): Read<number> | undefined {
  const text = textAt(tokens, index);
  if (/^\d{1,3}$/.test(text)) {
    const suffixed = isAt(tokens, index + 1, 'st', 'nd', 'rd', 'th') && tokens[index + 1]?.glued === true;
    return suffixed ? { value: Number(text), next: index + 2 } : undefined;
  }
  const unit = unitOrdinalValues.get(text) ?? tensOrdinalValues.get(text);
  if (unit !== undefined) return { value: unit, next: index + 1 };
  const ten = tensValues.get(text);
  const rest = unitOrdinalValues.get(textAt(tokens, index + 1));
  return ten !== undefined && rest !== undefined && rest < 10 ? { value: ten + rest, next: index + 2 } : undefined;
}
