import { failure, success } from '../../core/outcome.ts';
import { defineCall, id, optional, text } from './define-call.ts';
import type { Json } from './define-call.ts';
import { findPerson, matches, nameOf, newestFirst, newId, notFound, pageFields, pageOf } from './parts.ts';
import type { Contact, Message, Person, WorldState } from './state.ts';

const app = 'phone';

function contactRow(state: WorldState, { id, personId, name, relationship }: Contact): Json {
  return { id: personId, name, relationship, contact: id, phone: findPerson(state, personId)?.phone ?? '' };
}

function messageRow(state: WorldState, me: Person, row: Message): Json {
  const sent = row.fromId === me.id;
  return {
    id: row.id,
    name: nameOf(state, sent ? row.toId : row.fromId),
    direction: sent ? 'sent' : 'received',
    date: row.at.slice(0, 10),
    text: row.text,
  };
}

function ownMessages(state: WorldState, me: Person): Message[] {
  return newestFirst(state.message.filter(({ fromId, toId }) => fromId === me.id || toId === me.id));
}

/** Contacts and messages. A contact’s `id` is the person’s id in the wallet. */
export const phoneCalls = [
  defineCall({
    app,
    name: 'show_contacts',
    effect: 'read',
    about: 'Lists contacts, of one relationship if given.',
    returns: 'more, rows of id, name, relationship, contact, phone',
    args: { relationship: optional(text('Like "flatmate"', 30)), ...pageFields },
    run: (args, { state, me }) => {
      const own = state.contact.filter(({ ownerId }) => ownerId === me.id);
      const wanted = args.relationship?.toLowerCase();
      // "flatmates" means those who are a flatmate.
      const rows = own.filter(
        ({ relationship }) => wanted === undefined || relationship === wanted || `${relationship}s` === wanted,
      );
      return success(
        pageOf(
          rows.map((row) => contactRow(state, row)),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'search_contacts',
    effect: 'read',
    about: 'Finds contacts by words of their name.',
    returns: 'more, rows of id, name, relationship, contact, phone',
    args: { query: text('A name or a part of one', 60), ...pageFields },
    run: (args, { state, me }) => {
      const rows = state.contact.filter((row) => row.ownerId === me.id && matches(row.name, args.query));
      return success(
        pageOf(
          rows.map((row) => contactRow(state, row)),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'show_contact',
    effect: 'read',
    about: 'Shows one contact.',
    returns: 'id, name, relationship, contact, phone',
    args: { contact_id: id('The contact') },
    run: ({ contact_id }, { state, me }) => {
      const row = state.contact.find(({ id, ownerId }) => id === contact_id && ownerId === me.id);
      return row === undefined ? notFound('contact', contact_id) : success(contactRow(state, row));
    },
  }),
  defineCall({
    app,
    name: 'show_relationships',
    effect: 'read',
    about: 'Lists the relationships that contacts have.',
    returns: 'a list of texts',
    args: {},
    run: (_, { state, me }) => {
      const own = state.contact.filter(({ ownerId }) => ownerId === me.id);
      return success([...new Set(own.map(({ relationship }) => relationship))].sort());
    },
  }),
  defineCall({
    app,
    name: 'add_contact',
    effect: 'write',
    about: 'Adds a contact.',
    returns: 'contact',
    args: { phone: text('The number', 20), name: text('The name', 60), relationship: text('Like "friend"', 30) },
    run: ({ phone, name, relationship }, { state, me }) => {
      const person = state.person.find((candidate) => candidate.phone === phone);
      if (person === undefined) return notFound('number', phone);
      if (state.contact.some(({ ownerId, personId }) => ownerId === me.id && personId === person.id))
        return failure('conflict', `${phone} is a contact already.`);
      const row = {
        id: newId(state),
        ownerId: me.id,
        personId: person.id,
        name,
        relationship: relationship.toLowerCase(),
      };
      state.contact.push(row);
      return success({ contact: row.id });
    },
  }),
  defineCall({
    app,
    name: 'update_contact',
    effect: 'write',
    about: 'Changes a contact.',
    returns: 'contact',
    args: {
      contact_id: id('The contact'),
      name: optional(text('The name', 60)),
      relationship: optional(text('Like "friend"', 30)),
    },
    run: ({ contact_id, name, relationship }, { state, me }) => {
      const row = state.contact.find(({ id, ownerId }) => id === contact_id && ownerId === me.id);
      if (row === undefined) return notFound('contact', contact_id);
      if (name !== undefined) row.name = name;
      if (relationship !== undefined) row.relationship = relationship.toLowerCase();
      return success({ contact: row.id });
    },
  }),
  defineCall({
    app,
    name: 'delete_contact',
    effect: 'write',
    about: 'Deletes a contact.',
    returns: 'contact',
    args: { contact_id: id('The contact') },
    run: ({ contact_id }, { state, me }) => {
      const row = state.contact.find(({ id, ownerId }) => id === contact_id && ownerId === me.id);
      if (row === undefined) return notFound('contact', contact_id);
      state.contact = state.contact.filter((other) => other !== row);
      return success({ contact: contact_id });
    },
  }),
  defineCall({
    app,
    name: 'show_messages',
    effect: 'read',
    about: 'Lists messages, the newest first.',
    returns: 'more, rows of id, name, direction, date, text',
    args: { phone: optional(text('Only with this number', 20)), ...pageFields },
    run: (args, { state, me }) => {
      const other = state.person.find(({ phone }) => phone === args.phone);
      const rows = ownMessages(state, me).filter(
        ({ fromId, toId }) => args.phone === undefined || [fromId, toId].includes(other?.id ?? 0),
      );
      return success(
        pageOf(
          rows.map((row) => messageRow(state, me, row)),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'search_messages',
    effect: 'read',
    about: 'Finds messages by their words.',
    returns: 'more, rows of id, name, direction, date, text',
    args: { query: text('Words', 60), ...pageFields },
    run: (args, { state, me }) => {
      const rows = ownMessages(state, me).filter(({ text }) => matches(text, args.query));
      return success(
        pageOf(
          rows.map((row) => messageRow(state, me, row)),
          args,
        ),
      );
    },
  }),
  defineCall({
    app,
    name: 'show_message',
    effect: 'read',
    about: 'Shows one message.',
    returns: 'id, name, direction, date, text',
    args: { message_id: id('The message') },
    run: ({ message_id }, { state, me }) => {
      const row = ownMessages(state, me).find(({ id }) => id === message_id);
      return row === undefined ? notFound('message', message_id) : success(messageRow(state, me, row));
    },
  }),
  defineCall({
    app,
    name: 'send_message',
    effect: 'write',
    about: 'Sends a message.',
    returns: 'id',
    args: { phone: text('The number', 20), text: text('The message', 500) },
    run: ({ phone, text }, { state, me }) => {
      const to = state.person.find((person) => person.phone === phone);
      if (to === undefined) return notFound('number', phone);
      const id = newId(state);
      state.message.push({ id, fromId: me.id, toId: to.id, text, at: state.now });
      return success({ id });
    },
  }),
  defineCall({
    app,
    name: 'delete_message',
    effect: 'write',
    about: 'Deletes a message.',
    returns: 'id',
    args: { message_id: id('The message') },
    run: ({ message_id }, { state, me }) => {
      const row = ownMessages(state, me).find(({ id }) => id === message_id);
      if (row === undefined) return notFound('message', message_id);
      state.message = state.message.filter((other) => other !== row);
      return success({ id: message_id });
    },
  }),
];
