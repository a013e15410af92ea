import type { DataStrings } from './strings.ts';

const number = (count: number): string => count.toLocaleString('de');
const rows = (count: number): string => (count === 1 ? '1 Zeile' : `${number(count)} Zeilen`);

export const de: DataStrings = {
  about:
    'Woraus der Wächter und der Agent gelernt haben: eine Stichprobe ihrer Trainingszeilen, was du berichtigt hast, und was du selbst beschriftet hast. Alles bleibt in diesem Browser; der Export ist eine Datei, die das Training einlesen kann.',
  loading: 'Die Stichprobe wird gelesen …',
  sets: { label: 'Zeilen', guard: 'Training des Wächters', agent: 'Training des Agenten', own: 'Von dir beschriftet' },
  count: rows,
  noOwn:
    'Du hast noch nichts beschriftet. Öffne eine Zeile oder schreibe einen eigenen Satz, stelle seine Köpfe ein und behalte ihn.',
  write: 'Einen eigenen Satz beschriften',
  licence: (licence) => `Die Stichprobe steht als Ganzes unter ${licence}. Quellen:`,
  credits: 'Lizenzen und Urheber',
  credit: (name, licence, credit) => `${name}: ${licence}, ${credit}`,

  balance: 'Verteilung',
  byCategory: 'Nach Gruppe',
  bySource: 'Nach Quelle',
  head: 'Kopf',
  answer: { yes: 'Ja', no: 'Nein', open: 'Offen' },
  rest: (count, all) => `${number(count)} weitere, ${rows(all)}`,

  check: 'Gegen das Modell',
  checkAbout:
    'Der Wächter in diesem Tab beurteilt die Zeilen: Wo er der Beschriftung widerspricht, irrt einer von beiden. Seine Satzvektoren zeigen Zeilen, die fast dasselbe sagen.',
  judge: (count) => `${rows(count)} beurteilen`,
  judgeMore: (count) => `${number(count)} weitere beurteilen`,
  stop: 'Anhalten',
  judged: (count, all) => `${number(count)} von ${number(all)} ${all === 1 ? 'Zeile' : 'Zeilen'} beurteilt`,
  noGuard: 'Hier ist kein Wächter: Seine Dateien ließen sich nicht holen.',
  disagree: (count) => `Widersprüche: ${number(count)}`,
  flagged: (count) => `Würde erst gefragt oder abgelehnt: ${number(count)}`,
  agrees: 'Beschriftung und Modell sind sich bei jeder beurteilten Zeile einig.',
  said: (head, said, found) => `${head}: Beschriftung ${said}, Modell ${found}`,
  duplicates: (count) => `Fast gleich: ${count === 1 ? '1 Paar' : `${number(count)} Paare`}`,
  lookFor: 'Fast Gleiches suchen',
  looking: 'Wird verglichen …',
  likeness: 'Mindestens so ähnlich:',
  noPairs: 'Keine zwei der beurteilten Zeilen sind sich so ähnlich.',
  more: (count) => `${number(count)} weitere zeigen`,

  rows: 'Alle Zeilen',
  find: 'In den Zeilen suchen',
  none: 'Keine Zeile passt.',

  row: 'Eine Zeile',
  text: 'Text: Ändere ein Wort und sieh, wie sich die Köpfe bewegen',
  from: (source, category, labelSource) => `${source} · ${category} · Beschriftung: ${labelSource}`,
  before: 'Vorher',
  now: 'Jetzt',
  label: 'Deine Beschriftung',
  risk: 'Risiko',
  answers: { yes: 'ja', no: 'nein', Low: 'niedrig', Medium: 'mittel', High: 'hoch' },
  heads: {
    feasible: 'Machbar',
    legal: 'Gesetzlich',
    ethical: 'Anständig',
    reversible: 'Umkehrbar',
    limited: 'Jenseits einer Grenze',
  },
  keep: 'Diese Beschriftung behalten',
  kept: 'Behalten. Sie steht bei den Zeilen, die du beschriftet hast.',
  remove: 'Diese Beschriftung entfernen',
  exportOwn: 'Als JSONL exportieren',
  exportAbout: 'Das Training liest die Datei mit „python -m training.guard.prepare --own FILE.jsonl“ ein.',
  fileName: 'errand-labels.jsonl',
  category: 'own',
};
