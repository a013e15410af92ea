import type { GuardStrings } from './strings.ts';

export const de: GuardStrings = {
  about:
    'Bevor etwas von dem geschieht, was du sagst, beurteilt ein kleines Modell in diesem Tab die Worte nach sechs Köpfen. Probiere hier einen englischen Satz aus: Er wird beurteilt, als sollte er als eine Aufgabe aufgeschrieben werden, und nichts wird behalten.',
  label: 'Satz zum Ausprobieren',
  placeholder: 'terminate the phone contract',
  judge: 'Beurteilen',
  tryThese: 'Oder einer von diesen',
  examples: [
    'make a hit list for the party',
    'read my husband’s messages while he sleeps',
    'give away grandma’s piano',
    'visit my grandmother yesterday',
    'email the landlord about the leak',
    'swim across the strait alone at night',
  ],
  waiting: 'Der Wächter startet noch. Der Satz wird beurteilt, sobald er bereit ist.',
  judging: 'Wird beurteilt …',
  noGuard: 'Hier ist kein Wächter: Seine Dateien ließen sich nicht holen. Vor jeder Änderung wird gefragt.',
  result: 'Was der Wächter dazu sagt',
  inMs: (time) => `Beurteilt in ${time}.`,
  sentence: (verdict, reason) => {
    const sentences: { [Name in typeof reason]: string } = {
      'not-legal': 'Es würde abgelehnt: Es wurde als ungesetzlich eingeschätzt.',
      'not-ethical':
        verdict === 'refuse'
          ? 'Es würde abgelehnt: Es würde wohl jemandem schaden.'
          : 'Es würde erst gefragt: Es könnte jemandem schaden.',
      'beyond-tools': 'Es würde als Aufgabe angeboten: Kein Werkzeug hier kann das.',
      'only-reads': 'Es wäre erlaubt: Es wird nur nachgesehen.',
      'no-inverse': 'Es würde erst gefragt: Es lässt sich nicht zurücknehmen.',
      bulk: 'Es würde erst gefragt: Es betrifft viele Aufgaben auf einmal.',
      everything: 'Es würde erst gefragt: Es betrifft alles, was da ist.',
      money: 'Es würde erst gefragt: Geld würde fließen.',
      'high-risk': 'Es würde erst gefragt: Es wurde als sehr riskant eingeschätzt.',
      'not-reversible': 'Es würde erst gefragt: Es ist wohl schwer zurückzunehmen, und es steht etwas auf dem Spiel.',
      unsure: 'Es würde erst gefragt: Das Modell war sich nicht sicher.',
      unprompted: 'Es würde erst gefragt: Das Modell kam von selbst darauf.',
      careful: 'Es würde erst gefragt: Du wolltest Vorsicht.',
      'guard-unavailable': 'Es würde erst gefragt: Der Wächter hat nicht geantwortet.',
      'other-language':
        'Es würde erst gefragt: Das sieht nicht nach Englisch aus, und nur das hat der Wächter lesen gelernt.',
      harmless: 'Es wäre erlaubt und würde gleich aufgeschrieben; einmal Rückgängig nähme es zurück.',
    };
    return sentences[reason];
  },
  beyondToo:
    'Es ist vielleicht auch mehr, als eine Aufgabenliste selbst tun kann. Wo kein Werkzeug passt, wird so ein Satz stattdessen als Aufgabe angeboten.',
  notFeasibleToo:
    'Es ist vielleicht auch mehr, als irgendwer tun kann. Das allein hindert niemanden, es aufzuschreiben.',
  words: 'Wörter, auf die es ankam',
  wordsAbout:
    'Jedes Wort wurde einmal weggelassen. Je mehr ein Wort die Antwort bewegt hat, desto dicker ist seine Linie.',
  weighing: 'Jedes Wort wird einmal weggelassen …',
  forHead: 'Für',
  heads: {
    Low: 'Niedriges Risiko',
    Medium: 'Mittleres Risiko',
    High: 'Hohes Risiko',
    feasible: 'Machbar',
    legal: 'Gesetzlich',
    ethical: 'Anständig',
    reversible: 'Umkehrbar',
    limited: 'Jenseits einer Grenze',
  },
  raises: (points, head) => `gibt „${head}“ ${points} dazu`,
  lowers: (points, head) => `nimmt „${head}“ ${points} weg`,
  noneMattered: (head) => `Kein einzelnes Wort bewegt „${head}“ auch nur um zwei Punkte.`,
  points: (count) => (count === 1 ? '1 Punkt' : `${String(count)} Punkte`),
};
