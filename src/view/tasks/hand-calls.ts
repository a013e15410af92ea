import type { Due } from '../../core/clock.ts';
import type { ResolvedCall, TaskDraft } from '../../core/resolved-call.ts';
import type { ListId, Task, TaskId } from '../../core/task.ts';

/** What edits by hand ask for: the same tools as the agent's and those of the hand, with nothing left to resolve. */
export function addTask(title: string, listId: ListId, due: Due | null): ResolvedCall {
  return {
    tool: 'add_task',
    args: { title, list: { kind: 'existing', id: listId }, ...(due === null ? {} : { due }) },
  };
}

export function addTasks(drafts: readonly TaskDraft[]): ResolvedCall {
  return { tool: 'add_tasks', args: { tasks: { drafts } } };
}

export function toggleTask(task: Task): ResolvedCall {
  return { tool: task.done ? 'reopen_task' : 'complete_task', args: { task: task.id } };
}

export function renameTask(task: Task, title: string): ResolvedCall {
  return { tool: 'update_task', args: { task: task.id, title } };
}

export function deleteTask(task: Task): ResolvedCall {
  return { tool: 'delete_task', args: { task: task.id } };
}

export function createList(name: string): ResolvedCall {
  return { tool: 'create_list', args: { name } };
}

export function renameList(id: ListId, name: string): ResolvedCall {
  return { tool: 'rename_list', args: { list: { kind: 'existing', id }, name } };
}

export function deleteList(id: ListId): ResolvedCall {
  return { tool: 'delete_list', args: { list: { kind: 'existing', id } } };
}

const these = (taskIds: readonly TaskId[]) => ({ taskIds, everything: false });

export function editTasks(taskIds: readonly TaskId[], changes: ResolvedCall['args']): ResolvedCall {
  return { tool: 'edit_tasks', args: { tasks: these(taskIds), ...changes } };
}

export function completeTasks(taskIds: readonly TaskId[]): ResolvedCall {
  return { tool: 'complete_tasks', args: { tasks: these(taskIds) } };
}

export function removeTasks(taskIds: readonly TaskId[]): ResolvedCall {
  return { tool: 'remove_tasks', args: { tasks: these(taskIds) } };
}

export function restoreTasks(taskIds: readonly TaskId[]): ResolvedCall {
  return { tool: 'restore_tasks', args: { tasks: these(taskIds) } };
}

/** Before another task of the list, or to its end. */
export function arrangeTasks(taskIds: readonly TaskId[], before: TaskId | null): ResolvedCall {
  return { tool: 'arrange_tasks', args: { tasks: these(taskIds), before } };
}

export function duplicateTask(task: Task): ResolvedCall {
  return { tool: 'duplicate_task', args: { task: task.id } };
}

export function skipOccurrence(task: Task): ResolvedCall {
  return { tool: 'skip_occurrence', args: { task: task.id } };
}

export function addSubtask(task: Task, title: string): ResolvedCall {
  return { tool: 'add_subtask', args: { task: task.id, title } };
}

export function moveToList(taskIds: readonly TaskId[], id: ListId): ResolvedCall {
  return editTasks(taskIds, { list: { kind: 'existing', id } });
}

export function undoRuns(steps: number): ResolvedCall {
  return { tool: 'undo', args: { steps } };
}
