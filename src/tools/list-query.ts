import type { Clock } from '../core/clock.ts';
import { unreachable } from '../core/outcome.ts';
import type { DateInterval } from '../core/resolved-call.ts';
import { liveTasks, priorities, type ListId, type Priority, type Task, type TaskState } from '../core/task.ts';
import type { sortOrders, statuses } from './listing-arguments.ts';
import { dateOf, isPast } from '../core/local-time.ts';
import { hasAllBeginnings, hasAllWords, searchable, shareOfWords } from './text-match.ts';

export type TaskStatus = (typeof statuses)[number];
export type SortOrder = (typeof sortOrders)[number];

/** How a listing or a filter narrows the tasks. Without a status, it is the open ones. */
export type TaskQuery = {
  /** Null: tasks without a due. */
  due?: DateInterval | null;
  listId?: ListId;
  tag?: string;
  priority?: Priority;
  status?: TaskStatus;
  text?: string;
  except?: readonly string[];
};

/** The tasks of the query in the order they are shown: what is due first, then by priority, then as they were added. */
export function matchTasks(state: TaskState, query: TaskQuery, clock: Clock, sort: SortOrder = 'due'): Task[] {
  const matched = liveTasks(state).filter(matchesQuery(query, clock));
  const spared = new Set((query.except ?? []).flatMap((phrase) => sparedBy(phrase, matched)));
  return sortTasks(
    matched.filter((task) => !spared.has(task)),
    sort,
    clock,
  );
}

/** Whether the query leaves all tasks in: then a bulk call is about everything. */
export function narrowsNothing(query: TaskQuery): boolean {
  return Object.entries(query).every(([key, value]) => key === 'status' || value === undefined || isEmptyList(value));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** What `except` leaves out. Words half remembered spare too much rather than nothing. */
function sparedBy(phrase: string, tasks: readonly Task[]): Task[] {
  const [isMeant, mayBeMeant] = [hasAllWords(phrase), hasAllBeginnings(phrase)];
  const meant = tasks.filter((task) => isMeant(searchable(task)));
  return meant.length > 0 ? meant : tasks.filter((task) => mayBeMeant(searchable(task)));
}

function matchesQuery(query: TaskQuery, clock: Clock): (task: Task) => boolean {
  const { due, listId, tag, priority, text, status = 'open' } = query;
  const hasText = text === undefined ? () => true : hasAllWords(text);
  return (task) =>
    hasStatus(task, status, clock) &&
    (due === undefined || isDueWithin(task, due)) &&
    (listId === undefined || task.listId === listId) &&
    (tag === undefined || hasTag(task, tag)) &&
    (priority === undefined || task.priority === priority) &&
    hasText(searchable(task));
}

export function isOverdue(task: Task, clock: Clock): boolean {
  return !task.done && task.due !== null && isPast(task.due, clock);
}

export function isDueWithin(task: Task, span: DateInterval | null): boolean {
  if (task.due === null || span === null) return task.due === null && span === null;
  const day = dateOf(task.due);
  return (span.from === null || day >= span.from) && (span.to === null || day < span.to);
}

function hasStatus(task: Task, status: TaskStatus, clock: Clock): boolean {
  switch (status) {
    case 'open':
      return !task.done;
    case 'done':
      return task.done;
    case 'overdue':
      return isOverdue(task, clock);
    default:
      return unreachable(status);
  }
}

function hasTag(task: Task, tag: string): boolean {
  const wanted = tag.trim().replace(/^#+/u, '').toLowerCase();
  return task.tags.some((own) => own.toLowerCase() === wanted);
}

/** Tasks that a question about one thing may mean, best first. Where none has all its words, those with the most. */
export function searchTasks(state: TaskState, text: string): Task[] {
  const shareOf = shareOfWords(text);
  const ranked = liveTasks(state)
    .map((task) => ({ task, share: shareOf(searchable(task)) }))
    .filter(({ share }) => share > 0);
  const best = Math.max(0, ...ranked.map(({ share }) => share));
  return ranked
    .filter(({ share }) => share === best)
    .map(({ task }) => task)
    .sort((a, b) => Number(a.done) - Number(b.done) || compareDue(a, b));
}

export function sortTasks(tasks: readonly Task[], order: SortOrder, clock: Clock): Task[] {
  const collator = new Intl.Collator(clock.locale, { numeric: true });
  const byTitle = (a: Task, b: Task) => collator.compare(a.title, b.title);
  const compare = { due: compareDue, priority: comparePriority, title: byTitle, created: compareCreated }[order];
  return [...tasks].sort(
    (a, b) => compare(a, b) || compareDue(a, b) || comparePriority(a, b) || a.position - b.position,
  );
}

/** Those without a due come last, a day without a time before the times of that day. */
export function compareDue(a: Task, b: Task): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null);
  return a.due < b.due ? -1 : Number(a.due > b.due);
}

export function comparePriority(a: Task, b: Task): number {
  return priorities.indexOf(a.priority) - priorities.indexOf(b.priority);
}

export function compareCreated(a: Task, b: Task): number {
  return a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt) || a.position - b.position;
}
