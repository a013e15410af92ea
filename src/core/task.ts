import type { Due, LocalDate, LocalDateTime } from './clock.ts';

export const priorities = ['high', 'medium', 'low', 'none'] as const;
export type Priority = (typeof priorities)[number];

export type TaskId = string;
export type ListId = string;

/** The Inbox always exists, cannot be deleted or renamed, and is where a task without a list lives. */
export const inboxId: ListId = 'inbox';

export type Task = {
  id: TaskId;
  title: string;
  notes: string;
  done: boolean;
  /** When it was completed, or null while it is open. */
  doneAt: LocalDateTime | null;
  due: Due | null;
  priority: Priority;
  /** Without `#`, in the order given, each once. */
  tags: readonly string[];
  listId: ListId;
  /** RFC 5545 RRULE without the `RRULE:` prefix, or null. */
  repeat: string | null;
  /** Where the next occurrence counts from: absent is the due, `done` the day of completion. */
  repeatFrom?: 'done';
  /** Hidden until this day. Absent where it is not hidden, as in tasks from before there was such a date. */
  start?: LocalDate;
  reminder: LocalDateTime | null;
  parentId: TaskId | null;
  /** When it went to the trash, or null. */
  deletedAt: LocalDateTime | null;
  createdAt: LocalDateTime;
  /** Place in its list, ascending; new tasks go to the end. */
  position: number;
};

export type TaskList = {
  id: ListId;
  name: string;
  deletedAt: LocalDateTime | null;
  createdAt: LocalDateTime;
  position: number;
};

/** Everything the tools read and change, in memory. */
export type TaskState = {
  tasks: ReadonlyMap<TaskId, Task>;
  lists: ReadonlyMap<ListId, TaskList>;
};

export const emptyState: TaskState = { tasks: new Map(), lists: new Map() };

export function isOpen(task: Task): boolean {
  return !task.done && task.deletedAt === null;
}

export function liveTasks(state: TaskState): Task[] {
  return [...state.tasks.values()].filter((task) => task.deletedAt === null).sort((a, b) => a.position - b.position);
}

export function liveLists(state: TaskState): TaskList[] {
  return [...state.lists.values()].filter((list) => list.deletedAt === null).sort((a, b) => a.position - b.position);
}
