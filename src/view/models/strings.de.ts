import type { ModelStrings } from './strings.ts';

const general = 'Ein allgemeines Modell, das sich an seine Anweisung hält; wird vom Hub geholt, wenn du es wählst.';

/** By the manifest's id; what is not here is the person's own, in words of its own. */
const summaries: { readonly [id: string]: string } = {
  'errand-agent': 'Klein und eingebaut: macht aus einem Satz Werkzeugaufrufe, ohne Netz, in weit unter einer Sekunde.',
  'errand-agent-webllm-f16': 'Der eingebaute Agent mit 4-Bit-Gewichten, von web-llm auf WebGPU in 16 Bit gerechnet.',
  'errand-agent-webllm': 'Der eingebaute Agent mit 4-Bit-Gewichten, von web-llm auf WebGPU ausgeführt.',
  'browser-model':
    'Was der Browser selbst mitbringt (die Prompt API). Diese App lädt nichts herunter; der Browser holt sein eigenes Modell vielleicht, wenn du es wählst.',
  'functiongemma-270m':
    'Ein kleines Modell für Funktionsaufrufe, von transformers.js auf dem Prozessor oder der Grafikkarte ausgeführt.',
  'local-server':
    'Ein Programm auf diesem Gerät, das die Chat-Schnittstelle von OpenAI spricht, etwa llama.cpp, Ollama oder LM Studio. Aus, bis du es einschaltest.',
  'qwen2-5-coder-1-5b': 'Schreibt Python für das Labor; wird vom Hub geholt, wenn du es wählst.',
  ...Object.fromEntries(
    [
      'hermes-3-llama-3-1-8b',
      'llama-3-1-8b',
      'llama-3-2-1b',
      'llama-3-2-3b',
      'qwen3-0-6b',
      'qwen3-1-7b',
      'qwen3-4b',
      'smollm2-360m',
      'smollm2-360m-f16',
    ].map((id) => [id, general]),
  ),
};

/** Of what has no name of its own. */
const names: { readonly [id: string]: string } = {
  'errand-agent-webllm': 'Errand agent auf der Grafikkarte',
  'errand-agent-webllm-f16': 'Errand agent auf der Grafikkarte, halbe Genauigkeit',
  'browser-model': 'Das Modell des Browsers',
  'local-server': 'Ein Server auf diesem Gerät',
};

