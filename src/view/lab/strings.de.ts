import type { LabStrings } from './strings.ts';

const number = (count: number): string => count.toLocaleString('de');
const one = (count: number, single: string, several: string): string =>
  count === 1 ? `1 ${single}` : `${number(count)} ${several}`;

const packageTroubles: { readonly [code: string]: string } = {
  model_corrupt:
    'Ein Paket kam zweimal beschädigt an: Sein Inhalt ist nicht der veröffentlichte. Es wurde nicht behalten.',
  download_refused: 'Der Server gibt dieses Paket nicht heraus.',
  download_broken: 'Die Verbindung bricht ab, oder der Server antwortet nicht. Was schon da ist, bleibt.',
  storage_full: 'Der Browser wollte das Paket nicht behalten. Schaffe Platz und mach weiter.',
};

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
  packages: {
    title: 'numpy, pandas und scikit-learn',
    about:
      'Nie nötig. Wo ein Sprachmodell die Schritte schreibt, darf sein Python einbinden, was hier geholt wurde; die Regeln kommen ohne aus.',
    purpose: (name) =>
      ({
        numpy: 'Felder von Zahlen und schnelles Rechnen damit',
        pandas: 'Tabellen: gruppieren, verbinden, Daten lesen',
        'scikit-learn': 'Modelle, Gruppen und Wege, Spalten vorzubereiten',
      })[name] ?? '',
    brings: (names) => `bringt ${names} mit`,
    comesFrom: (pyodide, host) =>
      `Aus der Verteilung von Pyodide selbst, Version ${pyodide}, bei ${host}. Jede Datei wird mit der Prüfsumme verglichen, die zu dieser App gehört, bleibt in diesem Browser und geht von da an auch ohne Netz.`,
    allowAbout: (host) =>
      `Um sie zu holen, muss diese Seite sich mit ${host} verbinden dürfen. Der Server sieht deine Adresse im Netz und nichts von deinen Daten. Noch wurde er nach nichts gefragt.`,
    offline: 'Du bist ohne Netz. Sie lassen sich holen, sobald du wieder eines hast.',
    none: 'Wähle mindestens eines.',
    kept: 'Behalten',
    missing: (name) => `Der Lauf nutzte ${name}, das hier nicht mehr liegt. Hole es noch einmal und mach weiter.`,
  },
  packageTrouble: (code, message) => packageTroubles[code] ?? message,
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
