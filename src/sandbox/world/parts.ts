import { failure, type Failure } from '../../core/outcome.ts';
import { count, withDefault, type CallErrorCode, type Json } from './define-call.ts';
import type { Card, PaymentRequest, Person, Transaction, WorldState } from './state.ts';

export const pageFields = {
  page: withDefault(count(0, 1000, 'Which page, the first is 0'), 0),
  page_size: withDefault(count(1, 20, 'Rows on a page'), 5),
};
export type PageArguments = { page: number; page_size: number };

/** One page of rows, and whether more follow. */
export function pageOf(rows: readonly Json[], { page, page_size }: PageArguments): Json {
  const start = page * page_size;
  return { more: rows.length > start + page_size, rows: rows.slice(start, start + page_size) };
}

export function dollars(cents: number): number {
  return cents / 100;
}

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

export function notFound(what: string, id: number | string): Failure<CallErrorCode> {
  return failure('not_found', `There is no ${what} ${typeof id === 'number' ? String(id) : `"${id}"`}.`);
}

export function findPerson(state: WorldState, personId: number): Person | undefined {
  return state.person.find(({ id }) => id === personId);
}

export function nameOf(state: WorldState, personId: number): string {
  return findPerson(state, personId)?.name ?? 'somebody';
}

export function newId(state: WorldState): number {
  state.nextId += 1;
  return state.nextId;
}

/** Every word of the query begins a word of the text. */
export function matches(text: string, query: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}

export function personRow(person: Person): Json {
  return { id: person.id, name: person.name };
}

export function cardRow({ id, name, digits, expires, isDefault }: Card): Json {
  return { id, name, digits, expires, default: isDefault };
}

/** As the caller sees it: who the other is, and whether money went out or came in. */
export function transactionRow(state: WorldState, me: Person, row: Transaction): Json {
  const sent = row.fromId === me.id;
  const otherId = sent ? row.toId : row.fromId;
  return {
    id: row.id,
    user: otherId,
    name: nameOf(state, otherId),
    amount: dollars(row.amount),
    direction: sent ? 'sent' : 'received',
    date: row.at.slice(0, 10),
    note: row.note,
  };
}

export function requestRow(state: WorldState, me: Person, row: PaymentRequest): Json {
  const otherId = row.fromId === me.id ? row.toId : row.fromId;
  return {
    id: row.id,
    name: nameOf(state, otherId),
    amount: dollars(row.amount),
    status: row.status,
    date: row.at.slice(0, 10),
    note: row.note,
  };
}

/** Moves money from one wallet to another; the caller has checked that it is there. */
export function move(from: Person, to: Person, cents: number): void {
  from.balance -= cents;
  to.balance += cents;
}

export function checkBalance(person: Person, cents: number): Failure<CallErrorCode> | null {
  if (person.balance >= cents) return null;
  return failure('insufficient_balance', `The balance is ${money(person.balance)}, but ${money(cents)} is needed.`);
}

export function newestFirst<Row extends { at: string; id: number }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1));
}
