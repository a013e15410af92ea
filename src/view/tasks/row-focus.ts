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

/** The row that gets the focus when this one goes: the next, or else the one before. */
export function neighbourOf(row: Element | null): HTMLElement | null {
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling ?? null;
  return neighbour?.querySelector<HTMLElement>('[data-control="tick"]') ?? document.getElementById('tasks');
}
