import type { ReminderWords } from './strings.ts';

export const de: ReminderWords = {
  label: 'Erinnerungen',
  askLabel: 'Benachrichtigungen',
  setting: 'Wie Erinnerungen sich melden',
  missed: 'während Errand zu war',
  done: 'Erledigt',
  snooze: 'In 10 Minuten',
  snoozeLong: 'Morgen um 9',
  heard: 'Gesehen',
  heardAll: (count) => `Alle ${count} als gesehen abhaken`,
  more: (count) => `und ${count} weitere`,
  doneLabel: (title) => `Erledigt: „${title}“`,
  snoozeLabel: (title) => `In 10 Minuten an „${title}“ erinnern`,
  snoozeLongLabel: (title) => `Morgen um 9 an „${title}“ erinnern`,
  heardLabel: (title) => `Gesehen: „${title}“`,
  about:
    'Erinnerungen melden sich, solange Errand offen ist oder im Hintergrund läuft. Was kam, während es zu war, steht beim Öffnen da. Für Wecker auf einem gesperrten Telefon: eine Kalenderdatei ausgeben, sie enthält sie.',
  asks: 'Darf diese Erinnerung auch als Benachrichtigung kommen, wenn du gerade woanders hinsiehst?',
  allow: 'Benachrichtigungen erlauben',
  notNow: 'Jetzt nicht',
  states: {
    granted: 'Benachrichtigungen sind erlaubt.',
    denied:
      'Der Browser sperrt Benachrichtigungen für diese Seite; das lässt sich in seinen Einstellungen zur Seite ändern. Erinnerungen stehen trotzdem hier.',
    default: 'Benachrichtigungen sind aus. Erinnerungen stehen hier.',
    none: 'Dieser Browser hat keine Benachrichtigungen. Erinnerungen stehen hier.',
  },
};
