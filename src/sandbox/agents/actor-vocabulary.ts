import type { VocabularyArgument, VocabularyCall } from '../../protocol/actor.ts';

const required = (name: string, kind: VocabularyArgument['kind'], values?: readonly string[]): VocabularyArgument => ({
  name,
  kind,
  required: true,
  ...(values === undefined ? {} : { values }),
});
const maybe = (...given: Parameters<typeof required>): VocabularyArgument => ({
  ...required(...given),
  required: false,
});
const pay = [
  required('user_id', 'id'),
  required('amount', 'amount'),
  maybe('note', 'text'),
  maybe('private', 'flag', ['true']),
];
const listing = [required('status', 'choice', ['pending']), maybe('query', 'text'), required('page', 'page')];

/**
 * The calls that the embedded actor was taught, with the arguments it can give. It is data of the model's: a test holds
 * it equal to the registry's names. `access_token` is filled in from the variable that the login left.
 */
export const actorVocabulary: readonly VocabularyCall[] = [
  { name: 'supervisor.show_passwords', args: [required('app_name', 'choice', ['wallet', 'phone', 'files'])] },
  { name: 'supervisor.show_date', args: [] },
  { name: 'wallet.login', args: [required('username', 'text'), required('password', 'text')] },
  { name: 'phone.login', args: [required('username', 'text'), required('password', 'text')] },
  { name: 'files.login', args: [required('username', 'text'), required('password', 'text')] },
  { name: 'wallet.search_users', args: [required('query', 'text')] },
  { name: 'phone.search_contacts', args: [required('query', 'text')] },
  { name: 'phone.show_contacts', args: [required('relationship', 'text')] },
  { name: 'wallet.send_money', args: pay },
  { name: 'wallet.request_money', args: pay },
  { name: 'wallet.show_cards', args: [] },
  { name: 'wallet.add_balance', args: [required('amount', 'amount'), required('card_id', 'id')] },
  { name: 'wallet.show_received_requests', args: listing },
  { name: 'wallet.show_sent_requests', args: listing },
  { name: 'wallet.approve_request', args: [required('request_id', 'id')] },
  { name: 'wallet.deny_request', args: [required('request_id', 'id')] },
  { name: 'wallet.remind', args: [required('request_id', 'id')] },
  {
    name: 'wallet.show_transactions',
    args: [
      required('direction', 'choice', ['sent', 'received']),
      maybe('user_id', 'id'),
      maybe('month', 'word', ['last_month']),
      maybe('query', 'text'),
      required('page', 'page'),
    ],
  },
  { name: 'files.search_files', args: [required('query', 'text')] },
  { name: 'files.read_file', args: [required('path', 'text')] },
  { name: 'supervisor.complete_task', args: [maybe('answer', 'word', ['total'])] },
];

/** Number words: a value is the sum of those said. */
export const numberWords: readonly number[] = [
  ...Array.from({ length: 21 }, (_, value) => value),
  30,
  40,
  50,
  60,
  70,
  80,
  90,
  100,
];
