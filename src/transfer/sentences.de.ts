import { maxFileBytes, maxTasks, type TransferSentences } from './sentences.ts';

export const de: TransferSentences = {
  notes: {
    'no-title': () => 'Hier fehlt der Titel, darum bleibt es weg.',
    'cut-off': () => 'Die Datei endet mittendrin, darum bleibt es weg.',
    'not-a-task': (what) => `Das ist keine Aufgabe (${what}), darum bleibt es weg.`,
    'not-readable': (what) => `Das lässt sich nicht lesen${what === '' ? '' : ` (${what})`}, darum bleibt es weg.`,
    'already-here': (title) => `„${title}“ ist schon da, darum bleibt es weg.`,
    shortened: () => 'Es ist länger, als eine Aufgabe sein kann, darum bleibt das Ende weg.',
    'bad-date': (date) => `„${date}“ ist kein Datum, darum kommt es ohne.`,
    'date-in-notes': (date) => `„${date}“ ließ sich nicht als Datum lesen; es steht in den Notizen.`,
    'bad-repeat': (rule) => `„${rule}“ ließ sich nicht als Wiederholung lesen, darum kommt es ohne.`,
    'no-parent': () => 'Die Aufgabe, zu der es gehört, ist nicht in der Datei, darum steht es für sich.',
    'short-row': () => 'Hier sind weniger Zellen als in der ersten Zeile; vielleicht ist die Datei hier abgeschnitten.',
    'not-kept': (what) => `Nicht übernommen: ${what}.`,
    'file-left-out': () => 'In dieser Datei ließ sich keine Aufgabe lesen, darum bleibt sie weg.',
  },
  failures: {
    empty_file: 'Die Datei ist leer. Nichts geändert.',
    too_large: `Die Datei ist größer als ${String(maxFileBytes / 1024 / 1024)} MB. Nichts geändert.`,
    too_many: `Die Datei enthält mehr als ${maxTasks.toLocaleString('de')} Aufgaben, und so viele nimmt ein Import höchstens auf. Teile sie und versuche es noch einmal. Nichts geändert.`,
    not_text: 'Die Datei ist kein Text: Sie sieht nach einem Bild oder einem Dokument aus. Nichts geändert.',
    not_recognised:
      'Diese Form lässt sich hier nicht lesen. Es gehen: JSON dieser App, von Super Productivity oder Vikunja, CSV dieser App, von Todoist oder TickTick, iCalendar oder eine Markdown-Liste. Nichts geändert.',
    cut_off: 'Die Datei ist abgeschnitten oder beschädigt: Ihr Ende fehlt. Nichts geändert.',
    no_tasks: 'In dieser Datei ist keine Aufgabe. Nichts geändert.',
    archive_unclear:
      'In diesem Archiv ist keine Datei, die sich hier lesen lässt, oder mehrere, die nicht zusammengehören. Entpacke es und wähle die gewünschte Datei. Nichts geändert.',
    newer_version:
      'Diese Datei stammt aus einer neueren Fassung der App. Bringe erst diese hier auf den neuen Stand. Nichts geändert.',
  },
};
