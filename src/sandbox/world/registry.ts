import { failure, success } from '../../core/outcome.ts';
import { defineCall, text, type ApiCall, type AppName, type Json } from './define-call.ts';
import { fileCalls } from './files.ts';
import { phoneCalls } from './phone.ts';
import { loginCalls, supervisorCalls } from './supervisor.ts';
import { accountCalls } from './wallet-account.ts';
import { paymentCalls } from './wallet-payments.ts';
import { requestCalls } from './wallet-requests.ts';

const apps: { [Name in AppName]: string } = {
  api_docs: 'Documentation of every app and call.',
  supervisor: 'Whose errand it is, their passwords, and the end of the errand.',
  wallet: 'Money between people: balance, cards, payments, requests and a feed.',
  phone: 'Contacts with their relationships, and messages.',
  files: 'Receipts, bills and notes.',
};

const docsApp = 'api_docs';

/** The documentation derives from the same list that calls are looked up in. */
const docsCalls: ApiCall[] = [
  defineCall({
    app: docsApp,
    open: true,
    name: 'show_app_descriptions',
    effect: 'read',
    about: 'Lists the apps.',
    returns: 'a list of name, about',
    args: {},
    run: () => success(Object.entries(apps).map(([name, about]) => ({ name, about }))),
  }),
  defineCall({
    app: docsApp,
    open: true,
    name: 'show_api_descriptions',
    effect: 'read',
    about: 'Lists the calls of an app.',
    returns: 'a list of name, about',
    args: { app_name: text('The app', 30) },
    run: ({ app_name }) => {
      const calls = registry.filter(({ app }) => app === app_name);
      if (calls.length === 0) return failure('not_found', `There is no app "${app_name}".`);
      return success(calls.map(({ name, about }) => ({ name, about })));
    },
  }),
  defineCall({
    app: docsApp,
    open: true,
    name: 'show_api_doc',
    effect: 'read',
    about: 'Says how one call is made.',
    returns: 'app, name, about, parameters, returns',
    args: { app_name: text('The app', 30), api_name: text('The call', 60) },
    run: ({ app_name, api_name }) => {
      const call = findCall(app_name, api_name);
      if (call === undefined) return failure('not_found', `There is no call ${app_name}.${api_name}.`);
      return success(documentationOf(call));
    },
  }),
];

/** The one list of calls. The Python object, the documentation and the actor's vocabulary derive from it. */
export const registry: readonly ApiCall[] = [
  ...docsCalls,
  ...supervisorCalls,
  ...loginCalls('wallet'),
  ...accountCalls,
  ...paymentCalls,
  ...requestCalls,
  ...loginCalls('phone'),
  ...phoneCalls,
  ...loginCalls('files'),
  ...fileCalls,
];

const byName: ReadonlyMap<string, ApiCall> = new Map(registry.map((call) => [`${call.app}.${call.name}`, call]));

export function findCall(app: string, name: string): ApiCall | undefined {
  return byName.get(`${app}.${name}`);
}

export function documentationOf({ app, name, about, returns, needsLogin, fields }: ApiCall): Json {
  const parameters = Object.entries(fields).map(([parameter, field]) => ({
    name: parameter,
    type: field.type,
    required: field.required,
    about: field.about,
  }));
  const token = { name: 'access_token', type: 'text', required: true, about: `From ${app}.login` };
  return { app, name, about, returns, parameters: needsLogin ? [...parameters, token] : parameters };
}
