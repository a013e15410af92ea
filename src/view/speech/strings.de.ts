import type { SpeechWords } from './strings.ts';

export const de: SpeechWords = {
  title: 'Sprechen',
  about:
    'Ein Knopf neben dem Befehlsfeld hört einen Satz an. Der Browser macht auf diesem Gerät Wörter daraus: weder Ton noch Wörter verlassen es, und nichts davon wird aufbewahrt. Was gehört wurde, steht dann im Feld; abschicken musst du es selbst. Aus, bis du es einschaltest.',
  on: 'Knopf zeigen',
  states: {
    available: 'Dieser Browser erkennt gesprochenes Englisch auf diesem Gerät.',
    downloadable:
      'Dieser Browser könnte gesprochenes Englisch auf diesem Gerät erkennen, muss aber erst sein Sprachpaket holen.',
    downloading: 'Der Browser holt gerade sein Sprachpaket.',
    none: 'Dieser Browser erkennt auf diesem Gerät keine Sprache. Was den Ton an einen Server schickt, wird hier nicht angeboten.',
  },
  install: 'Den Browser sein englisches Sprachpaket holen lassen',
  installFailed: 'Der Browser hat es nicht geholt.',
  start: 'Sprechen',
  stop: 'Nicht mehr zuhören',
  listening: 'Hört zu, nur auf diesem Gerät …',
  failures: {
    'not-allowed':
      'Der Browser lässt diese Seite das Mikrofon nicht verwenden. Seine Website-Einstellungen können das ändern.',
    'no-speech': 'Es war nichts zu hören.',
    'no-microphone': 'Es gibt kein Mikrofon, das sich verwenden lässt.',
    'no-language': 'Dieser Browser kann die Sprache auf diesem Gerät nicht erkennen.',
    failed: 'Das Zuhören hat nicht geklappt. Versuche es noch einmal, oder tippe.',
  },
};
