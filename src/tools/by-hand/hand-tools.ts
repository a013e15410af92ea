import type { Tool } from '../define-tool.ts';
import { findTool } from '../registry.ts';
import { addTasks } from './add-tasks.ts';
import { arrangeTasks } from './arrange-tasks.ts';
import { completeTasks } from './complete-tasks.ts';
import { duplicateTask } from './duplicate-task.ts';
import { editTasks } from './edit-tasks.ts';
import { removeTasks } from './remove-tasks.ts';
import { restoreTasks } from './restore-tasks.ts';
import { skipOccurrence } from './skip-occurrence.ts';

/**
 * What a person can do with the mouse and the keyboard beyond the tools of the agent. No model is told of them, and the
 * contract does not know them: a sentence cannot come to one. The executor, the policy and undo are the same.
 */
const handTools: readonly Tool[] = [
  addTasks,
  editTasks,
  completeTasks,
  removeTasks,
  restoreTasks,
  arrangeTasks,
  duplicateTask,
  skipOccurrence,
];

const byName: ReadonlyMap<string, Tool> = new Map(handTools.map((tool) => [tool.name, tool]));

/** A tool for an edit by hand: the agent's, or one of these. */
export function findHandTool(name: string): Tool | undefined {
  return byName.get(name) ?? findTool(name);
}
