/** Up and down go from row to row, staying on the same kind of control. */
export function moveFocus(event: KeyboardEvent): void {
  // With Alt they move the row itself.
  if (event.defaultPrevented || event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const target = event.target instanceof Element ? event.target : null;
  const control = target?.getAttribute('data-control') ?? null;
  const row = target?.closest('li') ?? null;
  if (control === null || row === null) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  next?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
}

/** The tasks whose rows may get the focus, best first, and the kind of control that had it. */
type HeldFocus = { within: string; taskIds: readonly string[]; control: string };

function holdFocus(): HeldFocus | null {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>('[data-task]') ?? null;
  if (focused === null || row === null) return null;
  // The card of a run shows rows as well.
  const within = row.closest('#tasks') === null ? 'main' : '#tasks';
  const rows = document.querySelectorAll<HTMLElement>(`${within} [data-task]`);
  const taskIds = [...rows].map(({ dataset }) => dataset['task'] ?? '');
  const at = taskIds.indexOf(row.dataset['task'] ?? '');
  // Itself, wherever it has gone; then those after it; then those before, the nearest first.
  const order = [...taskIds.slice(at), ...taskIds.slice(0, at).reverse()];
  return { within, taskIds: order, control: focused.getAttribute('data-control') ?? 'tick' };
}

function giveBack(held: HeldFocus | null): void {
  if (held === null || !isFocusLost()) return;
  for (const taskId of held.taskIds) {
    if (focusRowOf(taskId, held.control, held.within)) return;
  }
  document.getElementById('tasks')?.focus();
}

/** Whether what had the focus has left the page with it. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** False where the task has no row. */
export function focusRowOf(taskId: string, control = 'tick', within = '#tasks'): boolean {
  const row = document.querySelector(`${within} [data-task="${CSS.escape(taskId)}"]`);
  const target =
    row?.querySelector<HTMLElement>(`[data-control="${control}"]`) ??
    row?.querySelector<HTMLElement>('[data-control="tick"]');
  target?.focus();
  return target !== null && target !== undefined;
}

/**
 * Rows come, go and change places for many reasons, and a row that is taken off the page, or put elsewhere on it, loses the focus. With
 * this the focus stays with its task, or goes to the nearest one. Called once, above all rows, with what they are drawn from.
 */
export function keepRowFocus(drawnFrom: () => unknown): void {
  let held: HeldFocus | null = null;
  $effect.pre(() => {
    drawnFrom();
    held = holdFocus();
  });
  $effect(() => {
    drawnFrom();
    giveBack(held);
  });
}
