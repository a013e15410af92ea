import { addSubtask } from './add-subtask.ts';
import { addTask } from './add-task.ts';
import { clearCompleted } from './clear-completed.ts';
import { completeTask } from './complete-task.ts';
import { createList } from './create-list.ts';
import type { Tool } from './define-tool.ts';
import { deleteList } from './delete-list.ts';
import { deleteTask } from './delete-task.ts';
import { deleteTasks } from './delete-tasks.ts';
import { exportTasks } from './export-tasks.ts';
import { help } from './help.ts';
import { listTasks } from './list-tasks.ts';
import { moveTask } from './move-task.ts';
import { postponeTasks } from './postpone-tasks.ts';
import { redo } from './redo.ts';
import { renameList } from './rename-list.ts';
import { reopenTask } from './reopen-task.ts';
import { searchTasks } from './search-tasks.ts';
import { setReminder } from './set-reminder.ts';
import { suggestNext } from './suggest-next.ts';
import { summarizeTasks } from './summarize-tasks.ts';
import { undo } from './undo.ts';
import { updateTask } from './update-task.ts';

export { filterSpec } from './listing-arguments.ts';

/** The one list of tools. The prompts, the help, the contract and the trainer's vocabulary derive from it, in this order. */
export const registry: readonly Tool[] = [
  addTask,
  updateTask,
  completeTask,
  reopenTask,
  deleteTask,
  addSubtask,
  moveTask,
  setReminder,
  listTasks,
  searchTasks,
  summarizeTasks,
  suggestNext,
  postponeTasks,
  deleteTasks,
  clearCompleted,
  createList,
  renameList,
  deleteList,
  undo,
  redo,
  exportTasks,
  help,
];

const byName: ReadonlyMap<string, Tool> = new Map(registry.map((tool) => [tool.name, tool]));

export function findTool(name: string): Tool | undefined {
  return byName.get(name);
}
