import type { LocalDateTime } from '../../core/clock.ts';
import { isOpen, type Task, type TaskState } from '../../core/task.ts';

/** Names one ringing of one task; a reminder that is moved rings again. */
export function reminderKey({ id, reminder }: Pick<Task, 'id' | 'reminder'>): string {
  return `${reminder ?? ''} ${id}`;
}

/** Open tasks whose reminder has come and was not seen yet, the latest first. `now` is a local time. */
export function dueReminders({ tasks }: TaskState, now: LocalDateTime, seen: ReadonlySet<string>): Task[] {
  const due: Task[] = [];
  for (const task of tasks.values()) {
    if (task.reminder !== null && task.reminder <= now && isOpen(task) && !seen.has(reminderKey(task))) due.push(task);
  }
  return due.sort((a, b) => (b.reminder ?? '').localeCompare(a.reminder ?? ''));
}

/** Whether any reminder is still to come: only then are notifications worth asking for. */
export function hasReminderAhead({ tasks }: TaskState, now: LocalDateTime): boolean {
  for (const task of tasks.values()) {
    if (task.reminder !== null && task.reminder > now && isOpen(task)) return true;
  }
  return false;
}

/** What was kept, less what no longer matters: a reminder that is gone or moved is never asked about again. */
export function keptSeen(kept: unknown, { tasks }: TaskState): Set<string> {
  if (!Array.isArray(kept)) return new Set();
  const current = new Set([...tasks.values()].filter((task) => task.reminder !== null).map(reminderKey));
  return new Set(kept.filter((key): key is string => typeof key === 'string' && current.has(key)));
}
