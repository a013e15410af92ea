import { failure, success } from '../../core/outcome.ts';
import { amount, defineCall, flag, id, month, oneOf, optional, text, withDefault } from './define-call.ts';
import type { CallContext } from './define-call.ts';
import {
  checkBalance,
  dollars,
  findPerson,
  matches,
  money,
  move,
  nameOf,
  newestFirst,
  newId,
  notFound,
  pageFields,
  pageOf,
  transactionRow,
} from './parts.ts';
import type { Transaction } from './state.ts';

const app = 'wallet';

function ownTransaction({ state, me }: CallContext, transactionId: number): Transaction | undefined {
  return state.transaction.find((row) => row.id === transactionId && (row.fromId === me.id || row.toId === me.id));
}

/** What anybody may see: the own payments, and the public ones of others. */
function visible({ state, me }: CallContext, transactionId: number): Transaction | undefined {
  return (
    ownTransaction({ state, me }, transactionId) ??
    state.transaction.find((row) => row.id === transactionId && !row.isPrivate)
  );
}

/** Payments and the feed. */
export const paymentCalls = [
  defineCall({
    app,
    name: 'send_money',
    effect: 'money',
    about: 'Sends money from the balance to a person.',
    returns: 'id, to, amount, balance',
    args: {
      user_id: id('Who gets it'),
      amount: amount('How much'),
      note: withDefault(text('What it is for'), ''),
      private: optional(flag('Whether others may not see it; the account’s default if left out')),
    },
    run: ({ user_id, amount, note, private: isPrivate }, { state, me }) => {
      const to = findPerson(state, user_id);
      if (to === undefined) return notFound('person', user_id);
      if (to.id === me.id) return failure('not_allowed', 'Nobody can pay themselves.');
      const short = checkBalance(me, amount);
      if (short !== null) return short;
      move(me, to, amount);
      const row: Transaction = {
        id: newId(state),
        fromId: me.id,
        toId: to.id,
        amount,
        note,
        isPrivate: isPrivate ?? me.defaultPrivate,
        at: state.now,
        likes: [],
      };
      state.transaction.push(row);
      return success({ id: row.id, to: to.name, amount: dollars(amount), balance: dollars(me.balance) });
    },
  }),
  defineCall({
    app,
    name: 'show_transactions',
    effect: 'read',
    about: 'Lists the own payments, the newest first.',
    returns: 'more, rows of id, user, name, amount, direction, date, note',
    args: {
      direction: optional(oneOf(['sent', 'received'], 'Only those')),
      user_id: optional(id('Only with this person')),
      month: optional(month('Only of this month')),
      query: optional(text('Only with these words in the note', 60)),
      ...pageFields,
    },
    run: (args, { state, me }) => {
      const rows = newestFirst(state.transaction).filter(
        (row) =>
          (args.direction !== 'received' && row.fromId === me.id) || (args.direction !== 'sent' && row.toId === me.id),
      );
      const wanted = rows.filter(
        (row) =>
          (args.user_id === undefined || row.fromId === args.user_id || row.toId === args.user_id) &&
          (args.month === undefined || row.at.startsWith(args.month)) &&
          (args.query === undefined || matches(row.note, args.query)),
      );
      return success(
        pageOf(
          wanted.map((row) => transactionRow(state, me, row)),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'show_transaction',
    effect: 'read',
    about: 'Shows one payment.',
    returns: 'id, user, name, amount, direction, date, note',
    args: { transaction_id: id('The payment') },
    run: ({ transaction_id }, context) => {
      const row = ownTransaction(context, transaction_id);
      if (row === undefined) return notFound('payment', transaction_id);
      return success(transactionRow(context.state, context.me, row));
    },
  }),
  defineCall({
    app,
    name: 'update_transaction',
    effect: 'write',
    about: 'Changes the note or the privacy of a payment that was sent.',
    returns: 'id',
    args: {
      transaction_id: id('The payment'),
      note: optional(text('What it is for')),
      private: optional(flag('Whether others may not see it')),
    },
    run: ({ transaction_id, note, private: isPrivate }, context) => {
      const row = ownTransaction(context, transaction_id);
      if (row === undefined) return notFound('payment', transaction_id);
      if (row.fromId !== context.me.id) return failure('not_allowed', 'Only who paid can change it.');
      if (note !== undefined) row.note = note;
      if (isPrivate !== undefined) row.isPrivate = isPrivate;
      return success({ id: row.id });
    },
  }),
  defineCall({
    app,
    name: 'save_receipt',
    effect: 'write',
    about: 'Writes a receipt of a payment into the files.',
    returns: 'path',
    args: { transaction_id: id('The payment') },
    run: ({ transaction_id }, context) => {
      const { state, me } = context;
      const row = ownTransaction(context, transaction_id);
      if (row === undefined) return notFound('payment', transaction_id);
      const path = `receipts/payment-${String(row.id)}.txt`;
      if (state.file.some((file) => file.ownerId === me.id && file.path === path))
        return failure('conflict', `${path} is there already.`);
      const words = `${nameOf(state, row.fromId)} paid ${nameOf(state, row.toId)} ${money(row.amount)}: ${row.note}`;
      state.file.push({ id: newId(state), ownerId: me.id, path, text: words, at: state.now });
      return success({ path });
    },
  }),
  defineCall({
    app,
    name: 'show_feed',
    effect: 'read',
    about: 'Lists public payments of everybody, the newest first.',
    returns: 'more, rows of id, from, to, note, likes',
    args: pageFields,
    run: (args, { state }) => {
      const rows = newestFirst(state.transaction.filter(({ isPrivate }) => !isPrivate)).map((row) => ({
        id: row.id,
        from: nameOf(state, row.fromId),
        to: nameOf(state, row.toId),
        note: row.note,
        likes: row.likes.length,
      }));
      return success(pageOf(rows, args));
    },
  }),
  defineCall({
    app,
    name: 'like',
    effect: 'write',
    about: 'Likes a payment of the feed.',
    returns: 'id, likes',
    args: { transaction_id: id('The payment') },
    run: ({ transaction_id }, context) => {
      const row = visible(context, transaction_id);
      if (row === undefined) return notFound('payment', transaction_id);
      if (row.likes.includes(context.me.id)) return failure('conflict', 'It is liked already.');
      row.likes.push(context.me.id);
      return success({ id: row.id, likes: row.likes.length });
    },
  }),
  defineCall({
    app,
    name: 'unlike',
    effect: 'write',
    about: 'Takes a like back.',
    returns: 'id, likes',
    args: { transaction_id: id('The payment') },
    run: ({ transaction_id }, context) => {
      const row = visible(context, transaction_id);
      if (!row?.likes.includes(context.me.id)) return notFound('liked payment', transaction_id);
      row.likes = row.likes.filter((liker) => liker !== context.me.id);
      return success({ id: row.id, likes: row.likes.length });
    },
  }),
  defineCall({
    app,
    name: 'show_comments',
    effect: 'read',
    about: 'Lists the comments on a payment.',
    returns: 'more, rows of id, by, text',
    args: { transaction_id: id('The payment'), ...pageFields },
    run: (args, context) => {
      if (visible(context, args.transaction_id) === undefined) return notFound('payment', args.transaction_id);
      const rows = context.state.comment
        .filter(({ transactionId }) => transactionId === args.transaction_id)
        .map(({ id, byId, text }) => ({ id, by: nameOf(context.state, byId), text }));
      return success(pageOf(rows, args));
    },
  }),
  defineCall({
    app,
    name: 'comment',
    effect: 'write',
    about: 'Comments on a payment of the feed.',
    returns: 'id',
    args: { transaction_id: id('The payment'), text: text('The comment') },
    run: ({ transaction_id, text }, context) => {
      const { state, me } = context;
      if (visible(context, transaction_id) === undefined) return notFound('payment', transaction_id);
      const id = newId(state);
      state.comment.push({ id, transactionId: transaction_id, byId: me.id, text, at: state.now });
      return success({ id });
    },
  }),
  defineCall({
    app,
    name: 'delete_comment',
    effect: 'write',
    about: 'Deletes an own comment.',
    returns: 'id',
    args: { comment_id: id('The comment') },
    run: ({ comment_id }, { state, me }) => {
      const found = state.comment.find((comment) => comment.id === comment_id && comment.byId === me.id);
      if (found === undefined) return notFound('own comment', comment_id);
      state.comment = state.comment.filter((comment) => comment !== found);
      return success({ id: comment_id });
    },
  }),
];
