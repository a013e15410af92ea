import type { LabStrings } from './strings.ts';

const number = (count: number): string => count.toLocaleString('de');
const one = (count: number, single: string, several: string): string =>
  count === 1 ? `1 ${single}` : `${number(count)} ${several}`;

export const de: LabStrings = {
  about:
    'Lege eine Tabelle ab und sag, was du wissen willst: Fünf Rollen planen, schreiben Python, führen es in diesem Tab aus, denken darüber nach und versuchen es noch einmal. Aus markierten Sätzen wird ein Finder von Namen; ein Text bekommt eine Zusammenfassung, nachdem Namen und Kontaktdaten verdeckt sind. Nichts verlässt die Seite. Was die Rollen sagen und der Bericht sind auf Englisch.',
  file: 'Tabelle oder Text (CSV, JSONL oder TXT)',
  dropHere: 'Lege hier eine Datei ab oder wähle eine.',
  goal: 'Was willst du wissen?',
  goalHint:
    'Auf Englisch, zum Beispiel: predict the sale price · which passengers survived? · forecast traffic for the next week',
  target: 'Vorherzusagende Spalte',
  targetAuto: 'Aus der Frage',
  minutes: 'Minuten zum Versuchen',
  byModel: (id) => `${id} die Schritte schreiben lassen; was gewinnt, entscheidet weiter die Kreuzvalidierung`,
  start: 'Start',
  stop: 'Mit dem bisher Besten aufhören',
  starting: 'Python startet; das erste Mal dauert einige Sekunden.',
  stopping: 'Es wird angehalten; der Bericht kommt mit dem bisher Besten.',
  wrapping: 'Die letzten Modelle werden trainiert; das dauert so lange wie einige Runden.',
  timeLeft: (seconds) => `Noch etwa ${one(Math.ceil(seconds), 'Sekunde', 'Sekunden')} zum Versuchen.`,
  rows: (rows, columns) => `${one(rows, 'Zeile', 'Zeilen')}, ${one(columns, 'Spalte', 'Spalten')}`,
  sentences: (sentences, types) =>
    `${one(sentences, 'markierter Satz', 'markierte Sätze')}, ${one(types, 'Art von Namen', 'Arten von Namen')}`,
  document: (words) => `Ein Text mit ${one(words, 'Wort', 'Wörtern')} zum Zusammenfassen`,
  brokenOff: 'Ein Lauf brach ab',
  brokenOffText: (name, rounds) => `Der Lauf zu ${name} brach nach ${one(rounds, 'Runde', 'Runden')} ab.`,
  bestSoFar: (score) => `Das Beste bisher: ${score}.`,
  goOn: 'Weitermachen',
  forget: 'Vergessen',
  roles: 'Was die Rollen sagen',
  rounds: 'Runden',
  code: 'Programm',
  kept: 'Behalten',
  rejected: 'Verworfen',
  running: 'Läuft',
  result: 'Ergebnis',
  scores: {
    holdout: 'An nie gesehenen Zeilen',
    cv: 'In der Kreuzvalidierung',
    plain: 'Das erste, einfache Modell',
    guess: 'Blind geraten',
    coverage: 'Wie nah der Text seiner Zusammenfassung ist',
    opening: 'Stattdessen seine ersten Sätze',
  },
  checks: 'Vom „Verifier“ geprüft',
  holds: 'Stimmt',
  fails: 'Stimmt nicht',
  downloads: 'Zum Mitnehmen',
  seconds: (seconds) => `${seconds.toLocaleString('de', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`,
};
