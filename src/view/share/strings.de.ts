import type { ShareStrings } from './strings.ts';

export const de: ShareStrings = {
  tryTitle: 'Jemand hat dir einen Satz zum Ausprobieren geschickt',
  tryAbout:
    'Damit ist noch nichts geschehen. Er lässt sich in einer leeren Liste für sich ausprobieren, die danach verworfen wird; deine Aufgaben bleiben unberührt.',
  runTitle: 'Jemand hat dir einen Lauf zum Ansehen geschickt',
  runAbout:
    'Das ist eine Aufzeichnung, so wie der Link sie erzählt. Ob es so war, hat niemand geprüft, und hier wird nichts davon getan.',
  broken: 'Dieser Link lässt sich nicht lesen',
  said: 'Was gesagt wurde',
  raw: 'Was das Modell schrieb',
  calls: 'Was es aufrief',
  verdict: 'Der Wächter',
  final: 'Was daraus wurde',
  engine: (name) => `Modell: ${name}`,
  tryIt: 'In einer Liste für sich ausprobieren',
  tryAgain: 'Noch einmal ausprobieren',
  tryThis: 'Den Satz selbst ausprobieren',
  stop: 'Anhalten',
  working: 'Läuft …',
  tasksAfter: 'Die Liste für sich danach',
  noTasks: 'Es ist nichts darin.',
  done: 'erledigt',
  toTasks: 'Zu deinen Aufgaben',

  share: 'Diesen Lauf teilen',
  shareAbout:
    'Der Link enthält diese Worte von dir. Wer ihn hat, kann sie lesen; sonst ist nichts von deinen Aufgaben darin.',
  toolong: 'Dieser Lauf ist zu lang für einen Link.',
  link: 'Link',
  copy: 'Link kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser ließ den Link nicht kopieren. Markiere ihn und kopiere ihn von Hand.',
};
