import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

const en = {
  about:
    'Which model reads what you say. The embedded agent needs nothing more. Anything else is fetched only when you ask for it, after you have seen its size, and every model passes the same guard and the same undo.',
  choose: 'Which one answers',
  automatic: 'Automatic',
  automaticAbout: (name: string) => `The faster of the two embedded engines on this machine; now: ${name}.`,
  automaticLater: (name: string) => `From the next start on: ${name}.`,
  /** A manifest's own words, in the language of the page. */
  summary: (_id: string, english: string) => english,
  cardName: (_id: string, english: string) => english,
  context: (tokens: number) => `${String(tokens)} tokens of context`,
  inUse: 'Answers now',
  chosen: 'Chosen',
  use: 'Use this one',
  fallback: (name: string, message: string) =>
    `${name} could not be used: ${message} The embedded agent answers instead.`,
  tryAgain: 'Try it again',
  reloadNeeded: 'The page has to be loaded again before it may connect there.',
  reload: 'Reload now',

  measureTitle: 'Measured on this machine',
  measureAbout:
    'One sentence on both embedded engines: once by itself, while nobody uses the page, where there is a real graphics card, or when you ask for it. The graphics card’s engine has files of its own (about 18 MB, from this app’s own host). Kept, and done anew when the models change.',
  measure: 'Measure both',
  measuring: 'Measuring…',
  measuredOn: 'Measured on',
  notMeasured: 'Not measured yet: the processor’s engine answers.',
  notByItself: {
    'no-adapter': 'It is not measured by itself here: the browser offers no graphics card.',
    software: 'It is not measured by itself here: the graphics card is played by the processor.',
    offline: 'It is not measured by itself now: you are offline.',
    'saves-data': 'It is not measured by itself now: the browser is told to save data.',
    'no-locks': 'It is not measured by itself here: this browser cannot keep tabs from measuring each other.',
  },
  processor: 'Processor',
  graphics: 'Graphics card',
  turn: (time: string) => `${time} a sentence`,
  notRun: 'did not run',

  machine: 'This machine',
  adapter: 'Graphics card (WebGPU)',
  noAdapter: 'None that the browser offers: models for the graphics card cannot run here.',
  software: 'A software adapter: models run, but slowly.',
  f16: 'Half precision (shader-f16)',
  yes: 'Yes',
  no: 'No',
  noF16: 'No: models in f16 cannot run here.',
  buffers: 'Largest buffer, largest binding',
  memory: 'Memory',
  memoryAtLeast: (gb: number) => (gb >= 8 ? `${String(gb)} GB or more` : `about ${String(gb)} GB`),
  unknown: 'The browser does not say.',
  threads: 'Processor',
  cores: (count: number, threads: boolean) =>
    `${String(count)} cores, ${threads ? 'threads allowed' : 'one thread only (the page is not isolated)'}`,
  storage: 'Storage',
  storageUse: (used: string, quota: string) => `${used} of ${quota} used`,
  persisted: 'kept even when space runs short',
  notPersisted: 'may be cleared when space runs short',
  ownModel: 'The browser’s own model',
  ownModels: { no: 'None', fetchable: 'The browser can fetch one', ready: 'Ready' },

  engines: 'Models',
  embedded: 'Part of the app',
  absent: 'Not here',
  stored: (size: string) => `Stored, ${size}`,
  partial: (size: string, total: string) => `${size} of ${total} here`,
  atMost: (size: string) => `Needs up to ${size} of memory; the download is smaller. Ask for its size first.`,
  from: (hosts: string) => `Comes from ${hosts}.`,
  allow: 'Allow this page to connect there',
  allowAbout: (hosts: string) =>
    `To fetch it, this page must be allowed to connect to ${hosts}. Those hosts will see your address on the network, and nothing of your tasks.`,
  ask: 'Ask for its size',
  asking: 'Asking…',
  download: (size: string) => `Download ${size}`,
  goOn: (size: string) => `Go on (${size} to come)`,
  pause: 'Pause',
  cancel: 'Cancel and delete',
  remove: 'Delete its files',
  mend: 'Check and mend',
  checking: 'Checking its files…',
  mended: (count: number) =>
    count === 0
      ? 'Every file is whole.'
      : `${String(count)} damaged ${count === 1 ? 'file was' : 'files were'} fetched again.`,
  forget: 'Take it off the list',
  reconnecting: 'The connection broke; trying again…',
  progress: (loaded: string, total: string, rate: string | null, left: string | null) =>
    [`${loaded} of ${total}`, rate === null ? null : `${rate}/s`, left === null ? null : `${left} left`]
      .filter((part) => part !== null)
      .join(', '),
  seconds: (seconds: number) =>
    seconds < 90 ? `${String(Math.max(1, Math.round(seconds)))} s` : `${String(Math.round(seconds / 60))} min`,
  speed: (rate: number) => `${rate.toFixed(1)} tokens a second`,
  licence: 'Licence',

  compare: 'Side by side',
  compareAbout: 'One sentence, two engines, one after the other. Nothing is done with the answers.',
  first: 'First',
  second: 'Second',
  sentence: 'Sentence',
  sampleSentence: 'remind me to water the plants on friday at six',
  run: 'Compare',
  comparing: 'Comparing…',
  compared: (load: string, turn: string, rate: string) => `loaded in ${load}, answered in ${turn}, ${rate}`,

  own: 'A model of your own',
  ownWarning:
    'A model’s library is a program, and it runs in this page. Add one only from somebody you trust. Whatever it writes still passes the contract, the guard and the undo.',
  name: 'Name',
  modelAddress: 'Address of its folder (web-llm’s layout)',
  libraryAddress: 'Address of its library (.wasm)',
  add: 'Add it to the list',
  folder: 'Or a folder on this machine',
  folderAbout:
    'For web-llm: mlc-chat-config.json, tensor-cache.json, the tokenizer, the weights and one .wasm library. For transformers.js: config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx.',
  added: 'It is on the list.',

  server: 'A server on this machine',
  serverAbout:
    'Off unless you switch it on. Any program here that speaks OpenAI’s chat interface; localhost only. What you say and the titles it asks about go to that program.',
  serverAddress: 'Address',
  serverModel: 'Model (empty: its first)',
  switchOn: 'Switch on',
  switchOff: 'Switch off',

  stores: 'What is stored where',
  places: {
    tasks: 'Tasks, history and settings',
    app: 'The app itself, for offline use',
    embedded: 'Embedded models and runtimes',
    models: 'Models you fetched',
    unfinished: 'Downloads that are not finished',
  },
  problems: {
    address: 'That is not an address. It begins with https://.',
    notSecure: 'Only https:// can be used, or http:// on this machine.',
    noWorker: 'This page has no service worker yet. Reload it once, then try again.',
    notLocal: 'Only a server on this machine can be used: http://localhost or http://127.0.0.1.',
    name: 'Give it a name.',
    folder: 'That folder is not a model in web-llm’s layout, nor in transformers.js’s:',
    missing: (name: string) => `${name} is missing.`,
    noAdapter: 'Needs WebGPU, which this browser does not offer here.',
    noF16: 'Needs half precision (shader-f16), which this graphics card lacks.',
    noOwnModel: 'This browser brings no model of its own.',
    serverOff: 'Switched off; see below.',
    noRoom: (needed: string, free: string) => `Needs ${needed} of storage, and ${free} are free.`,
    muchMemory: (needed: string, has: string) =>
      `Needs about ${needed} of memory on the graphics card; the browser reports ${has} in all.`,
    smallBuffers: 'This graphics card takes small buffers only; the model may not start.',
    noSentences: 'It does not answer sentences.',
    answeredElse: 'It answered something else.',
    sameTwice: 'Choose two different ones.',
  },
};

export type ModelStrings = typeof en;
/** The words of the page "Models". */
export const modelStrings = inLanguage<ModelStrings>({ en, de });
