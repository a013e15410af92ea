import type { Due, LocalDate } from './clock.ts';
import type { ListId, Priority, TaskId } from './task.ts';

/** Local dates, the end exclusive; null is open on that side. */
export type DateInterval = { from: LocalDate | null; to: LocalDate | null };

/** A list that is there, or one that the run is about to create because the person named it. */
export type ListTarget = { kind: 'existing'; id: ListId } | { kind: 'new'; name: string };

export type RepeatTarget = {
  /** RRULE without prefix, or null where the repetition is cleared. */
  rule: string | null;
  /** The first day it falls on, used where no due was said. */
  firstDue: Due | null;
};

/** What a task looked like to the one who reads: the tasks a filter matched, in the order shown. */
export type FilterMatch = { taskIds: readonly TaskId[]; everything: boolean };

/** A task still to be made, where several are added at once: one pasted line, a copy, a sample. */
export type TaskDraft = {
  title: string;
  due?: Due;
  priority?: Priority;
  tags?: readonly string[];
  list?: ListTarget;
  repeat?: string;
  notes?: string;
};
export type TaskDrafts = { drafts: readonly TaskDraft[] };

export type ResolvedValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | DateInterval
  | ListTarget
  | RepeatTarget
  | FilterMatch
  | TaskDrafts;

/** A call whose references, dates and rules are no longer words. An argument not given is absent. */
export type ResolvedCall = {
  tool: string;
  args: { readonly [name: string]: ResolvedValue };
};
