/** Everything true of a payments world, as plain data. Money is in whole cents, moments are local ISO times. */

export type Person = {
  id: number;
  name: string;
  username: string;
  phone: string;
  balance: number;
  defaultPrivate: boolean;
  friends: number[];
};

/** A card that tops up the wallet. `funds` is what it can still give. */
export type Card = {
  id: number;
  ownerId: number;
  name: string;
  digits: string;
  expires: string;
  funds: number;
  isDefault: boolean;
};

export type Transaction = {
  id: number;
  fromId: number;
  toId: number;
  amount: number;
  note: string;
  isPrivate: boolean;
  at: string;
  likes: number[];
};

export type Comment = { id: number; transactionId: number; byId: number; text: string; at: string };

/** Between the wallet and a card. */
export type Transfer = {
  id: number;
  ownerId: number;
  cardId: number;
  amount: number;
  kind: 'top-up' | 'withdrawal';
  at: string;
};

export const requestStatuses = ['pending', 'approved', 'denied', 'cancelled'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** `fromId` asks, `toId` is to pay. */
export type PaymentRequest = {
  id: number;
  fromId: number;
  toId: number;
  amount: number;
  note: string;
  isPrivate: boolean;
  status: RequestStatus;
  at: string;
  reminders: number;
};

export type Contact = { id: number; ownerId: number; personId: number; name: string; relationship: string };

export type Message = { id: number; fromId: number; toId: number; text: string; at: string };

export type StoredFile = { id: number; ownerId: number; path: string; text: string; at: string };

export type Password = { id: number; ownerId: number; app: AppWithLogin; password: string };

export const appsWithLogin = ['wallet', 'phone', 'files'] as const;
export type AppWithLogin = (typeof appsWithLogin)[number];

export type Session = { token: string; app: AppWithLogin; personId: number };

export type Completion = { id: number; answer: string | number | null; at: string };

/** The collections that count when two states are compared. Sessions do not: to log in changes nobody's affairs. */
export type Collections = {
  person: Person[];
  card: Card[];
  transaction: Transaction[];
  comment: Comment[];
  transfer: Transfer[];
  request: PaymentRequest[];
  contact: Contact[];
  message: Message[];
  file: StoredFile[];
  password: Password[];
};

export type WorldState = Collections & {
  now: string;
  /** The person whose errand is done: the supervisor's profile and passwords are theirs. */
  ownerId: number;
  nextId: number;
  sessions: Session[];
  completion: Completion | null;
};

export const collectionNames = [
  'person',
  'card',
  'transaction',
  'comment',
  'transfer',
  'request',
  'contact',
  'message',
  'file',
  'password',
] as const satisfies readonly (keyof Collections)[];
export type CollectionName = (typeof collectionNames)[number];

/** All the money there is: moving it never changes the sum. */
export function totalMoney(state: WorldState): number {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return sum(state.person.map(({ balance }) => balance)) + sum(state.card.map(({ funds }) => funds));
}
