import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

const en = {
  label: 'Reminders',
  askLabel: 'Notifications',
  setting: 'How reminders ring',
  missed: 'while Errand was closed',
  done: 'Done',
  snooze: 'In 10 minutes',
  snoozeLong: 'Tomorrow at 9',
  heard: 'Seen',
  heardAll: (count: number) => `Mark all ${count} as seen`,
  more: (count: number) => `and ${count} more`,
  doneLabel: (title: string) => `Done: “${title}”`,
  snoozeLabel: (title: string) => `Remind me of “${title}” in 10 minutes`,
  snoozeLongLabel: (title: string) => `Remind me of “${title}” tomorrow at 9`,
  heardLabel: (title: string) => `Seen: “${title}”`,
  about:
    'Reminders ring while Errand is open or runs in the background. What rang while it was closed is shown when you open it. For alarms on a phone that is locked, export a calendar file: it carries them.',
  asks: 'May this reminder also show as a notification, for when you look at something else?',
  allow: 'Allow notifications',
  notNow: 'Not now',
  states: {
    granted: 'Notifications are allowed.',
    denied:
      'The browser blocks notifications for this page; its site settings can change that. Reminders still show here.',
    default: 'Notifications are off. Reminders show here.',
    none: 'This browser has no notifications. Reminders show here.',
  },
};

export type ReminderWords = typeof en;
/** Reminders that ring, and what is said about when they can. */
export const reminderWords: ReminderWords = inLanguage({ en, de });
