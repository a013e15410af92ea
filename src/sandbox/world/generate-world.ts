import { familyNames, givenNames, type Split } from './names.ts';
import { Chance } from '../../core/chance.ts';
import { appsWithLogin, type Card, type Password, type Person, type WorldState } from './state.ts';

export const peopleCount = 100;

const cardNames = ['blue', 'green', 'red', 'silver', 'black', 'gold', 'white', 'orange'];
const notes = {
  train: ['coffee', 'lunch', 'tickets', 'parking', 'groceries', 'the gym', 'rent', 'books', 'petrol', 'flowers'],
  dev: ['museum', 'sandwiches', 'laundry', 'stamps', 'batteries'],
  test: ['bowling', 'ramen', 'firewood', 'ferry', 'candles', 'umbrellas'],
};
/** How many contacts of each relationship the owner has. */
const relationships: readonly (readonly [string, number])[] = [
  ['flatmate', 3],
  ['sister', 1],
  ['brother', 1],
  ['mother', 1],
  ['landlord', 1],
  ['boss', 1],
  ['neighbour', 2],
  ['colleague', 4],
  ['friend', 8],
];

/** A world of 100 people with a year of small payments; the same seed and split give the same world. */
export function generateWorld(seed: number, split: Split): WorldState {
  const chance = new Chance(seed);
  const year = chance.int(2024, 2027);
  const now = `${String(year)}-${pad(chance.int(2, 12))}-${pad(chance.int(3, 28))}T${pad(chance.int(9, 20))}:00`;
  const state: WorldState = {
    now,
    ownerId: 0,
    nextId: 1000 + chance.int(0, 500),
    sessions: [],
    completion: null,
    person: makePeople(chance, split),
    card: [],
    transaction: [],
    comment: [],
    transfer: [],
    request: [],
    contact: [],
    message: [],
    file: [],
    password: [],
  };
  const owner = chance.pick(state.person);
  state.ownerId = owner.id;
  owner.balance = chance.int(60_000, 200_000);
  addCards(state, chance);
  addPasswords(state, chance);
  addContacts(state, chance);
  addHistory(state, chance, notes[split]);
  addFiles(state, chance);
  return state;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Some share a given name, as people do. */
function makePeople(chance: Chance, split: Split): Person[] {
  const ids = chance.shuffle(Array.from({ length: 900 }, (_, place) => place + 100));
  const names = new Set<string>();
  while (names.size < peopleCount) names.add(`${chance.pick(givenNames[split])} ${chance.pick(familyNames[split])}`);
  const people = [...names].map((name, place): Person => {
    const id = ids[place] ?? 0;
    return {
      id,
      name,
      username: `${name.toLowerCase().replace(' ', '.')}`,
      phone: `555-${String(1000 + id)}`,
      balance: chance.int(20_000, 300_000),
      defaultPrivate: false,
      friends: [],
    };
  });
  for (const person of people)
    person.friends = chance
      .shuffle(people)
      .slice(0, 6)
      .flatMap(({ id }) => (id === person.id ? [] : [id]));
  return people;
}

/** The default card works, one card has expired, and one is nearly empty. */
function addCards(state: WorldState, chance: Chance): void {
  const year = Number(state.now.slice(0, 4));
  const month = chance.int(1, 12);
  const kinds = chance.shuffle([
    { funds: chance.int(100_000, 400_000), expires: `${String(year + 2)}-${pad(month)}`, isDefault: true },
    { funds: chance.int(100_000, 400_000), expires: `${String(year + 1)}-${pad(month)}`, isDefault: false },
    { funds: chance.int(100_000, 400_000), expires: `${String(year - 1)}-${pad(month)}`, isDefault: false },
    { funds: chance.int(100, 900), expires: `${String(year + 3)}-${pad(month)}`, isDefault: false },
  ]);
  const names = chance.shuffle(cardNames);
  state.card = kinds.map((kind, place): Card => ({
    id: nextId(state),
    ownerId: state.ownerId,
    name: names[place] ?? 'card',
    digits: String(chance.int(1000, 9999)),
    ...kind,
  }));
}

function addPasswords(state: WorldState, chance: Chance): void {
  const word = () =>
    Array.from({ length: 3 }, () => chance.pick([...'bcdfghklmnprstv']) + chance.pick([...'aeiou'])).join('');
  state.password = state.person.flatMap((person) =>
    appsWithLogin.map((app): Password => ({
      id: nextId(state),
      ownerId: person.id,
      app,
      password: `${word()}${String(chance.int(10, 99))}`,
    })),
  );
}

function addContacts(state: WorldState, chance: Chance): void {
  const others = chance.shuffle(state.person.filter(({ id }) => id !== state.ownerId));
  let next = 0;
  for (const [relationship, howMany] of relationships) {
    for (let count = 0; count < howMany; count++) {
      const person = others[next++];
      if (person === undefined) return;
      state.contact.push({
        id: nextId(state),
        ownerId: state.ownerId,
        personId: person.id,
        name: person.name,
        relationship,
      });
    }
  }
}

function addHistory(state: WorldState, chance: Chance, words: readonly string[]): void {
  const known = state.contact.map(({ personId }) => personId);
  for (let count = 0; count < 60; count++) {
    const withOwner = count < 30;
    const [a, b] = withOwner
      ? chance.shuffle([state.ownerId, chance.pick(known)])
      : chance
          .shuffle(state.person)
          .slice(0, 2)
          .map(({ id }) => id);
    if (a === undefined || b === undefined) continue;
    state.transaction.push({
      id: nextId(state),
      fromId: a,
      toId: b,
      amount: chance.int(300, 9000),
      note: chance.pick(words),
      isPrivate: chance.chance(0.3),
      at: daysBefore(state.now, chance.int(2, 150), chance.int(8, 21)),
      likes: [],
    });
  }
}

function addFiles(state: WorldState, chance: Chance): void {
  const places = ['bills/gas.txt', 'notes/shopping.txt', 'notes/passport.txt'];
  for (const path of places) {
    const text = path.startsWith('bills') ? `Gas bill. Total: ${String(chance.int(30, 120))}.00` : 'milk, bread, soap';
    state.file.push({
      id: nextId(state),
      ownerId: state.ownerId,
      path,
      text,
      at: daysBefore(state.now, chance.int(5, 60), 9),
    });
  }
}

/** A moment that many days earlier, at the given hour. */
export function daysBefore(now: string, days: number, hour: number): string {
  const day = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - days * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${pad(hour)}:00`;
}

function nextId(state: WorldState): number {
  state.nextId += 1;
  return state.nextId;
}
