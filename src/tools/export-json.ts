import { liveLists } from '../core/task.ts';
import type { ToolContext } from './define-tool.ts';
import { exportedTasks } from './export-task.ts';

/** The lists are named apart from the tasks, since a list may be empty. */
export function writeJson({ state }: Pick<ToolContext, 'state'>): string {
  const lists = liveLists(state).map((list) => list.name);
  return `${JSON.stringify({ lists, tasks: exportedTasks(state) }, null, 2)}\n`;
}
