import { isOpen, type Task, type TaskId, type TaskState } from '../../core/task.ts';
import type { Screen } from '../screen.svelte.ts';
import { editTasks } from './hand-calls.ts';

/** A menu of more would be slow to open and no quicker to read. */
const mostChoices = 100;

/** Open tasks of the same list that a task could be a part of, those next to it: neither itself nor anything under it. */
export function possibleParents(task: Task, { tasks }: TaskState): Task[] {
  const near = [...tasks.values()]
    .filter((each) => each.listId === task.listId && isOpen(each) && !isUnder(each, task.id, tasks))
    .sort((a, b) => Math.abs(a.position - task.position) - Math.abs(b.position - task.position))
    .slice(0, mostChoices);
  const parent = task.parentId === null ? undefined : tasks.get(task.parentId);
  if (parent !== undefined && !near.includes(parent)) near.push(parent);
  return near.sort((a, b) => a.position - b.position);
}

/** Whether a task is `id`, or a part of it, or of a part of it. */
export function isUnder(task: Task, id: TaskId, tasks: TaskState['tasks']): boolean {
  const seen = new Set<TaskId>();
  for (let at: Task | undefined = task; at !== undefined && !seen.has(at.id);) {
    if (at.id === id) return true;
    seen.add(at.id);
    at = at.parentId === null ? undefined : tasks.get(at.parentId);
  }
  return false;
}

/** A part of the row above it on its level, or one level up: as in an outline. */
export async function nestRow(screen: Screen, row: Element, way: 'in' | 'out'): Promise<void> {
  const { tasks } = screen.snapshot.tasks;
  const taskOf = (it: Element) => tasks.get(it.getAttribute('data-task') ?? '');
  const task = taskOf(row);
  if (task === undefined) return;
  if (way === 'out') {
    const parent = task.parentId === null ? undefined : tasks.get(task.parentId);
    if (parent !== undefined) await screen.act([editTasks([task.id], { parent: parent.parentId })]);
    return;
  }
  for (let above = row.previousElementSibling; above !== null; above = above.previousElementSibling) {
    const sibling = taskOf(above);
    if (sibling?.id === task.parentId) return;
    if (sibling?.parentId !== task.parentId || sibling.listId !== task.listId) continue;
    await screen.act([editTasks([task.id], { parent: sibling.id })]);
    return;
  }
}
