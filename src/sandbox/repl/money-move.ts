import { nameOf } from '../world/parts.ts';
import type { World } from '../world/world.ts';
import type { MadeCall } from './answer-call.ts';

/** A move of money as a person is asked about it. */
export type MoneyMove = {
  kind: 'pay' | 'top-up' | 'withdraw';
  payeeId: number | null;
  /** Who gets it, or the card. */
  other: string;
  cents: number;
  isPrivate: boolean;
  balanceAfter: number;
};

/** What a money call would do, found out on a copy; null where it would fail and so moves nothing. */
export function describeMove(world: World, made: MadeCall): MoneyMove | null {
  const before = world.snapshot();
  const done = world.call(made.app, made.call, made.args);
  const after = world.snapshot();
  world.restore(before);
  if (!done.ok) return null;
  const balanceAfter = after.person.find(({ id }) => id === after.ownerId)?.balance ?? 0;
  const paid = after.transaction.find(({ id }) => before.transaction.every((row) => row.id !== id));
  if (paid !== undefined)
    return {
      kind: 'pay',
      payeeId: paid.toId,
      other: nameOf(after, paid.toId),
      cents: paid.amount,
      isPrivate: paid.isPrivate,
      balanceAfter,
    };
  const moved = after.transfer.find(({ id }) => before.transfer.every((row) => row.id !== id));
  if (moved === undefined) return null;
  const card = after.card.find(({ id }) => id === moved.cardId)?.name ?? '';
  const kind = moved.kind === 'top-up' ? 'top-up' : 'withdraw';
  return { kind, payeeId: null, other: card, cents: moved.amount, isPrivate: true, balanceAfter };
}
