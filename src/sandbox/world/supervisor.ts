import { failure, success } from '../../core/outcome.ts';
import { answer, defineCall, oneOf, optional, text, withDefault } from './define-call.ts';
import type { ApiCall } from './define-call.ts';
import { findPerson, newId } from './parts.ts';
import { appsWithLogin, type AppWithLogin } from './state.ts';

const app = 'supervisor';

/** What the person whose errand it is has handed over. Needs no login. */
export const supervisorCalls = [
  defineCall({
    app,
    open: true,
    name: 'show_profile',
    effect: 'read',
    about: 'Says whose errand this is.',
    returns: 'id, name, username, phone',
    args: {},
    run: (_, { me }) => success({ id: me.id, name: me.name, username: me.username, phone: me.phone }),
  }),
  defineCall({
    app,
    open: true,
    name: 'show_date',
    effect: 'read',
    about: 'Says what day it is.',
    returns: 'date',
    args: {},
    run: (_, { state }) => success({ date: state.now.slice(0, 10) }),
  }),
  defineCall({
    app,
    open: true,
    name: 'show_passwords',
    effect: 'read',
    about: 'Shows the user name and the password for an app.',
    returns: 'username, password',
    args: { app_name: oneOf(appsWithLogin, 'Which app') },
    run: ({ app_name }, { state, me }) => {
      const row = state.password.find((candidate) => candidate.ownerId === me.id && candidate.app === app_name);
      if (row === undefined) return failure('not_found', `There is no password for ${app_name}.`);
      return success({ username: me.username, password: row.password });
    },
  }),
  defineCall({
    app,
    open: true,
    name: 'complete_task',
    effect: 'read',
    about: 'Says that the errand is done, with the answer where one was asked for. Nothing can follow it.',
    returns: 'done',
    args: { answer: optional(answer) },
    run: (args, { state }) => {
      if (state.completion !== null) return failure('conflict', 'The task was completed already.');
      // Kept apart from the collections: it is the end of the errand, not a part of anybody's affairs.
      state.completion = { id: 1, answer: args.answer ?? null, at: state.now };
      return success({ done: true });
    },
  }),
];

/** Login, logout and change of password, the same for every app that has accounts. */
export function loginCalls(app: AppWithLogin): ApiCall[] {
  return [
    defineCall({
      app,
      open: true,
      name: 'login',
      effect: 'read',
      about: 'Opens a session.',
      returns: 'access_token',
      args: { username: text('The user name', 60), password: text('The password', 60) },
      run: ({ username, password }, { state }) => {
        const person = state.person.find((candidate) => candidate.username === username);
        const row = state.password.find((candidate) => candidate.app === app && candidate.ownerId === person?.id);
        if (person === undefined || row?.password !== password)
          return failure('wrong_password', 'The user name or the password is wrong.');
        const token = `${app}-${String(person.id)}-${String(newId(state))}`;
        state.sessions.push({ token, app, personId: person.id });
        return success({ access_token: token });
      },
    }),
    defineCall({
      app,
      name: 'logout',
      effect: 'read',
      about: 'Ends all sessions of the account in this app.',
      returns: 'done',
      args: {},
      run: (_, { state, me }) => {
        state.sessions = state.sessions.filter((session) => session.app !== app || session.personId !== me.id);
        return success({ done: true });
      },
    }),
    defineCall({
      app,
      name: 'change_password',
      effect: 'write',
      about: 'Changes the password.',
      returns: 'done',
      args: { old_password: text('The old one', 60), new_password: withDefault(text('The new one', 60), '') },
      run: ({ old_password, new_password }, { state, me }) => {
        const row = state.password.find((candidate) => candidate.app === app && candidate.ownerId === me.id);
        if (row?.password !== old_password) return failure('wrong_password', 'The old password is wrong.');
        if (new_password.length < 6)
          return failure('invalid_arguments', '"new_password" must have at least six characters.');
        row.password = new_password;
        return success({ done: true });
      },
    }),
  ];
}

/** The person a call is made as, where it needs no login: the one whose errand it is. */
export function ownerOf(state: Parameters<typeof findPerson>[0]) {
  const owner = findPerson(state, state.ownerId);
  if (owner === undefined) throw new Error('The world has no owner');
  return owner;
}
