import type { ResolvedCall } from '../../core/resolved-call.ts';
import type { Task, TaskId, TaskState } from '../../core/task.ts';
import type { Screen } from '../screen.svelte.ts';
import { arrangeTasks, editTasks, moveToList } from './hand-calls.ts';
import { isUnder } from './nesting.ts';

/** What is dragged is the task, or all that are selected where it is one of them. */
export function startDrag(event: DragEvent, screen: Screen, taskId: TaskId): void {
  screen.dragged = screen.selected.has(taskId) ? [...screen.selected] : [taskId];
  if (event.dataTransfer === null) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', screen.snapshot.tasks.tasks.get(taskId)?.title ?? '');
  const row = (event.target as Element).closest('li');
  if (row !== null) event.dataTransfer.setDragImage(row, 0, 0);
}

/** Where in a row something would land: above it, below it, or as a part of it. */
export type DropPlace = 'before' | 'after' | 'into';

/** Of the row's height: so much at its upper and its lower edge is between rows. */
const edge = 0.3;

/** Null where what is dragged cannot go, or is already. */
export function dropPlaceAt(event: DragEvent, row: Element, screen: Screen): DropPlace | null {
  const { tasks } = screen.snapshot.tasks;
  const target = tasks.get(row.getAttribute('data-task') ?? '');
  const dragged = screen.dragged ?? [];
  if (target === undefined || dragged.length === 0) return null;
  if (dragged.some((id) => isUnder(target, id, tasks))) return null;
  const { top, height } = row.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  if (share < edge) return 'before';
  // Below a row with parts there are its parts.
  const next = tasks.get(row.nextElementSibling?.getAttribute('data-task') ?? '');
  if (share > 1 - edge && next?.parentId !== target.id) return 'after';
  return dragged.every((id) => tasks.get(id)?.parentId === target.id) ? null : 'into';
}

export async function dropOnRow(screen: Screen, targetId: TaskId, place: DropPlace): Promise<void> {
  const { dragged } = screen;
  const state = screen.snapshot.tasks;
  const target = state.tasks.get(targetId);
  screen.dragged = null;
  if (dragged === null || target === undefined) return;
  const moving = withoutParts(dragged, state);
  if (place === 'into') {
    await screen.act([editTasks(moving, { parent: target.id })]);
    return;
  }
  const before = place === 'before' ? target.id : nextSibling(target, moving, state);
  const calls = [...levelCalls(moving, target, state), ...orderCalls(moving, target, before, state)];
  if (calls.length > 0) await screen.act(calls);
}

/** A part that is dragged with what it is a part of stays a part of it. */
function withoutParts(ids: readonly TaskId[], { tasks }: TaskState): TaskId[] {
  return ids.filter((id) => {
    const task = tasks.get(id);
    return task !== undefined && !ids.some((other) => other !== id && isUnder(task, other, tasks));
  });
}

function nextSibling(target: Task, moving: readonly TaskId[], { tasks }: TaskState): TaskId | null {
  let next: Task | null = null;
  for (const task of tasks.values()) {
    const isSibling = task.parentId === target.parentId && task.listId === target.listId && task.deletedAt === null;
    if (!isSibling || moving.includes(task.id) || task.position <= target.position) continue;
    if (next === null || task.position < next.position) next = task;
  }
  return next?.id ?? null;
}

/** To the list of the row they are dropped beside, and a part of what it is a part of. */
function levelCalls(moving: readonly TaskId[], { listId, parentId }: Task, { tasks }: TaskState): ResolvedCall[] {
  if (parentId !== null) {
    const others = moving.filter((id) => tasks.get(id)?.parentId !== parentId);
    return others.length > 0 ? [editTasks(others, { parent: parentId })] : [];
  }
  const strangers = moving.filter((id) => tasks.get(id)?.listId !== listId);
  const parts = moving.filter((id) => tasks.get(id)?.listId === listId && tasks.get(id)?.parentId !== null);
  return [
    ...(strangers.length > 0 ? [moveToList(strangers, listId)] : []),
    ...(parts.length > 0 ? [editTasks(parts, { parent: null })] : []),
  ];
}

/** Nothing where they stand there already: what only changes its level keeps its place. */
function orderCalls(
  moving: readonly TaskId[],
  { listId }: Task,
  before: TaskId | null,
  { tasks }: TaskState,
): ResolvedCall[] {
  const order = [...tasks.values()]
    .filter((task) => task.listId === listId && task.deletedAt === null)
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id);
  const others = order.filter((id) => !moving.includes(id));
  const at = before === null ? others.length : others.indexOf(before);
  const wanted = [...others.slice(0, at), ...moving, ...others.slice(at)];
  return wanted.join() === order.join() ? [] : [arrangeTasks(moving, before)];
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
