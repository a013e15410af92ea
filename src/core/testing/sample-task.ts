import { inboxId, type Task, type TaskList } from '../task.ts';

/** A task for tests: open, in the Inbox, with nothing set but what is given. */
export function sampleTask(id: string, given: Partial<Task> = {}): Task {
  return {
    id,
    title: id,
    notes: '',
    done: false,
    doneAt: null,
    due: null,
    priority: 'none',
    tags: [],
    listId: inboxId,
    repeat: null,
    reminder: null,
    parentId: null,
    deletedAt: null,
    createdAt: '2026-11-01T08:00',
    position: 1,
    ...given,
  };
}

export function sampleList(id: string, name: string): TaskList {
  return { id, name, deletedAt: null, createdAt: '2026-11-01T08:00', position: 1 };
}
