import type { Change } from '../../sandbox/world/diff.ts';
import { nameOf } from '../../sandbox/world/parts.ts';
import type { PaymentRequest, Transaction, WorldState } from '../../sandbox/world/state.ts';
import { words } from './strings.ts';

type MoneyRow = Pick<Transaction & PaymentRequest, 'fromId' | 'toId' | 'amount' | 'note' | 'isPrivate'>;

export function inDollars(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}

/** One difference between two states as a sentence; what has no sentence of its own is named with its fields. */
export function changeSentence(change: Change, after: WorldState): string {
  return ownSentence(change, after) ?? otherSentence(change);
}

function ownSentence(change: Change, after: WorldState): string | null {
  const { kind, entity, id } = change;
  const said = words.changes;
  const who = (personId: number): string => (personId === after.ownerId ? words.world.owner : nameOf(after, personId));
  const cardName = (cardId: number): string => after.card.find((row) => row.id === cardId)?.name ?? '';
  const money = (row: MoneyRow) => ({
    ...row,
    from: who(row.fromId),
    to: who(row.toId),
    amount: inDollars(row.amount),
  });
  /** The field, where it is the only one that changed, and its values before and after. */
  const only = (field: string) =>
    kind === 'changed' && Object.keys(change.fields).join() === field ? (change.fields[field] ?? null) : null;
  if (entity === 'transaction' && kind === 'added') {
    const row = after.transaction.find((one) => one.id === id);
    return row === undefined ? null : said.paid(money(row));
  }
  if (entity === 'request') {
    const row = after.request.find((one) => one.id === id);
    if (row === undefined) return null;
    if (kind === 'added') return said.asked(money(row));
    if (only('status') !== null) return said.answered(money(row), words.world.statuses[row.status]);
    return only('reminders') === null ? null : said.reminded(money(row), row.reminders);
  }
  if (entity === 'transfer' && kind === 'added') {
    const row = after.transfer.find((one) => one.id === id);
    return row === undefined ? null : said.transferred(row.kind, inDollars(row.amount), cardName(row.cardId));
  }
  const moved = entity === 'person' ? only('balance') : entity === 'card' ? only('funds') : null;
  if (moved === null) return null;
  const [from = '', to = ''] = moved.map((cents) => inDollars(Number(cents)));
  return said.balance(entity === 'person' ? who(id) : said.card(cardName(id)), from, to);
}

function otherSentence(change: Change): string {
  const what = `${change.entity} ${String(change.id)}`;
  if (change.kind !== 'changed') return `${words.changes[change.kind]}: ${what} ${JSON.stringify(change.row)}`;
  const fields = Object.entries(change.fields).map(
    ([name, [from, to]]) => `${name} ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
  );
  return `${words.changes.changed}: ${what}, ${fields.join(', ')}`;
}
