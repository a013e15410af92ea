import { failure, success } from '../../core/outcome.ts';
import { amount, defineCall, flag, id, optional, text } from './define-call.ts';
import {
  cardRow,
  dollars,
  findPerson,
  matches,
  money,
  newestFirst,
  newId,
  notFound,
  pageFields,
  pageOf,
  personRow,
} from './parts.ts';
import type { CallContext } from './define-call.ts';
import type { Card } from './state.ts';

const app = 'wallet';

function ownCard({ state, me }: CallContext, cardId: number): Card | undefined {
  return state.card.find((card) => card.id === cardId && card.ownerId === me.id);
}

function isExpired(card: Card, now: string): boolean {
  return card.expires < now.slice(0, 7);
}

/** The account and its cards. */
export const accountCalls = [
  defineCall({
    app,
    name: 'show_account',
    effect: 'read',
    about: 'Shows the own account with its balance.',
    returns: 'id, name, username, balance, default_private',
    args: {},
    run: (_, { me }) =>
      success({
        id: me.id,
        name: me.name,
        username: me.username,
        balance: dollars(me.balance),
        default_private: me.defaultPrivate,
      }),
  }),
  defineCall({
    app,
    name: 'show_balance',
    effect: 'read',
    about: 'Shows the balance.',
    returns: 'balance',
    args: {},
    run: (_, { me }) => success({ balance: dollars(me.balance) }),
  }),
  defineCall({
    app,
    name: 'update_account',
    effect: 'write',
    about: 'Changes the name shown or the default privacy.',
    returns: 'id, name',
    args: {
      name: optional(text('The name others see', 60)),
      default_private: optional(flag('Whether payments are private unless said')),
    },
    run: ({ name, default_private }, { me }) => {
      if (name !== undefined) me.name = name;
      if (default_private !== undefined) me.defaultPrivate = default_private;
      return success(personRow(me));
    },
  }),
  defineCall({
    app,
    name: 'search_users',
    effect: 'read',
    about: 'Finds people whose name or username begins with the words.',
    returns: 'more, rows of id, name',
    args: { query: text('A name or a part of one', 60), ...pageFields },
    run: (args, { state, me }) => {
      const found = state.person.filter(
        (person) => person.id !== me.id && matches(`${person.name} ${person.username}`, args.query),
      );
      return success(pageOf(found.map(personRow), args));
    },
  }),
  defineCall({
    app,
    name: 'find_user',
    effect: 'read',
    about: 'Finds the one person of a name; fails where several bear it.',
    returns: 'id, name',
    args: { name: text('A name', 60) },
    run: ({ name }, { state, me }) => {
      const found = state.person.filter((person) => person.id !== me.id && matches(person.name, name));
      const [only, other] = found;
      if (only === undefined) return notFound('person called', name);
      if (other === undefined) return success(personRow(only));
      const list = found.slice(0, 5).map((person) => `${person.name} (${String(person.id)})`);
      return failure('ambiguous', `${String(found.length)} people match "${name}": ${list.join(', ')}.`);
    },
  }),
  defineCall({
    app,
    name: 'show_user',
    effect: 'read',
    about: 'Shows one person.',
    returns: 'id, name, username, friend',
    args: { user_id: id('The person') },
    run: ({ user_id }, { state, me }) => {
      const person = findPerson(state, user_id);
      if (person === undefined) return notFound('person', user_id);
      return success({
        id: person.id,
        name: person.name,
        username: person.username,
        friend: me.friends.includes(person.id),
      });
    },
  }),
  defineCall({
    app,
    name: 'show_friends',
    effect: 'read',
    about: 'Lists friends.',
    returns: 'more, rows of id, name',
    args: pageFields,
    run: (args, { state, me }) => {
      const friends = state.person.filter(({ id }) => me.friends.includes(id));
      return success(pageOf(friends.map(personRow), args));
    },
  }),
  defineCall({
    app,
    name: 'add_friend',
    effect: 'write',
    about: 'Adds a friend.',
    returns: 'id, name',
    args: { user_id: id('The person') },
    run: ({ user_id }, { state, me }) => {
      const person = findPerson(state, user_id);
      if (person === undefined || person.id === me.id) return notFound('other person', user_id);
      if (me.friends.includes(user_id)) return failure('conflict', `${person.name} is a friend already.`);
      me.friends.push(user_id);
      return success(personRow(person));
    },
  }),
  defineCall({
    app,
    name: 'remove_friend',
    effect: 'write',
    about: 'Removes a friend.',
    returns: 'id',
    args: { user_id: id('The person') },
    run: ({ user_id }, { me }) => {
      if (!me.friends.includes(user_id)) return notFound('friend', user_id);
      me.friends = me.friends.filter((friend) => friend !== user_id);
      return success({ id: user_id });
    },
  }),
  defineCall({
    app,
    name: 'show_cards',
    effect: 'read',
    about: 'Lists the own cards.',
    returns: 'more, rows of id, name, digits, expires, default',
    args: pageFields,
    run: (args, { state, me }) =>
      success(pageOf(state.card.filter(({ ownerId }) => ownerId === me.id).map(cardRow), args)),
  }),
  defineCall({
    app,
    name: 'show_card',
    effect: 'read',
    about: 'Shows one of the own cards.',
    returns: 'id, name, digits, expires, default',
    args: { card_id: id('The card') },
    run: ({ card_id }, context) => {
      const card = ownCard(context, card_id);
      return card === undefined ? notFound('card', card_id) : success(cardRow(card));
    },
  }),
  defineCall({
    app,
    name: 'add_card',
    effect: 'write',
    about: 'Adds a card. It holds nothing until its bank says so.',
    returns: 'id, name',
    args: {
      name: text('What to call it', 30),
      digits: text('Its last four digits', 4),
      expires: text('Like "2028-06"', 7),
    },
    run: ({ name, digits, expires }, { state, me }) => {
      if (!/^\d{4}$/.test(digits)) return failure('invalid_arguments', '"digits" must be four digits.');
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(expires))
        return failure('invalid_arguments', '"expires" must be a year and a month.');
      const card = { id: newId(state), ownerId: me.id, name, digits, expires, funds: 0, isDefault: false };
      state.card.push(card);
      return success({ id: card.id, name });
    },
  }),
  defineCall({
    app,
    name: 'rename_card',
    effect: 'write',
    about: 'Gives a card another name.',
    returns: 'id, name',
    args: { card_id: id('The card'), name: text('What to call it', 30) },
    run: ({ card_id, name }, context) => {
      const card = ownCard(context, card_id);
      if (card === undefined) return notFound('card', card_id);
      card.name = name;
      return success({ id: card.id, name });
    },
  }),
  defineCall({
    app,
    name: 'remove_card',
    effect: 'write',
    about: 'Removes a card that holds nothing.',
    returns: 'id',
    args: { card_id: id('The card') },
    run: ({ card_id }, context) => {
      const card = ownCard(context, card_id);
      if (card === undefined) return notFound('card', card_id);
      // Its money would be nobody's.
      if (card.funds > 0) return failure('not_allowed', 'This card still holds money.');
      context.state.card = context.state.card.filter(({ id }) => id !== card_id);
      return success({ id: card_id });
    },
  }),
  defineCall({
    app,
    name: 'set_default_card',
    effect: 'write',
    about: 'Makes a card the default one.',
    returns: 'id, name',
    args: { card_id: id('The card') },
    run: ({ card_id }, context) => {
      const card = ownCard(context, card_id);
      if (card === undefined) return notFound('card', card_id);
      for (const other of context.state.card) {
        if (other.ownerId === context.me.id) other.isDefault = other.id === card_id;
      }
      return success({ id: card.id, name: card.name });
    },
  }),
  defineCall({
    app,
    name: 'add_balance',
    effect: 'money',
    about: 'Tops up the wallet from a card.',
    returns: 'id, balance',
    args: { amount: amount('How much'), card_id: id('The card') },
    run: ({ amount, card_id }, context) => {
      const { state, me } = context;
      const card = ownCard(context, card_id);
      if (card === undefined) return notFound('card', card_id);
      if (isExpired(card, state.now))
        return failure('card_expired', `The card "${card.name}" expired in ${card.expires}.`);
      if (card.funds < amount)
        return failure('card_declined', `The card "${card.name}" was declined for ${money(amount)}.`);
      card.funds -= amount;
      me.balance += amount;
      const id = newId(state);
      state.transfer.push({ id, ownerId: me.id, cardId: card.id, amount, kind: 'top-up', at: state.now });
      return success({ id, balance: dollars(me.balance) });
    },
  }),
  defineCall({
    app,
    name: 'withdraw',
    effect: 'money',
    about: 'Pays money out of the wallet to a card.',
    returns: 'id, balance',
    args: { amount: amount('How much'), card_id: id('The card') },
    run: ({ amount, card_id }, context) => {
      const { state, me } = context;
      const card = ownCard(context, card_id);
      if (card === undefined) return notFound('card', card_id);
      if (me.balance < amount)
        return failure('insufficient_balance', `The balance is ${money(me.balance)}, but ${money(amount)} is needed.`);
      card.funds += amount;
      me.balance -= amount;
      const id = newId(state);
      state.transfer.push({ id, ownerId: me.id, cardId: card.id, amount, kind: 'withdrawal', at: state.now });
      return success({ id, balance: dollars(me.balance) });
    },
  }),
  defineCall({
    app,
    name: 'show_transfers',
    effect: 'read',
    about: 'Lists top-ups and withdrawals, the newest first.',
    returns: 'more, rows of id, kind, amount, card, date',
    args: pageFields,
    run: (args, { state, me }) => {
      const own = newestFirst(state.transfer.filter(({ ownerId }) => ownerId === me.id));
      const rows = own.map(({ id, kind, amount, cardId, at }) => ({
        id,
        kind,
        amount: dollars(amount),
        card: cardId,
        date: at.slice(0, 10),
      }));
      return success(pageOf(rows, args));
    },
  }),
];
