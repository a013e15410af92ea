import type { Split } from '../world/names.ts';
import type { Chance } from '../../core/chance.ts';
import type { AmountGoal } from './scenario.ts';
import { dressDigits } from './train-dress.ts';

/** Decides each `(a|b)` of a frame, the inner ones first; slots stay. */
export function chooseWords(frame: string, chance: Chance): string {
  let chosen = frame;
  while (chosen.includes('('))
    chosen = chosen.replace(/\(([^()]*)\)/g, (_, choices: string) => chance.pick(choices.split('|')));
  return chosen.replace(/ +/g, ' ').trim();
}

export function fillSlots(text: string, slots: { readonly [slot: string]: string }): string {
  const filled = text.replace(/<([A-Z])>/g, (slot, name: string) => slots[name] ?? slot);
  return filled.replace(/ +/g, ' ').trim();
}

/** Whole dollars belong to one split each, by their tens; round tens, one to ten and slang are everybody's. */
export function splitOfDollars(dollars: number): Split | null {
  if (dollars <= 10 || dollars % 10 === 0) return null;
  const tens = Math.floor(dollars / 10) % 10;
  if ([3, 5, 7].includes(tens)) return 'test';
  return tens === 9 ? 'dev' : 'train';
}

/** In training everybody's amounts occur too: otherwise "thirty" would be a word never met. */
function isAmountOf(split: Split, dollars: number): boolean {
  const owner = splitOfDollars(dollars);
  return owner === split || (split === 'train' && owner === null);
}

export type SaidAmount = { cents: number; goal: AmountGoal };

/** An amount of the split between the bounds (whole dollars), and how a person says it. */
export function sayAmount(chance: Chance, split: Split, low: number, high: number, plain = false): SaidAmount {
  const slang = { 5: 'a fiver', 10: 'a tenner', 20: 'a twenty' } as const;
  if (!plain && low <= 5 && chance.chance(0.06)) {
    const dollars = chance.pick([5, 10, 20] as const);
    return { cents: dollars * 100, goal: { said: slang[dollars], parts: [dollars] } };
  }
  let dollars = chance.int(low, high);
  while (!isAmountOf(split, dollars)) dollars = chance.int(low, high);
  if (!plain && dollars < 100 && chance.chance(split === 'train' ? 0.25 : 0.15)) {
    const parts = wordParts(dollars);
    const words = `${parts.map((part) => numberNames[part] ?? '').join(chance.chance(0.7) ? '-' : ' ')}${chance.pick([' dollars', ' bucks', ''])}`;
    return { cents: dollars * 100, goal: { said: words, parts } };
  }
  const cents = !plain && dollars < 200 && chance.chance(0.2) ? chance.pick([5, 20, 25, 40, 50, 75, 80, 99]) : 0;
  const digits = `${dollars >= 1000 && chance.chance(0.5) ? `${String(Math.floor(dollars / 1000))},${String(dollars % 1000).padStart(3, '0')}` : String(dollars)}${cents > 0 ? `.${String(cents).padStart(2, '0')}` : ''}`;
  if (split === 'train' && !plain && chance.chance(0.3))
    return { cents: dollars * 100 + cents, goal: { said: dressDigits(digits, chance) } };
  const dressed = chance.pick([
    `$${digits}`,
    `$${digits}`,
    digits,
    `${digits} dollars`,
    `${digits} bucks`,
    `${digits} quid`,
  ]);
  return { cents: dollars * 100 + cents, goal: { said: dressed } };
}

const numberNames: { readonly [value: number]: string } = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((name, place) => [place + 1, name])
    .concat('thirty forty fifty sixty seventy eighty ninety'.split(' ').map((name, place) => [(place + 3) * 10, name])),
);

function wordParts(dollars: number): number[] {
  if (dollars <= 20) return [dollars];
  const units = dollars % 10;
  return units === 0 ? [dollars] : [dollars - units, units];
}

/** The digits of an amount as it was said: what is copied. */
export function digitsIn(said: string): string {
  return /\d[\d,]*(\.\d+)?/.exec(said)?.[0] ?? said;
}
