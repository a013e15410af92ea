import type { TransferStrings } from './strings.ts';

const number = (count: number): string => count.toLocaleString('de');
const tasks = (count: number): string => (count === 1 ? '1 Aufgabe' : `${number(count)} Aufgaben`);
const lists = (count: number): string => (count === 1 ? '1 Liste' : `${number(count)} Listen`);

export const de: TransferStrings = {
  out: {
    title: 'Nimm deine Aufgaben mit',
    about:
      'Eine Datei mit allen Aufgaben und Listen, die nicht im Papierkorb sind. Sie entsteht hier; nichts wird verschickt.',
    formats: {
      json: 'JSON',
      csv: 'CSV, für Tabellen',
      ics: 'Kalender (iCalendar)',
      md: 'Markdown-Liste',
    },
  },
  move: {
    title: 'Auf einen anderen Rechner ziehen',
    about:
      'Eine Datei mit allem: Aufgaben, Listen, Papierkorb, Verlauf samt Rückgängig und Einstellungen. Öffne sie dort unter „Aufgaben hereinholen“.',
    make: 'Datei anlegen',
  },
  import: {
    title: 'Aufgaben hereinholen',
    about:
      'Aus Todoist (CSV), TickTick (CSV), Super Productivity (JSON), Vikunja (JSON oder dessen ZIP), jedem Kalender (iCalendar), einer Markdown-Liste oder einer Datei dieser App. Du siehst, was dazukäme, bevor etwas dazukommt.',
    choose: 'Datei wählen …',
    drop: 'oder hier ablegen',
    progress: {
      reading: 'Die Datei wird gelesen …',
      checking: 'Sie wird durchgesehen …',
      writing: 'Wird aufgeschrieben …',
    },
    formats: {
      'errand-json': 'von Errand oder einfaches JSON',
      'errand-csv': 'eine Tabelle (CSV)',
      markdown: 'eine Markdown-Liste',
      icalendar: 'ein Kalender (iCalendar)',
      todoist: 'von Todoist',
      ticktick: 'von TickTick',
      'super-productivity': 'von Super Productivity',
      vikunja: 'von Vikunja',
    },
    found: (file, format, count) => `${file} ist ${format}: ${tasks(count)} ${count === 1 ? 'käme' : 'kämen'} dazu.`,
    newLists: (names) =>
      `Neue ${names.length === 1 ? 'Liste' : 'Listen'}: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` und ${String(names.length - 6)} weitere` : ''}.`,
    sample: 'Die ersten davon',
    due: (due) => `fällig ${due.replace('T', ' ')}`,
    done: 'erledigt',
    more: (count) => `und ${number(count)} weitere`,
    report: (count) =>
      count === 1 ? 'Zu einer Zeile ist etwas zu sagen' : `Zu ${number(count)} Zeilen ist etwas zu sagen`,
    line: (line) => `Zeile ${number(line)}:`,
    lineIn: (file, line) => `${file}, Zeile ${number(line)}:`,
    moreNotes: (count) => `${number(count)} weitere wie diese.`,
    skipPresent: 'Weglassen, was schon da ist',
    accept: (count) => `${tasks(count)} hinzufügen`,
    nothing: 'Es gibt nichts hinzuzufügen.',
    leave: 'Lassen',
    undo: 'Rückgängig',
    state: (file, at, count, listCount, runs) =>
      `${file} ist alles aus einem anderen Browser, geschrieben ${at}: ${tasks(count)}, ${lists(listCount)}, ${number(runs)} Einträge im Verlauf.`,
    stateAbout: (count) =>
      `Es tritt an die Stelle von allem, was jetzt hier ist (${tasks(count)}). Davon bleibt unten eine Sicherung.`,
    replace: 'An die Stelle von allem setzen',
    gone: 'Wähle die Datei noch einmal.',
  },
  replaced: (count) => `Alles ist ersetzt: jetzt ${tasks(count)}. Was vorher hier war, liegt bei den Sicherungen.`,
  backups: {
    title: 'Sicherungen in diesem Browser',
    about:
      'Je eine für die letzten 10 Tage, an denen die App offen war, von selbst angelegt, mit Verlauf und Einstellungen.',
    none: 'Noch keine Sicherung. Die erste entsteht von selbst, sobald es Aufgaben gibt.',
    kinds: { daily: 'des Tages', 'before-replacing': 'vor dem Ersetzen', 'by-hand': 'von Hand' },
    line: (at, kind, count) => `${at}, ${kind}: ${tasks(count)}`,
    make: 'Jetzt sichern',
    made: 'Gesichert.',
    failed:
      'Der Browser hatte keinen Platz für eine Sicherung, darum wurde nichts geändert. Schaffe Platz und versuche es noch einmal.',
    gone: 'Diese Sicherung ist nicht mehr da.',
    restore: 'Wiederherstellen',
    restoreNow: 'Ja, an die Stelle von allem setzen',
    keep: 'Lassen',
    download: 'Herunterladen',
    named: (verb, at) => `${verb}: ${at}`,
  },
  live: {
    title: 'Eine Datei, die mitläuft',
    about:
      'Wähle eine Datei auf diesem Rechner, gern in einem Ordner, der gesichert oder abgeglichen wird. Sie wird nach jeder Änderung neu geschrieben, mit allem darin.',
    unsupported:
      'Dieser Browser kann nicht in eine gewählte Datei schreiben. Chrome und Edge auf einem Rechner können es.',
    start: 'Datei wählen …',
    stop: 'Anhalten',
    wake: 'Wieder erlauben',
    on: (name, at) => `${name} ist auf dem Stand, geschrieben ${at}.`,
    asleep: (name) => `Der Browser fragt noch einmal, bevor er in ${name} schreibt.`,
    failed: (name) => `${name} ließ sich nicht schreiben. Ist die Datei noch da?`,
  },
  sync: {
    title: 'Andere Geräte',
    about:
      'Aus, bis du es wählst. Deine Geräte treffen sich auf einem eigenen y-websocket-Server oder in einem Ordner, den etwas anderes auf beiden gleich hält. Was dieses Gerät verlässt, ist mit deinem Kennsatz versiegelt; nimm auf jedem denselben.',
    passphrase: 'Kennsatz, mindestens 10 Zeichen; er lässt sich nicht wiederfinden',
    address: 'Adresse deines Servers',
    useServer: 'Server verwenden',
    useFolder: 'Ordner verwenden …',
    stop: 'Abgleich beenden',
    wake: 'Wieder erlauben',
    reload: 'Seite neu laden',
    needsReload: 'Diese Seite darf den Server erreichen, sobald sie neu geladen ist.',
    short: (least) => `Der Kennsatz braucht mindestens ${String(least)} Zeichen.`,
    noFolder: 'Kein Ordner wurde gewählt, oder dieser Browser kann keinen wählen lassen.',
    problems: {
      'not-an-address': 'Die Adresse muss wie wss://sync.example.org aussehen.',
      'not-secure': 'Nur wss:// ist erlaubt, außer für einen Server auf diesem Rechner.',
      'no-worker': 'Diese Seite ist dafür noch nicht bereit. Lade sie neu und wiederhole es.',
    },
    states: {
      off: () => '',
      elsewhere: (place) => `${place}: darum kümmert sich ein anderer Tab dieses Browsers.`,
      connecting: (place) => `${place} wird gesucht …`,
      on: (place) => `In Verbindung mit ${place}.`,
      waiting: (place) => `${place} ist nicht zu erreichen. Alles bleibt hier und wird verschickt, sobald es geht.`,
      asleep: (place) => `Der Browser fragt noch einmal, bevor er den Ordner ${place} öffnet.`,
    },
    leftAside: (count) =>
      `${count === 1 ? 'Eine Nachricht ließ' : `${String(count)} Nachrichten ließen`} sich mit diesem Kennsatz nicht öffnen und hatten keine Wirkung.`,
    question: (title) => `„${title}“ wurde hier gelöscht und seither auf einem anderen Gerät geändert.`,
    bringBack: 'Zurückholen',
    leaveDeleted: 'Gelöscht lassen',
  },
  storage: {
    title: 'Platz in diesem Browser',
    about:
      'Ein Browser, dem der Platz ausgeht, wirft womöglich weg, was eine Seite behalten hat. Bitte ihn, deins zu behalten; er sagt vielleicht nein, bis die App installiert oder eine Weile benutzt ist.',
    used: (used, quota, share) => `${used} von ${quota} belegt, ${share}.`,
    unknown: 'Dieser Browser sagt nicht, wie viel Platz es gibt.',
    nearlyFull: 'Es ist fast voll. Lege zur Sicherheit die Datei oben an und schaffe dann Platz.',
    persisted: 'Deine Daten bleiben, bis du sie selbst entfernst.',
    notPersisted: 'Deine Daten können entfernt werden, wenn der Platz knapp wird.',
    ask: 'Den Browser bitten, sie zu behalten',
  },
};
