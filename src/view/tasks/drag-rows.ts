import type { TaskId } from '../../core/task.ts';
import type { Screen } from '../screen.svelte.ts';
import { arrangeTasks, moveToList } from './hand-calls.ts';

/** What is dragged is the task, or all that are selected where it is one of them. */
export function startDrag(event: DragEvent, screen: Screen, taskId: TaskId): void {
  screen.dragged = screen.selected.has(taskId) ? [...screen.selected] : [taskId];
  if (event.dataTransfer === null) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', screen.snapshot.tasks.tasks.get(taskId)?.title ?? '');
  const row = (event.target as Element).closest('li');
  if (row !== null) event.dataTransfer.setDragImage(row, 0, 0);
}

export async function dropBefore(screen: Screen, before: TaskId): Promise<void> {
  const dragged = screen.dragged;
  screen.dragged = null;
  if (dragged === null || dragged.includes(before)) return;
  const { tasks } = screen.snapshot.tasks;
  const to = tasks.get(before)?.listId;
  const strangers = dragged.filter((id) => tasks.get(id)?.listId !== to);
  const moves = to !== undefined && strangers.length > 0 ? [moveToList(strangers, to)] : [];
  await screen.act([...moves, arrangeTasks(dragged, before)]);
}

export async function dropOnList(screen: Screen, listId: string): Promise<void> {
  const dragged = screen.dragged;
  screen.dragged = null;
  if (dragged !== null) await screen.act([moveToList(dragged, listId)]);
}

/** One place up or down among the rows shown: the keyboard's way of dragging. */
export async function moveRow(screen: Screen, row: Element, by: 'up' | 'down'): Promise<void> {
  const id = row.getAttribute('data-task');
  const over = by === 'up' ? row.previousElementSibling : row.nextElementSibling;
  if (id === null || over === null) return;
  const before = by === 'up' ? over : over.nextElementSibling;
  await screen.act([arrangeTasks([id], before?.getAttribute('data-task') ?? null)]);
}
