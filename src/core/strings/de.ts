import type { FieldNote } from '../plan.ts';
import type { Strings } from './en.ts';

const tasks = (count: number): string => (count === 1 ? '1 Aufgabe' : `${String(count)} Aufgaben`);
const quoted = (title: string): string => `„${title.length > 80 ? `${title.slice(0, 79)}…` : title}“`;

/** One sentence a code of the engine's and of a download's. */
const engineTroubles: { readonly [code: string]: string } = {
  model_missing: 'Eine Datei des Modells fehlt. Prüfe die Verbindung, oder hole das Modell auf der Seite „Modelle“.',
  model_corrupt: 'Eine Datei des Modells ist beschädigt oder nicht die veröffentlichte.',
  no_runtime: 'Dieses Modell lässt sich hier nicht ausführen: Dem Browser oder dem Gerät fehlt, was es braucht.',
  out_of_memory: 'Für dieses Modell reicht der Speicher nicht. Nimm ein kleineres, oder schließe einige Tabs.',
  device_lost: 'Die Grafikkarte hat aufgegeben.',
  download_blocked: 'Das Modell durfte nicht geholt werden.',
  crashed_before: 'Die Seite ging beim letzten Laden dieses Modells zu, darum wurde es nicht noch einmal geladen.',
  not_loaded: 'Das Modell ist noch nicht geladen.',
  wrong_model: 'Ein anderes Modell ist geladen.',
  input_too_long: 'Das ist zu lang für dieses Modell.',
  interrupted: 'Angehalten. Was schon da ist, bleibt.',
  worker_died: 'Das Modell ist unerwartet abgebrochen.',
  engine_failed: 'Das Modell ist auf einen Fehler gestoßen.',
  download_refused: 'Der Server gibt diese Datei nicht heraus.',
  download_failed: 'Die Verbindung ist abgebrochen und kam nicht wieder. Was schon da ist, bleibt.',
  storage_full: 'Der Browser wollte die Datei nicht behalten. Schaffe Platz und mach weiter.',
};

const fieldNames: { [Field in FieldNote['field']]: string } = {
  title: 'Titel',
  due: 'fällig',
  priority: 'Priorität',
  tags: 'Tags',
  list: 'Liste',
  repeat: 'wiederholt sich',
  notes: 'Notizen',
  reminder: 'Erinnerung',
  start: 'verborgen bis',
  'repeat-from': 'zählt ab',
  parent: 'Teil von',
};

const fieldList = (fields: readonly FieldNote[]): string =>
  fields
    .map(({ field, value }) =>
      field === 'parent' && value === null ? 'eine eigene Aufgabe' : `${fieldNames[field]} ${value ?? 'geleert'}`,
    )
    .join(', ');
const oneOrMany = (titles: readonly string[]): string =>
  titles.length === 1 ? quoted(titles[0] ?? '') : tasks(titles.length);

