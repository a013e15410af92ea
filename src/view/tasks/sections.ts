import type { Clock, LocalDate } from '../../core/clock.ts';
import { unreachable } from '../../core/outcome.ts';
import { isOpen, priorities, type Task, type TaskId, type TaskState } from '../../core/task.ts';
import { strings } from '../strings.ts';
import { addDays, dayHeading, dueState } from './due-words.ts';
import { listName, listsOf, type Place } from './places.ts';
import type { Grouping, SortOrder, ViewOptions } from './view-options.ts';
import { plainOptions } from './view-options.ts';

/** A task as a row: how deep under its parent, and the parent's title where the parent is not among the rows. */
export type Row = { task: Task; depth: number; parentTitle: string | null };
export type Section = { key: string; heading: string | null; rows: readonly Row[] };
/** `hidden` counts those that wait for their day to begin. */
export type View = { sections: readonly Section[]; hidden: number };

const deepest = 3;

export function viewOf(place: Place, state: TaskState, clock: Clock, options: ViewOptions = plainOptions): View {
  const found: Task[] = [];
  let hidden = 0;
  const today = clock.now.slice(0, 10);
  const hides = !options.showsHidden && !['done', 'trash', 'upcoming'].includes(place.kind);
  const isWanted = narrowing(options, clock);
  for (const task of state.tasks.values()) {
    if (!belongs(task, place, state, clock) || !isWanted(task)) continue;
    if (hides && task.start !== undefined && task.start > today) hidden += 1;
    else found.push(task);
  }
  return { sections: arranged(found, place, state, clock, options), hidden };
}

function belongs(task: Task, place: Place, state: TaskState, clock: Clock): boolean {
  if ((task.deletedAt === null) === (place.kind === 'trash')) return false;
  switch (place.kind) {
    case 'trash':
      return true;
    case 'done':
      return task.done;
    case 'all':
      return isShownInList(task, state);
    case 'list':
      return task.listId === place.id && isShownInList(task, state);
    case 'today':
      return !task.done && task.due !== null && dueState(task.due, clock) !== 'later';
    case 'overdue':
      return !task.done && task.due !== null && dueState(task.due, clock) === 'overdue';
    case 'upcoming':
      return !task.done && task.due !== null && isUpcoming(task.due.slice(0, 10), place.day, clock);
    case 'tag':
      return !task.done && task.tags.some((tag) => tag.toLowerCase() === place.name.toLowerCase());
    case 'priority':
      return !task.done && task.priority === place.level;
    case 'filter':
    case 'search':
      return false;
    default:
      // Plain places share one member of the union, which the compiler does not take apart.
      return false;
  }
}

function isUpcoming(date: LocalDate, day: LocalDate | null, clock: Clock): boolean {
  return day === null ? date >= clock.now.slice(0, 10) : date === day;
}

/** Open tasks, and done parts of an open task, so that ticking one does not make it jump away. */
function isShownInList(task: Task, state: TaskState): boolean {
  if (!task.done) return true;
  const parent = task.parentId === null ? undefined : state.tasks.get(task.parentId);
  return parent !== undefined && isOpen(parent);
}

function narrowing({ due, priority, tag }: ViewOptions, clock: Clock): (task: Task) => boolean {
  const today = clock.now.slice(0, 10);
  const weekEnd = addDays(today, 7);
  const wanted = tag.toLowerCase();
  const isDue = (task: Task): boolean => {
    if (due === 'any') return true;
    if (task.due === null || due === 'none') return task.due === null && due === 'none';
    const date = task.due.slice(0, 10);
    if (due === 'overdue') return dueState(task.due, clock) === 'overdue';
    return due === 'today' ? date <= today : date < weekEnd;
  };
  return (task) =>
    isDue(task) &&
    (priority === 'any' || task.priority === priority) &&
    (tag === '' || task.tags.some((own) => own.toLowerCase() === wanted));
}

function arranged(tasks: Task[], place: Place, state: TaskState, clock: Clock, options: ViewOptions): Section[] {
  const group = options.group === 'own' ? ownGrouping(place) : options.group;
  const sort = options.sort === 'own' ? ownOrder(place) : options.sort;
  const groups = grouped(tasks, group, state, clock);
  return groups.map(({ key, heading, tasks: own }) => ({
    key,
    heading,
    rows: sort === 'own' ? nested(own, state) : flat(own.sort(orderOf(sort, place)), state),
  }));
}

type OwnGrouping = Exclude<Grouping, 'own'> | 'leftovers';

function ownGrouping(place: Place): OwnGrouping {
  if (place.kind === 'today') return 'leftovers';
  if (place.kind === 'all') return 'list';
  return place.kind === 'upcoming' ? 'day' : 'none';
}

function ownOrder(place: Place): SortOrder {
  return place.kind === 'all' || place.kind === 'list' ? 'own' : 'due';
}

type Group = { key: string; heading: string | null; tasks: Task[] };

/** In the order in which the headings are shown; one without tasks is not. */
function grouped(tasks: Task[], by: OwnGrouping, state: TaskState, clock: Clock): Group[] {
  if (by === 'none') return tasks.length === 0 ? [] : [{ key: 'all', heading: null, tasks }];
  const groups = new Map<string, Group>();
  const known = knownGroups(by, state);
  for (const { key, heading } of known) groups.set(key, { key, heading, tasks: [] });
  for (const task of tasks) {
    for (const { key, heading } of headingsOf(task, by, state, clock)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { key, heading: heading(), tasks: [task] });
      else group.tasks.push(task);
    }
  }
  const filled = [...groups.values()].filter((group) => group.tasks.length > 0);
  return by === 'day' || by === 'tag' ? filled.sort((a, b) => compare(a.key, b.key)) : filled;
}

