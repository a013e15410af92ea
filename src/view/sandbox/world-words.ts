import type { Change } from '../../sandbox/world/diff.ts';
import { nameOf } from '../../sandbox/world/parts.ts';
import type { WorldState } from '../../sandbox/world/state.ts';
import { words } from './strings.ts';

export function inDollars(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}

/** One difference between two states as a sentence; what has no sentence of its own is named with its fields. */
export function changeSentence(change: Change, after: WorldState): string {
  return moneySentence(change, after) ?? otherSentence(change);
}

function moneySentence({ kind, entity, id, ...of }: Change, after: WorldState): string | null {
  const who = (personId: number): string => (personId === after.ownerId ? words.world.owner : nameOf(after, personId));
  const said = words.changes;
  const transaction = after.transaction.find((row) => entity === 'transaction' && row.id === id);
  if (kind === 'added' && transaction !== undefined) {
    const { fromId, toId, amount, note, isPrivate } = transaction;
    return said.paid({ from: who(fromId), to: who(toId), amount: inDollars(amount), note, isPrivate });
  }
  const request = after.request.find((row) => entity === 'request' && row.id === id);
  if (request !== undefined) {
    const { fromId, toId, amount, note, isPrivate, status, reminders } = request;
    const asked = { from: who(fromId), to: who(toId), amount: inDollars(amount), note, isPrivate };
    if (kind === 'added') return said.asked(asked);
    const fields = 'fields' in of ? Object.keys(of.fields) : [];
    if (fields.join() === 'status') return said.answered(asked, words.world.statuses[status]);
    if (fields.join() === 'reminders') return said.reminded(asked, reminders);
  }
  const transfer = after.transfer.find((row) => entity === 'transfer' && row.id === id);
  if (kind === 'added' && transfer !== undefined) {
    const card = after.card.find((row) => row.id === transfer.cardId)?.name ?? '';
    return said.transferred(transfer.kind, inDollars(transfer.amount), card);
  }
  const field = entity === 'person' ? 'balance' : entity === 'card' ? 'funds' : null;
  if (kind !== 'changed' || field === null || !('fields' in of) || Object.keys(of.fields).join() !== field) return null;
  const [from, to] = (of.fields[field] ?? []).map((cents) => inDollars(Number(cents)));
  const card = after.card.find((row) => row.id === id);
  return said.balance(entity === 'person' ? who(id) : said.card(card?.name ?? ''), from ?? '', to ?? '');
}

function otherSentence(change: Change): string {
  const what = `${change.entity} ${String(change.id)}`;
  if (change.kind !== 'changed') return `${words.changes[change.kind]}: ${what} ${JSON.stringify(change.row)}`;
  const fields = Object.entries(change.fields).map(
    ([name, [from, to]]) => `${name} ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
  );
  return `${words.changes.changed}: ${what}, ${fields.join(', ')}`;
}