/** The agent's sentences in German. It reads English only; what it says of results is in the language of the screen. */
export const de: Strings = {
  added: (title, details) => `Hinzugefügt: ${[quoted(title), ...details].join(', ')}.`,
  addedUnder: (title, parent) => `${quoted(title)} unter ${quoted(parent)} hinzugefügt.`,
  inList: (name, created) => (created ? `in einer neuen Liste, ${name}` : `in ${name}`),
  dueOn: (due) => `fällig ${due}`,
  repeats: (rule) => `wiederholt sich: ${rule}`,
  changed: (title, fields) => `${quoted(title)} geändert: ${fieldList(fields)}.`,
  fieldNames,
  priorities: { high: 'hoch', medium: 'mittel', low: 'niedrig' },
  inbox: 'Eingang',
  completed: (title) => `Erledigt: ${quoted(title)}.`,
  completedRepeating: (title, next) => `Erledigt: ${quoted(title)}. Das nächste Mal: ${next}.`,
  completedSeveral: (count) => `Erledigt: ${tasks(count)}.`,
  skipped: (title, next) => `${quoted(title)} einmal übersprungen. Das nächste Mal: ${next}.`,
  addedSeveral: (count) => `${tasks(count)} hinzugefügt.`,
  changedSeveral: (count, fields) => `${tasks(count)} geändert: ${fieldList(fields)}.`,
  restored: (titles) => `${oneOrMany(titles)} ${titles.length === 1 ? 'ist' : 'sind'} wieder da.`,
  arranged: (titles) => `${oneOrMany(titles)} an eine andere Stelle gerückt.`,
  fromCompletion: 'dem Tag der Erledigung',
  fromDue: 'dem Fälligkeitstag',
  reopened: (title) => `${quoted(title)} ist wieder offen.`,
  deleted: (titles) =>
    titles.length === 1
      ? `${quoted(titles[0] ?? '')} gelöscht.`
      : `${tasks(titles.length)} gelöscht: ${titles.slice(0, 5).map(quoted).join(', ')}${titles.length > 5 ? ' …' : ''}.`,
  cleared: (count) =>
    count === 0 ? 'Es gab nichts Erledigtes wegzuräumen.' : `Erledigtes weggeräumt: ${tasks(count)}.`,
  postponed: (titles, due) => `${oneOrMany(titles)} verschoben: ${due ?? 'ohne Datum'}.`,
  reminderSet: (title, at) =>
    at === null ? `Die Erinnerung an ${quoted(title)} ist aus.` : `Ich erinnere dich an ${quoted(title)}: ${at}.`,
  listing: (count) => (count === 0 ? 'Nichts passt.' : `Hier ${count === 1 ? 'ist' : 'sind'} ${tasks(count)}.`),
  found: (count, text) =>
    count === 0 ? `Zu ${quoted(text)} habe ich nichts gefunden.` : `Zu ${quoted(text)} gefunden: ${tasks(count)}.`,
  foundOne: (title, due) => `${quoted(title)}${due === null ? ' hat kein Datum' : ` ist fällig: ${due}`}.`,
  summary: (open, done, overdue, dueToday) =>
    `${tasks(open)} offen, ${String(done)} erledigt, ${String(overdue)} überfällig, ${String(dueToday)} heute fällig.`,
  suggestion: {
    overdue: (title) => `Fang mit ${quoted(title)} an: das ist überfällig.`,
    due: (title) => `Fang mit ${quoted(title)} an: das ist heute fällig.`,
    priority: (title) => `Fang mit ${quoted(title)} an: das ist am wichtigsten.`,
    oldest: (title) => `Fang mit ${quoted(title)} an: das wartet am längsten.`,
    none: () => 'Nichts ist offen. Genieß es.',
  },
  listCreated: (name) => `Liste ${name} angelegt.`,
  listRenamed: (from, to) => `${from} heißt jetzt ${to}.`,
  listDeleted: (name, count) => `Liste ${name}${count === 0 ? '' : ` mit ${tasks(count)}`} gelöscht.`,
  undone: (runs, texts) =>
    runs === 1 ? `Zurückgenommen: ${quoted(texts[0] ?? '')}.` : `Die letzten ${String(runs)} Schritte zurückgenommen.`,
  redone: (text) => `Wieder getan: ${quoted(text)}.`,
  exported: (count, file) => `${tasks(count)} bereit als ${file}.`,
  imported: (count, lists, file) =>
    `${tasks(count)}${lists === 0 ? '' : ` und ${lists === 1 ? '1 Liste' : `${String(lists)} Listen`}`} aus ${quoted(file)} hinzugefügt.`,
  help: () => 'Das lässt sich sagen, auf Englisch.',

  question: {
    'ambiguous-task': (phrase) => `Welche meinst du mit ${quoted(phrase)}?`,
    'unknown-task': (phrase) => `Zu ${quoted(phrase)} habe ich keine Aufgabe gefunden. Welche meinst du?`,
    'ambiguous-list': (phrase) => `Welche Liste meinst du mit ${quoted(phrase)}?`,
    'unknown-list': (phrase) => `Eine Liste ${quoted(phrase)} gibt es nicht. Welche meinst du?`,
    'unclear-date': (phrase) => `${quoted(phrase)} kann ich nicht als Zeit lesen. Wann soll es sein?`,
    'unclear-repeat': (phrase) => `${quoted(phrase)} kann ich nicht als Wiederholung lesen. Wie oft soll es sein?`,
    'empty-filter': (phrase) =>
      phrase === '' ? 'Welche Aufgaben meinst du?' : `Keine Aufgabe passt zu ${quoted(phrase)}. Welche meinst du?`,
  },

  refused: {
    'not-legal': 'Dabei helfe ich nicht: es sieht ungesetzlich aus.',
    'not-ethical': 'Dabei helfe ich nicht: es sieht so aus, als würde es jemandem schaden.',
  },
  suggest: (text) => `Ich kann ${quoted(text)} als Aufgabe aufheben.`,
  engineTrouble: (code, message) => engineTroubles[code] ?? message,
  fellBack: (reason) =>
    `${reason} Der eingebaute Agent ist eingesprungen. Nichts wurde geändert, und dein Satz ist noch da.`,
  declined: 'So gelassen.',
  stopped: 'Angehalten. Nichts wurde geändert.',
  change: { add: 'neu', change: 'geändert', remove: 'entfernt' },
  moveToTrash: 'kommt in den Papierkorb',
  eraseForGood: 'wird endgültig gelöscht',
  completes: 'ist erledigt',
  reopens: 'ist wieder offen',

  failure: {
    empty_input: 'Schreib, was zu tun ist.',
    input_too_long: 'Das ist zu lang für einen Satz. Bitte teile es auf.',
    not_understood: 'Daraus wurde ich nicht klug. Nichts wurde geändert; bitte sag es anders, auf Englisch.',
    contract_invalid: 'Die Antwort des Modells war fehlerhaft, darum geschah nichts. Bitte sag es anders.',
    engine_unavailable:
      'Das Modell ließ sich nicht laden, darum kann ich jetzt keine Sätze lesen. Von Hand geht alles weiter.',
    engine_failed: 'Das Modell hat aufgehört zu arbeiten. Dein Satz ist noch da; bitte versuche es noch einmal.',
    engine_fell_back: 'Das Modell hat aufgehört zu arbeiten, und ein anderes ist eingesprungen. Dein Satz ist noch da.',
    too_many_rounds: 'Das Modell fragte immer weiter, ohne ans Ende zu kommen. Nichts wurde geändert.',
    model_missing: 'Die Datei des Modells fehlt. Prüfe die Verbindung und versuche es noch einmal.',
    model_corrupt: 'Die Datei des Modells ist beschädigt (die Prüfsumme stimmt nicht). Versuche, sie neu zu holen.',
    store_refused:
      'Dieser Browser lässt die Seite nichts behalten (ein privates Fenster?). Hier lässt sich nichts speichern.',
    store_full: 'Der Speicher des Browsers ist voll. Nichts wurde geändert; schaffe Platz und versuche es noch einmal.',
    store_failed:
      'Deine Aufgaben ließen sich nicht lesen oder speichern. Nichts wurde geändert; bitte lade die Seite neu.',
    store_newer:
      'In einem anderen Tab ist eine neuere Version dieser App offen. Lade diesen Tab neu, um weiterzumachen.',
    unknown_tool: 'Das Modell wollte etwas, das diese App nicht kann. Nichts wurde geändert.',
    nothing_to_undo: 'Es gibt nichts zurückzunehmen.',
    nothing_to_redo: 'Es gibt nichts zu wiederholen.',
    unexpected: 'In der App selbst ging etwas schief. Deine Worte sind noch da; bitte versuche es noch einmal.',
    invalid_change: 'Diese Änderung ist nicht möglich.',
    conflict: 'Ein anderer Tab hat dieselbe Aufgabe gerade geändert. Hier wurde nichts geändert; bitte noch einmal.',
  },
};