function knownGroups(by: OwnGrouping, state: TaskState): { key: string; heading: string }[] {
  if (by === 'list') return listsOf(state).map(({ id, name }) => ({ key: id, heading: name }));
  if (by === 'priority') return priorities.map((level) => ({ key: level, heading: strings.tasks.priorities[level] }));
  if (by !== 'leftovers') return [];
  const { overdue, today } = strings.tasks.sections;
  return [
    { key: 'overdue', heading: overdue },
    { key: 'today', heading: today },
  ];
}

/** The last of all keys, for what has no day and no tag. */
const last = '\uffff';

/** A heading is written once a group: writing the day of each of ten thousand tasks takes a fifth of a second. */
type Heading = { key: string; heading: () => string };

function headingsOf(task: Task, by: OwnGrouping, state: TaskState, clock: Clock): Heading[] {
  switch (by) {
    case 'list':
      return [{ key: task.listId, heading: () => listName(state, task.listId) }];
    case 'priority':
      return [{ key: task.priority, heading: nothing }];
    case 'leftovers':
      return [
        { key: task.due !== null && dueState(task.due, clock) === 'overdue' ? 'overdue' : 'today', heading: nothing },
      ];
    case 'day': {
      const date = task.due?.slice(0, 10);
      if (date === undefined) return [{ key: last, heading: () => strings.tasks.sections.noDay }];
      return [{ key: date, heading: () => dayHeading(date, clock) }];
    }
    case 'tag':
      if (task.tags.length === 0) return [{ key: last, heading: () => strings.tasks.sections.noTag }];
      return task.tags.map((tag) => ({ key: tag.toLowerCase(), heading: () => `#${tag}` }));
    case 'none':
      return [];
    default:
      return unreachable(by);
  }
}

/** What groups that are known beforehand are headed by is written there. */
const nothing = () => '';

/** The tasks of a listing in its order; those that are gone are counted. */
export function rowsOf(taskIds: readonly TaskId[], state: TaskState): { rows: Row[]; gone: number } {
  const tasks = taskIds.flatMap((id) => {
    const task = state.tasks.get(id);
    return task === undefined || task.deletedAt !== null ? [] : [task];
  });
  return { rows: flat(tasks, state), gone: taskIds.length - tasks.length };
}

function nested(tasks: Task[], state: TaskState): Row[] {
  const sorted = tasks.sort((a, b) => a.position - b.position);
  // Most long lists have no parts.
  if (sorted.every((task) => task.parentId === null)) return flat(sorted, state);
  const ids = new Set(sorted.map((task) => task.id));
  const children = new Map<TaskId | null, Task[]>();
  for (const task of sorted) {
    const key = task.parentId !== null && ids.has(task.parentId) ? task.parentId : null;
    const siblings = children.get(key);
    if (siblings === undefined) children.set(key, [task]);
    else siblings.push(task);
  }
  const rows: Row[] = [];
  const seen = new Set<TaskId>();
  const visit = (parentId: TaskId | null, depth: number): void => {
    for (const task of children.get(parentId) ?? []) {
      if (seen.has(task.id)) continue;
      seen.add(task.id);
      rows.push({ task, depth: Math.min(depth, deepest), parentTitle: depth === 0 ? parentTitle(task, state) : null });
      visit(task.id, depth + 1);
    }
  };
  visit(null, 0);
  // What an import left going in a circle is under nothing, and is shown all the same.
  for (const task of sorted) if (!seen.has(task.id)) rows.push({ task, depth: 0, parentTitle: null });
  return rows;
}

function flat(tasks: readonly Task[], state: TaskState): Row[] {
  return tasks.map((task) => ({ task, depth: 0, parentTitle: parentTitle(task, state) }));
}

function parentTitle(task: Task, state: TaskState): string | null {
  return task.parentId === null ? null : (state.tasks.get(task.parentId)?.title ?? null);
}

function orderOf(sort: Exclude<SortOrder, 'own'>, place: Place): (a: Task, b: Task) => number {
  if (sort === 'due' && place.kind === 'done') return newestFirst('doneAt');
  if (sort === 'due' && place.kind === 'trash') return newestFirst('deletedAt');
  switch (sort) {
    case 'due':
      return byUrgency;
    case 'priority':
      return (a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority) || byUrgency(a, b);
    case 'title': {
      const { compare: order } = new Intl.Collator(undefined, { numeric: true });
      return (a, b) => order(a.title, b.title);
    }
    case 'created':
      return (a, b) => compare(b.createdAt, a.createdAt) || b.position - a.position;
    default:
      return unreachable(sort);
  }
}

/** Earliest first, those without a day last; of one day, those with a time before those without; then by priority. */
function byUrgency(a: Task, b: Task): number {
  return (
    compareDues(a, b) || priorities.indexOf(a.priority) - priorities.indexOf(b.priority) || a.position - b.position
  );
}

function compareDues(a: Task, b: Task): number {
  // Taking dates apart is most of the work of a sort, and most neighbours share theirs or have none.
  if (a.due === b.due) return 0;
  return compare(a.due?.slice(0, 10) ?? last, b.due?.slice(0, 10) ?? last) || compare(timeOf(a), timeOf(b));
}

function timeOf(task: Task): string {
  return task.due?.slice(11) || '~';
}

function newestFirst(field: 'doneAt' | 'deletedAt'): (a: Task, b: Task) => number {
  return (a, b) => compare(b[field] ?? '', a[field] ?? '') || a.position - b.position;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
