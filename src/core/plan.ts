import type { Effect } from './call.ts';
import type { DateInterval, ResolvedCall } from './resolved-call.ts';
import type { Due, LocalDateTime } from './clock.ts';
import type { Operation } from './operation.ts';
import type { ListId, Priority, TaskId, TaskState } from './task.ts';

export type RunId = string;

export const exportFormats = ['json', 'csv', 'ics', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What one call did, in terms the final sentence and the view are composed from. Titles are as they were at the time. */
export type CallResult =
  | {
      kind: 'added';
      taskId: TaskId;
      title: string;
      due: Due | null;
      list: { id: ListId; name: string; created: boolean } | null;
      repeat: string | null;
      parentTitle: string | null;
    }
  | { kind: 'changed'; taskId: TaskId; title: string; fields: readonly FieldNote[] }
  | { kind: 'completed'; taskId: TaskId; title: string; nextDue: Due | null }
  | { kind: 'completed-several'; taskIds: readonly TaskId[]; titles: readonly string[] }
  | { kind: 'skipped'; taskId: TaskId; title: string; nextDue: Due }
  | { kind: 'added-several'; taskIds: readonly TaskId[]; titles: readonly string[] }
  | { kind: 'changed-several'; taskIds: readonly TaskId[]; titles: readonly string[]; fields: readonly FieldNote[] }
  | { kind: 'restored'; taskIds: readonly TaskId[]; titles: readonly string[] }
  | { kind: 'arranged'; taskIds: readonly TaskId[]; titles: readonly string[] }
  | { kind: 'reopened'; taskId: TaskId; title: string }
  | { kind: 'deleted'; taskIds: readonly TaskId[]; titles: readonly string[]; cleared: boolean }
  | { kind: 'postponed'; taskIds: readonly TaskId[]; titles: readonly string[]; due: Due | null }
  | { kind: 'reminder-set'; taskId: TaskId; title: string; at: LocalDateTime | null }
  | { kind: 'listing'; taskIds: readonly TaskId[]; about: ListingAbout }
  | { kind: 'found'; taskIds: readonly TaskId[]; text: string }
  | { kind: 'summary'; about: ListingAbout; open: number; done: number; overdue: number; dueToday: number }
  | {
      kind: 'suggestion';
      taskId: TaskId | null;
      title: string | null;
      reason: 'overdue' | 'due' | 'priority' | 'oldest' | 'none';
    }
  | { kind: 'list-created'; listId: ListId; name: string }
  | { kind: 'list-renamed'; listId: ListId; from: string; to: string }
  | { kind: 'list-deleted'; listId: ListId; name: string; taskCount: number }
  | { kind: 'undone'; runs: number; texts: readonly string[] }
  | { kind: 'redone'; text: string }
  | { kind: 'exported'; format: ExportFormat; taskCount: number; fileName: string; content: string }
  | { kind: 'imported'; taskCount: number; listCount: number; fileName: string }
  | { kind: 'help'; topic: string | null };

/** One field of a task that changed, for the sentence and for the confirmation: what it is now. */
export type FieldNote = {
  field:
    | 'title'
    | 'due'
    | 'priority'
    | 'tags'
    | 'list'
    | 'repeat'
    | 'notes'
    | 'reminder'
    | 'start'
    | 'repeat-from'
    | 'parent';
  value: string | null;
  /** For `list`: the call made the list, because nobody had one of that name. */
  created?: true;
};

/** The narrowing a listing was asked with, for its heading. */
export type ListingAbout = {
  /** Null: tasks without a due. */
  due?: DateInterval | null;
  list?: string;
  tag?: string;
  priority?: Priority;
  status?: 'open' | 'done' | 'overdue';
  text?: string;
};

/** A run of the log as undo and redo need it. The newest comes last. */
export type HistoryEntry = {
  runId: RunId;
  text: string;
  operations: readonly Operation[];
  undone: boolean;
};

/** One call, planned on the state as the calls before it left it. Nothing is written yet. */
export type PlannedCall = {
  call: ResolvedCall;
  effect: Effect;
  /** True for postpone_tasks, delete_tasks, clear_completed, delete_list: calls about several tasks at once. */
  bulk: boolean;
  /** How many tasks it changes or removes; undo and redo count those of the runs they touch. */
  touched: number;
  /** The filter was "everything". */
  everything: boolean;
  operations: readonly Operation[];
  /** Runs whose undone mark this call flips (undo and redo only). */
  marks: readonly { runId: RunId; undone: boolean }[];
  result: CallResult;
};

/** All calls of one run, ready to be judged, then written in one transaction or not at all. */
export type Plan = {
  runId: RunId;
  planned: readonly PlannedCall[];
  /** The state the plan leads to, for the view of what will change. */
  after: TaskState;
};

declare const approvedBrand: unique symbol;
/** Only `src/guard/approve.ts` makes one, so an unjudged plan cannot be executed: it does not compile. */
export type Approved<Value> = Value & { readonly [approvedBrand]: true };
