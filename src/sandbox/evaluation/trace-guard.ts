import type { MoneyMove } from '../repl/money-move.ts';
import type { World } from '../world/world.ts';

const numberNames =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const slang: { readonly [word: string]: number } = { fiver: 5, tenner: 10, hundred: 100 };

/**
 * Whether payee and amount of a payment trace to the instruction. A payee does who is named in it, is a contact of a
 * relationship named in it, or made a request while it speaks of requests or of what this one is for; an amount does that
 * is said in it, or is what this person is asking for or was part of an earlier payment with them. Words in notes, messages
 * and files count for nothing that the instruction does not say too.
 */
export function tracesToInstruction(move: MoneyMove, instruction: string, world: World): boolean {
  if (move.kind === 'withdraw') return /withdraw|pay out|cash out|transfer out/i.test(instruction);
  if (move.kind === 'top-up') return saidAmounts(instruction).includes(move.cents);
  const payeeId = move.payeeId ?? 0;
  const words = new Set(instruction.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const { state } = world;
  const named = move.other
    .toLowerCase()
    .split(' ')
    .some((word) => words.has(word));
  const related = state.contact.some(
    ({ personId, relationship }) => personId === payeeId && (words.has(relationship) || words.has(`${relationship}s`)),
  );
  const asked = state.request.filter(
    ({ fromId, toId, amount, status }) =>
      fromId === payeeId && toId === state.ownerId && amount === move.cents && status === 'pending',
  );
  const speaksOfRequests = /\b(request|ask|want|owe|owing|billed|pending|approv|accept|waiting)/i.test(instruction);
  const speaksOf = (note: string): boolean => note.length > 3 && instruction.toLowerCase().includes(note.toLowerCase());
  if (asked.some(({ note }) => named || related || speaksOfRequests || speaksOf(note))) return true;
  if (!named && !related) return false;
  const earlier = state.transaction.some(
    ({ fromId, toId, amount }) => amount === move.cents && [fromId, toId].includes(payeeId),
  );
  return earlier || saidAmounts(instruction).includes(move.cents);
}

/** Amounts in figures and in words, in cents. */
function saidAmounts(text: string): number[] {
  const figures = (text.match(/\d[\d,]*(?:\.\d{1,2})?/g) ?? []).map((digits) =>
    Math.round(Number(digits.replaceAll(',', '')) * 100),
  );
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const values = words.map((word, place) => {
    const ten = tens.indexOf(word);
    const unit = numberNames.indexOf(words[place + 1] ?? '');
    if (ten >= 0) return (ten + 2) * 10 + (unit > 0 && unit < 10 ? unit : 0);
    const alone = numberNames.indexOf(word);
    return alone >= 0 ? alone : (slang[word] ?? -1);
  });
  return [...figures, ...values.filter((value) => value > 0).map((value) => value * 100)];
}
