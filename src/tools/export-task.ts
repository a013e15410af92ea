import { liveTasks, type Task, type TaskState } from '../core/task.ts';
import { listName } from './list-operations.ts';

/** The one shape of a task in files: what it does not have is left out. */
export type ExportedTask = {
  id: string;
  title: string;
  done: boolean;
  due?: string;
  list?: string;
  priority?: string;
  tags?: readonly string[];
  notes?: string;
  repeat?: string;
  reminder?: string;
  /** Hidden until this day. */
  start?: string;
  repeatFrom?: string;
  /** The id of the task it is a step of. */
  parent?: string;
};

export function exportedTasks(state: TaskState): ExportedTask[] {
  return liveTasks(state).map((task) => exportTask(task, state));
}

function exportTask(task: Task, state: TaskState): ExportedTask {
  return {
    id: task.id,
    title: task.title,
    done: task.done,
    ...(task.due === null ? {} : { due: task.due }),
    list: listName(state, task.listId),
    ...(task.priority === 'none' ? {} : { priority: task.priority }),
    ...(task.tags.length === 0 ? {} : { tags: task.tags }),
    ...(task.notes === '' ? {} : { notes: task.notes }),
    ...(task.repeat === null ? {} : { repeat: task.repeat }),
    ...(task.reminder === null ? {} : { reminder: task.reminder }),
    ...(task.start === undefined ? {} : { start: task.start }),
    ...(task.repeatFrom === undefined ? {} : { repeatFrom: task.repeatFrom }),
    ...(task.parentId === null ? {} : { parent: task.parentId }),
  };
}