export const de: ModelStrings = {
  about:
    'Welches Modell liest, was du sagst. Der eingebaute Agent braucht nichts weiter. Alles andere wird nur geholt, wenn du es verlangst und seine Größe gesehen hast, und jedes Modell geht durch denselben Wächter und lässt sich ebenso zurücknehmen.',
  choose: 'Welches antwortet',
  automatic: 'Automatisch',
  automaticAbout: (name) => `Das schnellere der beiden eingebauten auf diesem Gerät; jetzt: ${name}.`,
  automaticLater: (name) => `Ab dem nächsten Start: ${name}.`,
  summary: (id, english) => summaries[id] ?? english,
  cardName: (id, english) => names[id] ?? english,
  context: (tokens) => `${String(tokens)} Token Kontext`,
  inUse: 'Antwortet jetzt',
  chosen: 'Gewählt',
  use: 'Dieses nehmen',
  fallback: (name, message) =>
    `${name} ließ sich nicht verwenden: ${message} Stattdessen antwortet der eingebaute Agent.`,
  tryAgain: 'Noch einmal versuchen',
  reloadNeeded: 'Die Seite muss neu geladen werden, bevor sie sich dorthin verbinden darf.',
  reload: 'Jetzt neu laden',

  measureTitle: 'Auf diesem Gerät gemessen',
  measureAbout:
    'Ein Satz auf beiden eingebauten: einmal von selbst, während niemand die Seite benutzt, wo eine echte Grafikkarte da ist, oder wenn du es verlangst. Das für die Grafikkarte hat eigene Dateien (etwa 18 MB, vom Host dieser App). Wird behalten und neu gemacht, wenn sich die Modelle ändern.',
  measure: 'Beide messen',
  measuring: 'Misst …',
  measuredOn: 'Gemessen am',
  notMeasured: 'Noch nicht gemessen: Es antwortet das Modell auf dem Prozessor.',
  notByItself: {
    'no-adapter': 'Von selbst wird hier nicht gemessen: Der Browser bietet keine Grafikkarte an.',
    software: 'Von selbst wird hier nicht gemessen: Die Grafikkarte wird vom Prozessor nachgeahmt.',
    offline: 'Von selbst wird jetzt nicht gemessen: Du bist offline.',
    'saves-data': 'Von selbst wird jetzt nicht gemessen: Der Browser soll Daten sparen.',
    'no-locks':
      'Von selbst wird hier nicht gemessen: Dieser Browser kann Tabs nicht davon abhalten, einander zu messen.',
  },
  processor: 'Prozessor',
  graphics: 'Grafikkarte',
  turn: (time) => `${time} je Satz`,
  notRun: 'lief nicht',

  machine: 'Dieses Gerät',
  adapter: 'Grafikkarte (WebGPU)',
  noAdapter: 'Der Browser bietet keine an: Modelle für die Grafikkarte laufen hier nicht.',
  software: 'Eine Grafikkarte aus Software: Modelle laufen, aber langsam.',
  f16: 'Halbe Genauigkeit (shader-f16)',
  yes: 'Ja',
  no: 'Nein',
  noF16: 'Nein: Modelle in f16 laufen hier nicht.',
  buffers: 'Größter Puffer, größte Bindung',
  memory: 'Arbeitsspeicher',
  memoryAtLeast: (gb) => (gb >= 8 ? `${String(gb)} GB oder mehr` : `etwa ${String(gb)} GB`),
  unknown: 'Der Browser sagt es nicht.',
  threads: 'Prozessor',
  cores: (count, threads) =>
    `${String(count)} Kerne, ${threads ? 'Threads erlaubt' : 'nur ein Thread (die Seite ist nicht isoliert)'}`,
  storage: 'Speicherplatz',
  storageUse: (used, quota) => `${used} von ${quota} belegt`,
  persisted: 'bleibt auch, wenn der Platz knapp wird',
  notPersisted: 'kann gelöscht werden, wenn der Platz knapp wird',
  ownModel: 'Das Modell des Browsers',
  ownModels: { no: 'Keines', fetchable: 'Der Browser kann eines holen', ready: 'Bereit' },

  engines: 'Modelle',
  embedded: 'Teil der App',
  absent: 'Nicht hier',
  stored: (size) => `Gespeichert, ${size}`,
  partial: (size, total) => `${size} von ${total} hier`,
  atMost: (size) => `Braucht bis zu ${size} Arbeitsspeicher; der Download ist kleiner. Frage zuerst nach seiner Größe.`,
  from: (hosts) => `Kommt von ${hosts}.`,
  allow: 'Dieser Seite erlauben, sich dorthin zu verbinden',
  allowAbout: (hosts) =>
    `Um es zu holen, muss sich diese Seite mit ${hosts} verbinden dürfen. Diese Hosts sehen deine Adresse im Netz, und nichts von deinen Aufgaben.`,
  ask: 'Nach der Größe fragen',
  asking: 'Fragt …',
  download: (size) => `${size} herunterladen`,
  goOn: (size) => `Weiter (noch ${size})`,
  pause: 'Anhalten',
  cancel: 'Abbrechen und löschen',
  remove: 'Dateien löschen',
  mend: 'Prüfen und richten',
  checking: 'Prüft die Dateien …',
  mended: (count) =>
    count === 0
      ? 'Jede Datei ist heil.'
      : `${String(count)} beschädigte ${count === 1 ? 'Datei wurde' : 'Dateien wurden'} neu geholt.`,
  forget: 'Von der Liste nehmen',
  reconnecting: 'Die Verbindung ist abgebrochen; neuer Versuch …',
  progress: (loaded, total, rate, left) =>
    [`${loaded} von ${total}`, rate === null ? null : `${rate}/s`, left === null ? null : `noch ${left}`]
      .filter((part) => part !== null)
      .join(', '),
  seconds: (seconds) =>
    seconds < 90 ? `${String(Math.max(1, Math.round(seconds)))} s` : `${String(Math.round(seconds / 60))} min`,
  speed: (rate) => `${rate.toFixed(1).replace('.', ',')} Token in der Sekunde`,
  licence: 'Lizenz',

  compare: 'Nebeneinander',
  compareAbout: 'Ein Satz, zwei Modelle, eines nach dem anderen. Mit den Antworten geschieht nichts.',
  first: 'Erstes',
  second: 'Zweites',
  sentence: 'Satz',
  // The models read English.
  sampleSentence: 'remind me to water the plants on friday at six',
  run: 'Vergleichen',
  comparing: 'Vergleicht …',
  compared: (load, turn, rate) => `geladen in ${load}, geantwortet in ${turn}, ${rate}`,

  own: 'Ein eigenes Modell',
  ownWarning:
    'Die Bibliothek eines Modells ist ein Programm, und es läuft in dieser Seite. Nimm nur eines von jemandem, dem du vertraust. Was immer es schreibt, geht durch den Vertrag und den Wächter und lässt sich zurücknehmen.',
  name: 'Bezeichnung',
  modelAddress: 'Adresse seines Ordners (aufgebaut wie bei web-llm)',
  libraryAddress: 'Adresse seiner Bibliothek (.wasm)',
  add: 'Auf die Liste setzen',
  folder: 'Oder ein Ordner auf diesem Gerät',
  folderAbout:
    'Für web-llm: mlc-chat-config.json, tensor-cache.json, der Tokenizer, die Gewichte und eine .wasm-Bibliothek. Für transformers.js: config.json, tokenizer.json, tokenizer_config.json und onnx/model.onnx.',
  added: 'Es steht auf der Liste.',

  server: 'Ein Server auf diesem Gerät',
  serverAbout:
    'Aus, bis du ihn einschaltest. Jedes Programm hier, das die Chat-Schnittstelle von OpenAI spricht; nur localhost. Was du sagst und die Titel, um die es geht, gehen an dieses Programm.',
  serverAddress: 'Adresse',
  serverModel: 'Modell (leer: sein erstes)',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',

  stores: 'Was wo liegt',
  places: {
    tasks: 'Aufgaben, Verlauf und Einstellungen',
    app: 'Die App selbst, für den Betrieb ohne Netz',
    embedded: 'Eingebaute Modelle und was sie ausführt',
    models: 'Modelle, die du geholt hast',
    unfinished: 'Downloads, die nicht fertig sind',
  },
  problems: {
    address: 'Das ist keine Adresse. Sie beginnt mit https://.',
    notSecure: 'Nur https:// geht, oder http:// auf diesem Gerät.',
    noWorker: 'Diese Seite hat noch keinen Service Worker. Lade sie einmal neu und versuche es dann noch einmal.',
    notLocal: 'Nur ein Server auf diesem Gerät geht: http://localhost oder http://127.0.0.1.',
    name: 'Gib ihm einen Namen.',
    folder: 'Dieser Ordner ist kein Modell, wie web-llm oder transformers.js es aufbaut:',
    missing: (name) => `${name} fehlt.`,
    noAdapter: 'Braucht WebGPU, das dieser Browser hier nicht bietet.',
    noF16: 'Braucht halbe Genauigkeit (shader-f16), die dieser Grafikkarte fehlt.',
    noOwnModel: 'Dieser Browser bringt kein eigenes Modell mit.',
    serverOff: 'Ausgeschaltet; siehe unten.',
    noRoom: (needed, free) => `Braucht ${needed} Speicherplatz, und ${free} sind frei.`,
    muchMemory: (needed, has) =>
      `Braucht etwa ${needed} Speicher auf der Grafikkarte; der Browser meldet ${has} insgesamt.`,
    smallBuffers: 'Diese Grafikkarte nimmt nur kleine Puffer; das Modell startet vielleicht nicht.',
    noSentences: 'Es antwortet nicht auf Sätze.',
    answeredElse: 'Es hat etwas anderes geantwortet.',
    sameTwice: 'Wähle zwei verschiedene.',
  },
};
