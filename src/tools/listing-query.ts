import type { Outcome } from '../core/outcome.ts';
import { failure, success } from '../core/outcome.ts';
import type { ListingAbout } from '../core/plan.ts';
import type { DateInterval, ListTarget } from '../core/resolved-call.ts';
import type { Priority, TaskState } from '../core/task.ts';
import { findList } from './list-operations.ts';
import type { TaskQuery, TaskStatus } from './list-query.ts';

/** A listing's arguments once resolved. */
export type ListingArguments = {
  due?: DateInterval | null;
  list?: ListTarget;
  tag?: string;
  priority?: Priority;
  status?: TaskStatus;
  text?: string;
};

/** What a listing asks for, and how its heading names it. A list that is not there is said, never created. */
export function readListing(
  { list, ...narrowing }: ListingArguments,
  state: TaskState,
): Outcome<{ query: TaskQuery; about: ListingAbout }, 'invalid_change'> {
  if (list === undefined) return success({ query: narrowing, about: narrowing });
  const found = findList(list, state);
  if (!found.ok) return failure(found.code, found.message);
  return success({
    query: { ...narrowing, listId: found.value.id },
    about: { ...narrowing, list: found.value.name },
  });
}
