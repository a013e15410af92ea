import type { Priority } from '../../core/task.ts';
import type { Screen } from '../screen.svelte.ts';
import { moveRow } from './drag-rows.ts';
import { editTasks } from './hand-calls.ts';
import { nestRow } from './nesting.ts';

const priorityOfKey: { readonly [key: string]: Priority } = { '1': 'high', '2': 'medium', '3': 'low', '4': 'none' };

/** The row that has the focus, or that the focus is in. */
function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-task]') ?? null;
}

function focusRow(row: Element | null | undefined): void {
  row?.querySelector<HTMLElement>('[data-control="tick"]')?.focus();
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll('#tasks [data-task]')];
  const at = rows.indexOf(focusedRow() ?? document.body);
  focusRow(at < 0 ? rows[0] : rows[at + by]);
}

/** Keys for the row with the focus, while nothing is being written. True where the key was one of them. */
export function pressRowKey(event: KeyboardEvent, screen: Screen): boolean {
  const row = focusedRow();
  if (event.altKey) return row !== null && pressMove(event, row, screen);
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === 'j' || event.key === 'k') {
    step(event.key === 'j' ? 1 : -1);
    return true;
  }
  if (row !== null && (event.key === '>' || event.key === '<')) {
    void nestRow(screen, row, event.key === '>' ? 'in' : 'out');
    return true;
  }
  const taskId = row?.dataset['task'];
  return taskId !== undefined && pressOnTask(event.key, taskId, screen);
}

function pressOnTask(key: string, taskId: string, screen: Screen): boolean {
  const priority = priorityOfKey[key];
  if (priority !== undefined) void screen.act([editTasks(screen.meant(taskId), { priority })]);
  else if (key === 'x') screen.toggleSelected(taskId);
  else if (key === 'e') screen.details = { taskId, focus: 'title' };
  else if (key === 'd') screen.details = { taskId, focus: 'due' };
  else return false;
  return true;
}

function pressMove(event: KeyboardEvent, row: HTMLElement, screen: Screen): boolean {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
  void moveRow(screen, row, event.key === 'ArrowUp' ? 'up' : 'down');
  return true;
}
