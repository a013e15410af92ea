export type Shortcut = 'focus-command' | 'escape' | 'undo' | 'redo' | 'keys' | 'go' | 'add';

/** Keys that work everywhere on the screen; while something is being written only those that cannot be text. */
export function shortcutOf(
  event: Pick<
    KeyboardEvent,
    'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target' | 'defaultPrevented' | 'isComposing'
  >,
): Shortcut | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (control && key === 'k') return 'focus-command';
  if (isInDialog(event.target)) return null;
  if (key === 'escape') return 'escape';
  if (isWriting(event.target)) return null;
  if (event.key === '/' && !control) return 'focus-command';
  if (event.key === '?') return 'keys';
  if (event.key === 'g' && !control && !event.altKey) return 'go';
  if (event.key === 'n' && !control && !event.altKey) return 'add';
  if (control && key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return null;
}

/** Whether keys are letters where the event comes from. */
export function isWriting(target: EventTarget | null): boolean {
  if (target === null || !('matches' in target)) return false;
  return (target as Element).matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
}

export function isInDialog(target: EventTarget | null): boolean {
  return target !== null && 'closest' in target && (target as Element).closest('dialog') !== null;
}
