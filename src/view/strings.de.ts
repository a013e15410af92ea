import type { ExportFormat } from '../core/plan.ts';
import type { Words } from './strings.ts';

const tasks = (count: number): string => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`);

export const formatNamesDe: { [Name in ExportFormat]: string } = {
  json: 'JSON',
  csv: 'CSV',
  ics: 'Kalenderdatei',
  md: 'Markdown',
};

export const de: Words = {
  appName: 'Errand',
  skipToTasks: 'Zu den Aufgaben springen',
  close: 'Schließen',

  engine: {
    label: 'Modell',
    loading: 'Modell wird geladen',
    starting: 'Modell startet',
    progress: (loaded, total, percent) => `${loaded} von ${total}, ${percent}`,
    ready: 'Bereit',
    device: (device, threads) =>
      device === 'wasm'
        ? threads === 1
          ? 'Prozessor, 1 Thread'
          : `Prozessor, ${threads} Threads`
        : { webgpu: 'Grafikkarte', browser: 'vom Browser', server: 'ein Server hier' }[device],
    readyTitle: (modelId, loadTime) => `${modelId}, geladen in ${loadTime}`,
    tryAgain: 'Noch einmal',
    guardLoading: 'Wächter startet',
    guardFailed: 'Kein Wächter',
    fellBack: (name) => `${name} ließ sich nicht verwenden, darum antwortet der eingebaute Agent.`,
    toModels: 'Modelle',
  },

  theme: { label: 'Farben', options: { system: 'Auto', light: 'Hell', dark: 'Dunkel' } },

  language: {
    label: 'Sprache',
    about:
      'Sätze an das Modell müssen englisch sein, denn nur Englisch versteht es. Was Agenten im Sandkasten und Rollen im Labor schreiben, ist auf Englisch.',
    browser: 'Wie der Browser',
    onlyEnglish: 'Das Modell versteht nur englische Sätze; alles andere geht auf Deutsch von Hand.',
  },

  command: {
    label: 'Was ist zu tun?',
    placeholder: 'Call mum tomorrow at 6pm and add milk to my shopping list',
    send: 'Jetzt ausführen',
    stop: 'Anhalten',
    hint: 'Enter sendet, Umschalt+Enter beginnt eine Zeile, ↑ holt Gesagtes zurück',
    busy: 'Eins nach dem anderen: Esc hält das Laufende an.',
    suggestions: 'Das lässt sich sagen',
    severalLines: (count) => `Jede der ${count} Zeilen als Aufgabe hinzufügen`,
    quick: {
      label: 'Von einfachen Regeln gelesen',
      whileTyping: 'Einfache Regeln lesen:',
      beforeModel: 'Das Modell ist noch nicht bereit. Enter fügt hinzu, was einfache Regeln lesen:',
      leave: (words) => `„${words}“ im Titel lassen`,
      edit: (words) => `„${words}“ ändern`,
      editing: 'Anders sagen',
      add: 'Genau so hinzufügen (Strg+Enter)',
      addFirst: 'Genau so hinzufügen (Enter)',
    },
    examplesTitle: 'Zum Ausprobieren',
    trySamples: 'Mit Beispielaufgaben ausprobieren; einmal Rückgängig nimmt sie wieder weg',
    samples: {
      house: 'Haus',
      groceries: 'Einkauf',
      bill: 'Stromrechnung bezahlen',
      plants: 'Blumen gießen',
      report: 'Quartalsbericht abschicken',
      reportNotes: 'Die Zahlen liegen unter https://example.org/figures',
      dentist: 'Zahnarzttermin ausmachen',
      milk: 'Milch',
      bread: 'Brot',
      trip: 'Wochenende in Porto planen',
    },
    examples: [
      "call mum tomorrow at 6pm and add milk to my shopping list, then show what's due this week",
      'water the plants every friday at 8am',
      'remind me to send the report on the 3rd, high priority',
    ],
  },

  phase: {
    waiting: 'Das Modell wird noch geladen. Dies läuft, sobald es bereit ist.',
    thinking: 'Liest, was du gesagt hast …',
    asking: 'Erst eine Frage.',
    confirming: 'Bitte erst prüfen. Noch ist nichts geändert.',
    applying: 'Wird aufgeschrieben …',
    done: 'Erledigt.',
    declined: 'So gelassen. Nichts geändert.',
    stopped: 'Angehalten. Nichts geändert.',
    failed: 'Das ging nicht.',
  },

  run: {
    label: 'Was getan wurde',
    streamLabel: 'Die Antwort des Modells, während sie entsteht',
    undo: 'Rückgängig',
    undoLast: 'Letzte Änderung zurücknehmen',
    redo: 'Wiederholen',
    trace: 'Wie es dazu kam',
    repaired: 'Die erste Antwort war fehlerhaft; es wurde noch einmal gefragt.',
    addInstead: 'Als Aufgabe hinzufügen',
    again: 'Noch einmal sagen',
    leave: 'So lassen',
    confirm: 'Tun',
    changes: 'Was sich ändert',
    guess: 'So habe ich es am ehesten verstanden. Stimmt das?',
    candidates: 'Mögliche Antworten',
    changeKinds: { add: 'Neu', change: 'Ändern', remove: 'Entfernen' },
    download: (fileName) => `${fileName} herunterladen`,
    downloadCount: (count, format) => `${tasks(count)} als ${formatNamesDe[format]}`,
    showAll: (count) => `Alle ${count} zeigen`,
    changeCount: ({ add, change, remove }) =>
      [add > 0 && `${add} neu`, change > 0 && `${change} zu ändern`, remove > 0 && `${remove} zu entfernen`]
        .filter(Boolean)
        .join(', '),
    was: 'war',
    becomes: 'wird',
    nothing: 'nichts',
    gone: (count) => (count === 1 ? '1 Aufgabe ist nicht mehr da.' : `${count} Aufgaben sind nicht mehr da.`),
    nothingListed: 'Hier ist nichts.',
    summary: { open: 'Offen', done: 'Erledigt', overdue: 'Überfällig', dueToday: 'Heute fällig' },
    helpTry: (example) => `„${example}“ verwenden`,
  },

  questionByWords: 'Sag es oben im Feld noch einmal anders.',

  verdict: {
    label: 'Der Wächter',
    names: { allow: 'Erlaubt', confirm: 'Erst gefragt', refuse: 'Abgelehnt', suggest: 'Nichts für ein Werkzeug' },
    reason: (reason, verdict) => {
      const sentences: { [Name in typeof reason]: string } = {
        'not-legal': 'Es wurde als ungesetzlich eingeschätzt und darum nicht getan.',
        'not-ethical':
          verdict === 'refuse'
            ? 'Es würde wohl jemandem schaden und wurde darum nicht getan.'
            : 'Es könnte jemandem schaden, darum wird erst gefragt.',
        'beyond-tools': 'Kein Werkzeug hier kann das. Es lässt sich als Aufgabe aufheben.',
        'only-reads': 'Es wird nur nachgesehen, nichts ändert sich.',
        'no-inverse': 'Es lässt sich nicht zurücknehmen, darum wird erst gefragt.',
        bulk: 'Es betrifft viele Aufgaben auf einmal, darum wird erst gefragt.',
        everything: 'Es betrifft alles, was du hast, darum wird erst gefragt.',
        money: 'Geld würde fließen, darum wird erst gefragt.',
        'high-risk': 'Es wurde als sehr riskant eingeschätzt, darum wird erst gefragt.',
        'not-reversible': 'Es ist wohl schwer zurückzunehmen, darum wird erst gefragt.',
        careful: 'Du wolltest Vorsicht, darum wird erst gefragt.',
        unsure: 'Das Modell war sich nicht sicher, es richtig gelesen zu haben, darum wird erst gefragt.',
        unprompted: 'Das hast du nicht genannt: Das Modell kam von selbst darauf, darum wird erst gefragt.',
        'guard-unavailable': 'Der Wächter hat nicht geantwortet, darum wird vor jeder Änderung gefragt.',
        'other-language': 'Das sieht nicht nach Englisch aus, das das Modell am besten liest, darum wird erst gefragt.',
        harmless: 'Es lässt sich zurücknehmen und wurde darum gleich getan.',
      };
      return sentences[reason];
    },
    noHeads: 'Keine Wahrscheinlichkeiten: geurteilt wurde nach dem, was es tut.',
    heads: {
      feasible: 'Machbar',
      legal: 'Gesetzlich',
      ethical: 'Anständig',
      reversible: 'Umkehrbar',
      limited: 'Jenseits einer Grenze',
    },
    risk: 'Risiko',
    risks: { Low: 'Niedrig', Medium: 'Mittel', High: 'Hoch' },
  },

  history: {
    open: 'Verlauf',
    title: 'Verlauf',
    empty: 'Noch nichts. Alles, was du sagst, steht hier, und wie es getan wurde.',
    loading: 'Verlauf wird gelesen …',
    undone: 'Zurückgenommen',
    undoTo: 'Bis hierher zurück …',
    undoNow: (steps) => (steps === 1 ? 'Ja, dies zurücknehmen' : `Ja, dies und ${steps - 1} danach zurücknehmen`),
    back: 'Ganzer Verlauf',
    byHand: 'Von Hand',
    showMore: (count) => `${count} weitere zeigen`,
  },

  trace: {
    title: 'Wie es dazu kam',
    said: 'Du sagtest',
    raw: 'Was das Modell schrieb',
    noRaw: 'Das Modell schrieb nichts: dies geschah von Hand.',
    measured: (tokens, confidence) =>
      confidence === null ? `${tokens} Token` : `${tokens} Token, Sicherheit ${confidence}`,
    round: (number) => `Runde ${number}`,
    observed: 'Ihm wurde gesagt:',
    fellBack: 'Ein anderes Modell sprang ein',
    fellBackTo: (from, to) => `${from} versagte; ${to} antwortet stattdessen.`,
    analysis: 'Wie es das las',
    repaired: 'Nachbesserung',
    corrected: 'Deine Berichtigung',
    calls: 'Aufrufe, wie geschrieben',
    resolved: 'Was daraus wurde',
    picked: (argument, label) => `${argument}: du wähltest „${label}“`,
    verdict: 'Der Wächter',
    changes: 'Wonach gefragt wurde',
    outcome: 'Ergebnis',
    timings: 'Dauer',
    timing: { engineMs: 'Modell', guardMs: 'Wächter', totalMs: 'Zusammen' },
    events: (count) => (count === 1 ? '1 Ereignis' : `${count} Ereignisse`),
    none: 'Nichts.',
  },

  pages: {
    label: 'Räume',
    lab: 'Labor',
    sandbox: 'Sandkasten',
    models: 'Modelle',
    guard: 'Wächter',
    data: 'Daten',
    proof: 'Belege',
    settings: 'Einstellungen',
    transfer: 'Ein und aus',
    opening: 'Wird geöffnet …',
    notOpened:
      'Diese Seite ließ sich nicht holen. Prüfe die Verbindung und versuche es noch einmal; deinen Aufgaben ist nichts passiert.',
    tryAgain: 'Noch einmal',
  },

  corrections: {
    title: 'Was du berichtigt hast',
    about:
      'Nimm etwas zurück und sag es anders, oder bessere einen eben hinzugefügten Titel aus, und das Paar wird hier behalten, nur in diesem Browser. Ähnliche Sätze werden dann auf deine Art gelesen.',
    none: 'Noch nichts.',
    meant: (calls) => `bedeutet ${calls}`,
    notMeant: 'So war es nicht gemeint',
    learnt: (text) => `Gemerkt: das bedeutet „${text}“.`,
    used: (text, likeness) => `Gelesen wie „${text}“, was du früher berichtigt hast (zu ${likeness} ähnlich).`,
    forget: 'Vergessen',
    forgetOne: (text) => `„${text}“ vergessen`,
    forgetAll: 'Alles vergessen',
    forgetAllNow: (count) => (count === 1 ? 'Ja, vergessen' : `Ja, alle ${count} vergessen`),
    save: 'Als Datei sichern',
  },

  settings: {
    care: 'Wie vorsichtig',
    careAbout:
      'Wann gefragt wird, bevor etwas von dem geschieht, was du sagst. Was sich nicht zurücknehmen lässt und was viele Aufgaben betrifft, fragt immer; Ungesetzliches und Schädliches wird immer abgelehnt.',
    careLevels: {
      light: 'Wenig: fragt nur bei hohem Risiko',
      middle: 'Mittel: fragt, wo der Wächter zweifelt',
      strict: 'Streng: fragt vor jeder Änderung',
    },
    coloursAbout: 'Auto folgt dem System.',
    erase: 'Alles löschen',
    eraseAbout:
      'Entfernt alle Aufgaben, Listen, den Verlauf und die Einstellungen aus diesem Browser. Das lässt sich nicht zurücknehmen.',
    eraseNow: 'Ja, alles löschen',
    keep: 'Behalten',
    erased: 'Alles ist gelöscht.',
  },

  places: {
    label: 'Aufgaben',
    lists: 'Listen',
    today: 'Heute',
    upcoming: 'Demnächst',
    overdue: 'Überfällig',
    search: 'Suche',
    narrow: 'Filter, Prioritäten, Tags',
    ofPriority: (level) => `Priorität: ${level}`,
    rename: 'Umbenennen',
    deleteList: 'Liste löschen',
    inbox: 'Eingang',
    all: 'Alle',
    done: 'Erledigt',
    trash: 'Papierkorb',
    newList: 'Neue Liste',
    newListName: 'Name der neuen Liste',
    create: 'Anlegen',
    count: (count) => `${count} offen`,
  },

  tasks: {
    sections: { overdue: 'Von früher übrig', today: 'Heute', noDay: 'Ohne Datum', noTag: 'Ohne Tag' },
    toToday: 'Alle auf heute',
    restore: 'Zurückholen',
    restoreLabel: (title) => `„${title}“ zurückholen`,
    details: (title) => `Einzelheiten zu „${title}“`,
    hidden: (count) =>
      `${tasks(count)} ${count === 1 ? 'ist' : 'sind'} bis zu einem späteren Tag verborgen. „Ansicht“ kann sie zeigen.`,
    priorities: { high: 'Hoch', medium: 'Mittel', low: 'Niedrig', none: 'Keine Priorität' },
    showMoreSections: 'Mehr zeigen',
    complete: (title) => `„${title}“ erledigen`,
    reopen: (title) => `„${title}“ wieder öffnen`,
    edit: (title) => `Titel „${title}“ bearbeiten`,
    editing: 'Titel',
    remove: (title) => `„${title}“ löschen`,
    priority: { high: 'Hoch', medium: 'Mittel', low: 'Niedrig', none: '' },
    priorityLabel: 'Priorität: ',
    dueLabel: 'Fällig: ',
    repeatLabel: 'Wiederholt sich: ',
    reminderLabel: 'Erinnerung: ',
    listLabel: 'Liste: ',
    partOf: (title) => `Teil von ${title}`,
    notesLabel: 'Notizen: ',
    addLabel: (place) => `Zu ${place} hinzufügen`,
    addPlaceholder: 'Aufgabe von Hand hinzufügen',
    addDue: 'Fällig',
    add: 'Hinzufügen',
    showMore: (count) => `${count} weitere zeigen`,
    empty: {
      upcoming: 'An diesen Tagen ist nichts fällig. Sag „send the report on Friday“, und es erscheint hier.',
      overdue: 'Nichts ist überfällig.',
      tag: 'Keine offene Aufgabe hat diesen Tag. Sag „tag the report #work“.',
      priority: 'Keine offene Aufgabe hat diese Priorität. Sag „make the report high priority“.',
      filter: 'Diesen Filter gibt es nicht mehr.',
      search: '',
      narrowed: 'Keine Aufgabe hier passt zu dem, was unter „Ansicht“ eingestellt ist.',
      today: 'Heute ist nichts fällig. Sag „call mum at 6pm“, und es erscheint hier.',
      inbox: 'Der Eingang ist leer. Was du ohne Liste hinzufügst, landet hier.',
      list: 'Diese Liste ist leer. Sag „add milk to“ und ihren Namen.',
      all: 'Noch keine Aufgaben. Sag auf Englisch, was zu tun ist, oder füge sie von Hand hinzu.',
      done: 'Noch ist nichts erledigt. Hake eine Aufgabe ab oder sag „the gas bill is paid“.',
      trash: 'Der Papierkorb ist leer. Gelöschtes bleibt hier, und Rückgängig holt es zurück.',
    },
    trashNote: 'Gelöschtes bleibt hier, bis du den Papierkorb leerst.',
  },

  repeat: {
    every: { DAILY: 'Täglich', WEEKLY: 'Wöchentlich', MONTHLY: 'Monatlich', YEARLY: 'Jährlich' },
    everyN: {
      DAILY: (count) => `Alle ${count} Tage`,
      WEEKLY: (count) => `Alle ${count} Wochen`,
      MONTHLY: (count) => `Alle ${count} Monate`,
      YEARLY: (count) => `Alle ${count} Jahre`,
    },
    weekdays: 'Jeden Werktag',
    on: (rule, days) => `${rule}: ${days}`,
    ordinals: { '1': 'erster', '2': 'zweiter', '3': 'dritter', '4': 'vierter', '5': 'fünfter', '-1': 'letzter' },
    nth: (ordinal, day) => `${ordinal} ${day}`,
    monthDay: (day) => (day === -1 ? 'letzter Tag' : `${day}. Tag`),
    until: (rule, date) => `${rule} bis ${date}`,
    times: (rule, count) => (count === 1 ? `${rule}, einmal` : `${rule}, ${count} Mal`),
    other: 'Wiederholt sich',
  },

  trash: {
    empty: 'Papierkorb leeren',
    asks: (count) =>
      `${tasks(count)} ${count === 1 ? 'ist' : 'sind'} dann endgültig weg, und der Verlauf davor lässt sich nicht mehr zurücknehmen.`,
    emptyNow: 'Ja, leeren',
    emptied: 'Der Papierkorb ist leer.',
  },

  search: {
    label: 'Titel, Notizen und Tags durchsuchen',
    placeholder: 'Teil eines Titels oder einer Notiz',
    hint: 'Auch Erledigtes wird gefunden. Tippfehler werden verziehen.',
    count: (count) => (count === 0 ? 'Nichts gefunden.' : `${tasks(count)} gefunden.`),
  },

  calendar: { label: 'Kalender', before: 'Voriger Monat', after: 'Nächster Monat' },

  bulk: {
    label: 'Was mit den ausgewählten Aufgaben geschehen soll',
    begin: 'Auswählen',
    select: (title) => `„${title}“ auswählen`,
    asks: 'Das ändert viele Aufgaben oder lässt sich nicht zurücknehmen. Tun?',
    count: (count) => `${count} ausgewählt`,
    complete: 'Erledigen',
    due: 'Fällig …',
    today: 'Heute',
    tomorrow: 'Morgen',
    nextWeek: 'In einer Woche',
    noDate: 'Kein Datum',
    priority: 'Priorität …',
    list: 'Verschieben nach …',
    tag: 'Tags hinzufügen',
    remove: 'Löschen',
    cancel: 'Abbrechen',
  },

  keys: 'Tasten',

  update: { text: 'Eine neue Version ist da.', apply: 'Jetzt verwenden' },

  notice: { label: 'Mitteilung', dismiss: 'Schließen' },
  storeProblem: (problem) => `${problem} Nichts von dem, was du hier tust, wird behalten.`,
};
