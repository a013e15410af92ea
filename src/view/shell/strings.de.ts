import type { KeySheet } from './strings.ts';

export const de: KeySheet = {
  groups: [
    {
      name: 'Überall',
      keys: [
        ['/ oder Strg+K', 'Zum Befehlsfeld'],
        ['n', 'Aufgabe von Hand hinzufügen'],
        ['Strg+Z', 'Rückgängig'],
        ['Strg+Umschalt+Z', 'Wiederholen'],
        ['Esc', 'Anhalten, ablehnen oder die Auswahl aufheben'],
        ['?', 'Diese Übersicht'],
      ],
    },
    {
      name: 'Gehe zu',
      keys: [
        ['g t', 'Heute'],
        ['g u', 'Demnächst'],
        ['g i', 'Eingang'],
        ['g o', 'Überfällig'],
        ['g a', 'Alle'],
        ['g d', 'Erledigt'],
        ['g x', 'Papierkorb'],
        ['g f', 'Suche'],
        ['g s', 'Einstellungen'],
      ],
    },
    {
      name: 'Auf einer Aufgabe',
      keys: [
        ['j, k oder ↓, ↑', 'Nächste, vorige'],
        ['Leertaste', 'Erledigen'],
        ['e', 'Einzelheiten öffnen'],
        ['d', 'Fälligkeit setzen'],
        ['1 2 3 4', 'Priorität hoch, mittel, niedrig, keine'],
        ['x', 'Auswählen'],
        ['Alt+↑, Alt+↓', 'Nach oben, nach unten'],
        ['>, <', 'Zum Teil der Aufgabe darüber machen, und zurück'],
        ['Entf', 'Löschen'],
      ],
    },
  ],
};
