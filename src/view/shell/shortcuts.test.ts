import { expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

type Pressed = Partial<Parameters<typeof shortcutOf>[0]> & { key: string };

function press(pressed: Pressed) {
  return shortcutOf({
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    target: null,
    defaultPrevented: false,
    isComposing: false,
    ...pressed,
  });
}

/** Stands for an element that is, or is within, what the selector names. */
function element(kind: 'field' | 'dialog'): EventTarget {
  const target = { matches: () => kind === 'field', closest: () => (kind === 'dialog' ? {} : null) };
  return Object.assign(new EventTarget(), target);
}

it.each<[Pressed, ReturnType<typeof shortcutOf>]>([
  [{ key: '/' }, 'focus-command'],
  [{ key: 'k', ctrlKey: true }, 'focus-command'],
  [{ key: 'K', metaKey: true }, 'focus-command'],
  [{ key: 'Escape' }, 'escape'],
  [{ key: 'z', ctrlKey: true }, 'undo'],
  [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
  [{ key: 'k' }, null],
  [{ key: '?', shiftKey: true }, 'keys'],
  [{ key: 'g' }, 'go'],
  [{ key: 'n' }, 'add'],
  [{ key: 'g', target: element('field') }, null],
  [{ key: '?', target: element('field') }, null],
  [{ key: 'g', target: element('dialog') }, null],
  [{ key: 'z', ctrlKey: true, altKey: true }, null],
  [{ key: '/', target: element('field') }, null],
  [{ key: 'z', ctrlKey: true, target: element('field') }, null],
  [{ key: 'k', ctrlKey: true, target: element('field') }, 'focus-command'],
  [{ key: 'Escape', target: element('field') }, 'escape'],
  [{ key: 'Escape', target: element('dialog') }, null],
  [{ key: 'Escape', defaultPrevented: true }, null],
  [{ key: 'Escape', isComposing: true }, null],
])('%o is %s', (pressed, shortcut) => {
  expect(press(pressed)).toBe(shortcut);
});
