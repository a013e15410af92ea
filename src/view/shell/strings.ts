import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

const en = {
  groups: [
    {
      name: 'Anywhere',
      keys: [
        ['/ or Ctrl+K', 'To the command field'],
        ['n', 'Add a task by hand'],
        ['Ctrl+Z', 'Undo'],
        ['Ctrl+Shift+Z', 'Redo'],
        ['Esc', 'Stop, decline, or drop the selection'],
        ['?', 'This sheet'],
      ],
    },
    {
      name: 'Go to',
      keys: [
        ['g t', 'Today'],
        ['g u', 'Upcoming'],
        ['g i', 'Inbox'],
        ['g o', 'Overdue'],
        ['g a', 'All'],
        ['g d', 'Done'],
        ['g x', 'Trash'],
        ['g f', 'Search'],
        ['g s', 'Settings'],
      ],
    },
    {
      name: 'On a task',
      keys: [
        ['j, k or ↓, ↑', 'Next, previous'],
        ['Space', 'Complete'],
        ['e', 'Open the details'],
        ['d', 'Set the due date'],
        ['1 2 3 4', 'Priority high, medium, low, none'],
        ['x', 'Select'],
        ['Alt+↑, Alt+↓', 'Move up, move down'],
        ['>, <', 'Make it a part of the task above, and back'],
        ['Delete', 'Delete'],
      ],
    },
  ],
};

export type KeySheet = typeof en;
/** The sheet of keys. */
export const keySheet: KeySheet = inLanguage({ en, de });
