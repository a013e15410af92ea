import type { Clock, LocalDate } from '../../core/clock.ts';
import { isDay } from '../../core/local-time.ts';
import { inboxId, isOpen, liveLists, priorities, type ListId, type Priority, type TaskState } from '../../core/task.ts';
import { strings } from '../strings.ts';
import { dueState } from './due-words.ts';
import type { SavedFilter } from './view-options.ts';

export const plainPlaces = ['today', 'overdue', 'all', 'done', 'trash'] as const;
type PlainPlace = (typeof plainPlaces)[number];

/** Where the person looks at tasks. The Inbox is a list like any other. */
export type Place =
  | { kind: PlainPlace }
  | { kind: 'upcoming'; day: LocalDate | null }
  | { kind: 'list'; id: ListId }
  | { kind: 'tag'; name: string }
  | { kind: 'priority'; level: Priority }
  | { kind: 'filter'; id: string }
  | { kind: 'search'; text: string };

export type PlaceCounts = {
  today: number;
  overdue: number;
  all: number;
  lists: ReadonlyMap<ListId, number>;
  /** By the tag's first spelling, the commonest first. */
  tags: readonly { name: string; count: number }[];
};

export function countPlaces(state: TaskState, clock: Clock): PlaceCounts {
  const lists = new Map<ListId, number>();
  const tags = new Map<string, { name: string; count: number }>();
  const counts = { today: 0, overdue: 0, all: 0 };
  const today = clock.now.slice(0, 10);
  for (const task of state.tasks.values()) {
    if (!isOpen(task)) continue;
    for (const name of task.tags) {
      const tag = tags.get(name.toLowerCase());
      if (tag === undefined) tags.set(name.toLowerCase(), { name, count: 1 });
      else tag.count += 1;
    }
    if (task.start !== undefined && task.start > today) continue;
    counts.all += 1;
    lists.set(task.listId, (lists.get(task.listId) ?? 0) + 1);
    const due = task.due === null ? 'later' : dueState(task.due, clock);
    if (due !== 'later') counts.today += 1;
    if (due === 'overdue') counts.overdue += 1;
  }
  return { ...counts, lists, tags: [...tags.values()].sort((a, b) => b.count - a.count) };
}

/** The Inbox first, then the person's lists. */
export function listsOf(state: TaskState): { id: ListId; name: string }[] {
  const others = liveLists(state).filter((list) => list.id !== inboxId);
  return [{ id: inboxId, name: strings.places.inbox }, ...others.map(({ id, name }) => ({ id, name }))];
}

export function listName(state: TaskState, id: ListId): string {
  return id === inboxId ? strings.places.inbox : (state.lists.get(id)?.name ?? '');
}

export function placeName(place: Place, state: TaskState, filters: readonly SavedFilter[] = []): string {
  switch (place.kind) {
    case 'list':
      return listName(state, place.id);
    case 'tag':
      return `#${place.name}`;
    case 'priority':
      return strings.places.ofPriority(strings.tasks.priorities[place.level]);
    case 'filter':
      return filters.find(({ id }) => id === place.id)?.name ?? strings.places.today;
    default:
      return strings.places[place.kind];
  }
}

export function placeToHash(place: Place): string {
  const named = (name: string) => `#${place.kind}/${encodeURIComponent(name)}`;
  switch (place.kind) {
    case 'list':
    case 'filter':
      return named(place.id);
    case 'tag':
      return named(place.name);
    case 'priority':
      return named(place.level);
    case 'upcoming':
      return place.day === null ? '#upcoming' : named(place.day);
    case 'search':
      return place.text === '' ? '#search' : named(place.text);
    default:
      return `#${place.kind}`;
  }
}

/** Today where the hash names no place, or a list or filter that is gone. */
export function placeFromHash(hash: string, state: TaskState, filters: readonly SavedFilter[] = []): Place {
  const [kind = '', given = ''] = hash.replace(/^#/, '').split('/');
  const plain = plainPlaces.find((name) => name === kind);
  if (plain !== undefined) return { kind: plain };
  return namedPlace(kind, decode(given), state, filters) ?? { kind: 'today' };
}

function namedPlace(kind: string, name: string, state: TaskState, filters: readonly SavedFilter[]): Place | null {
  switch (kind) {
    case 'list':
      return name === inboxId || state.lists.get(name)?.deletedAt === null ? { kind, id: name } : null;
    case 'filter':
      return filters.some(({ id }) => id === name) ? { kind, id: name } : null;
    case 'tag':
      return name === '' ? null : { kind, name };
    case 'priority': {
      const level = priorities.find((each) => each === name);
      return level === undefined ? null : { kind, level };
    }
    case 'upcoming':
      return { kind, day: isDay(name) ? name : null };
    case 'search':
      return { kind, text: name };
    default:
      return null;
  }
}

/** What a task that is added by hand here gets from the place. */
export function newTaskIn(
  place: Place,
  clock: Clock,
): { listId: ListId; due: LocalDate | null; tag: string | null; priority: Priority } | null {
  const plain = { listId: inboxId, due: null, tag: null, priority: 'none' as const };
  switch (place.kind) {
    case 'done':
    case 'trash':
    case 'search':
    case 'overdue':
      return null;
    case 'list':
      return { ...plain, listId: place.id };
    case 'today':
      return { ...plain, due: clock.now.slice(0, 10) };
    case 'upcoming':
      return { ...plain, due: place.day };
    case 'tag':
      return { ...plain, tag: place.name };
    case 'priority':
      return { ...plain, priority: place.level };
    default:
      return plain;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
