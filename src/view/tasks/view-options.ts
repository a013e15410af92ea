import { priorities, type Priority } from '../../core/task.ts';

export const sortOrders = ['own', 'due', 'priority', 'title', 'created'] as const;
export const groupings = ['own', 'none', 'list', 'day', 'priority', 'tag'] as const;
export const dueSpans = ['any', 'today', 'week', 'overdue', 'none'] as const;

export type SortOrder = (typeof sortOrders)[number];
export type Grouping = (typeof groupings)[number];
export type DueSpan = (typeof dueSpans)[number];

/** How a place is looked at. `own` leaves it to the place. */
export type ViewOptions = {
  sort: SortOrder;
  group: Grouping;
  due: DueSpan;
  priority: Priority | 'any';
  /** Empty: with any tag or none. */
  tag: string;
  /** Also those that are hidden until a later day. */
  showsHidden: boolean;
};

export const plainOptions: ViewOptions = {
  sort: 'own',
  group: 'own',
  due: 'any',
  priority: 'any',
  tag: '',
  showsHidden: false,
};

export function isPlain(options: ViewOptions): boolean {
  return Object.entries(plainOptions).every(([key, value]) => options[key as keyof ViewOptions] === value);
}

/** A place and how it is looked at, under a name. */
export type SavedFilter = { id: string; name: string; from: string; options: ViewOptions };

/** What was kept may come from another version: what cannot be read is left out. */
export function readFilters(kept: unknown): SavedFilter[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, name, from, options } = entry as { [key: string]: unknown };
    if (typeof id !== 'string' || typeof name !== 'string' || typeof from !== 'string') return [];
    return [{ id, name, from, options: readOptions(options) }];
  });
}

function readOptions(kept: unknown): ViewOptions {
  const given = typeof kept === 'object' && kept !== null ? (kept as { [key: string]: unknown }) : {};
  const oneOf = <Value>(values: readonly Value[], value: unknown, otherwise: Value) =>
    values.find((each) => each === value) ?? otherwise;
  return {
    sort: oneOf(sortOrders, given['sort'], 'own'),
    group: oneOf(groupings, given['group'], 'own'),
    due: oneOf(dueSpans, given['due'], 'any'),
    priority: oneOf([...priorities, 'any' as const], given['priority'], 'any'),
    tag: typeof given['tag'] === 'string' ? given['tag'] : '',
    showsHidden: given['showsHidden'] === true,
  };
}
