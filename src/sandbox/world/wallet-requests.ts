import { failure, success, type Outcome } from '../../core/outcome.ts';
import { amount, count, defineCall, flag, id, oneOf, optional, text, withDefault } from './define-call.ts';
import type { CallContext, CallErrorCode } from './define-call.ts';
import {
  checkBalance,
  dollars,
  findPerson,
  matches,
  move,
  newestFirst,
  newId,
  notFound,
  pageFields,
  pageOf,
  requestRow,
} from './parts.ts';
import { requestStatuses, type PaymentRequest } from './state.ts';

const app = 'wallet';

type Side = 'asker' | 'payer';

/** A pending request in which the caller has the given part. */
function pendingOf({ state, me }: CallContext, requestId: number, side: Side): Outcome<PaymentRequest, CallErrorCode> {
  const row = state.request.find(({ id }) => id === requestId);
  const mine = row !== undefined && (side === 'asker' ? row.fromId : row.toId) === me.id;
  if (!mine) return notFound('such request', requestId);
  return row.status === 'pending' ? success(row) : failure('conflict', `The request is ${row.status} already.`);
}

const listingFields = {
  status: optional(oneOf(requestStatuses, 'Only those')),
  query: optional(text('Only with these words in the note', 60)),
  older_than_days: optional(count(0, 3650, 'Only those made more days ago than this')),
  ...pageFields,
};

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later.slice(0, 10)) - Date.parse(earlier.slice(0, 10))) / 86_400_000;
}

function listing(side: Side, name: string, about: string) {
  return defineCall({
    app,
    name,
    effect: 'read',
    about,
    returns: 'more, rows of id, name, amount, status, date, note',
    args: listingFields,
    run: (args, { state, me }) => {
      const rows = newestFirst(state.request).filter(
        (row) =>
          (side === 'asker' ? row.fromId : row.toId) === me.id &&
          (args.status === undefined || row.status === args.status) &&
          (args.query === undefined || matches(row.note, args.query)) &&
          (args.older_than_days === undefined || daysBetween(row.at, state.now) > args.older_than_days),
      );
      return success(
        pageOf(
          rows.map((row) => requestRow(state, me, row)),
          args,
        ),
      );
    },
  });
}

/** Requests for money. */
export const requestCalls = [
  defineCall({
    app,
    name: 'request_money',
    effect: 'write',
    about: 'Asks a person for money.',
    returns: 'id, of, amount',
    args: {
      user_id: id('Who is to pay'),
      amount: amount('How much'),
      note: withDefault(text('What it is for'), ''),
      private: optional(flag('Whether others may not see it; the account’s default if left out')),
    },
    run: ({ user_id, amount, note, private: isPrivate }, { state, me }) => {
      const payer = findPerson(state, user_id);
      if (payer === undefined) return notFound('person', user_id);
      if (payer.id === me.id) return failure('not_allowed', 'Nobody can ask themselves.');
      const row: PaymentRequest = {
        id: newId(state),
        fromId: me.id,
        toId: payer.id,
        amount,
        note,
        isPrivate: isPrivate ?? me.defaultPrivate,
        status: 'pending',
        at: state.now,
        reminders: 0,
      };
      state.request.push(row);
      return success({ id: row.id, of: payer.name, amount: dollars(amount) });
    },
  }),
  listing('asker', 'show_sent_requests', 'Lists requests that the account made, the newest first.'),
  listing('payer', 'show_received_requests', 'Lists requests that ask the account for money, the newest first.'),
  defineCall({
    app,
    name: 'show_request',
    effect: 'read',
    about: 'Shows one request.',
    returns: 'id, name, amount, status, date, note',
    args: { request_id: id('The request') },
    run: ({ request_id }, { state, me }) => {
      const row = state.request.find(({ id, fromId, toId }) => id === request_id && [fromId, toId].includes(me.id));
      return row === undefined ? notFound('such request', request_id) : success(requestRow(state, me, row));
    },
  }),
  defineCall({
    app,
    name: 'approve_request',
    effect: 'money',
    about: 'Pays what a request asks for.',
    returns: 'id, status, balance',
    args: { request_id: id('The request') },
    run: ({ request_id }, context) => {
      const { state, me } = context;
      const found = pendingOf(context, request_id, 'payer');
      if (!found.ok) return found;
      const row = found.value;
      const asker = findPerson(state, row.fromId);
      if (asker === undefined) return notFound('person', row.fromId);
      const short = checkBalance(me, row.amount);
      if (short !== null) return short;
      move(me, asker, row.amount);
      row.status = 'approved';
      const { amount, note, isPrivate } = row;
      state.transaction.push({
        id: newId(state),
        fromId: me.id,
        toId: asker.id,
        amount,
        note,
        isPrivate,
        at: state.now,
        likes: [],
      });
      return success({ id: row.id, status: row.status, balance: dollars(me.balance) });
    },
  }),
  defineCall({
    app,
    name: 'deny_request',
    effect: 'write',
    about: 'Refuses a request.',
    returns: 'id, status',
    args: { request_id: id('The request') },
    run: ({ request_id }, context) => {
      const found = pendingOf(context, request_id, 'payer');
      if (!found.ok) return found;
      found.value.status = 'denied';
      return success({ id: request_id, status: 'denied' });
    },
  }),
  defineCall({
    app,
    name: 'remind',
    effect: 'write',
    about: 'Reminds a person of a request that is still open.',
    returns: 'id, reminders',
    args: { request_id: id('The request') },
    run: ({ request_id }, context) => {
      const found = pendingOf(context, request_id, 'asker');
      if (!found.ok) return found;
      found.value.reminders += 1;
      return success({ id: request_id, reminders: found.value.reminders });
    },
  }),
  defineCall({
    app,
    name: 'update_request',
    effect: 'write',
    about: 'Changes an own request that is still open.',
    returns: 'id',
    args: {
      request_id: id('The request'),
      amount: optional(amount('How much')),
      note: optional(text('What it is for')),
    },
    run: ({ request_id, amount, note }, context) => {
      const found = pendingOf(context, request_id, 'asker');
      if (!found.ok) return found;
      if (amount !== undefined) found.value.amount = amount;
      if (note !== undefined) found.value.note = note;
      return success({ id: request_id });
    },
  }),
  defineCall({
    app,
    name: 'cancel_request',
    effect: 'write',
    about: 'Takes an own request back.',
    returns: 'id, status',
    args: { request_id: id('The request') },
    run: ({ request_id }, context) => {
      const found = pendingOf(context, request_id, 'asker');
      if (!found.ok) return found;
      found.value.status = 'cancelled';
      return success({ id: request_id, status: 'cancelled' });
    },
  }),
];
