import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

/** Every word of shared links. */
export const en = {
  tryTitle: 'Somebody sent you a sentence to try',
  tryAbout:
    'Nothing has been done with it. It can be tried in an empty list of its own, which is thrown away afterwards; your tasks are not touched.',
  runTitle: 'Somebody sent you a run to look at',
  runAbout:
    'This is a record, as the link tells it. Nobody has checked that it happened, and nothing of it is done here.',
  broken: 'This link cannot be read',
  said: 'What was said',
  raw: 'What the model wrote',
  calls: 'What it called',
  verdict: 'The guard',
  final: 'What came of it',
  engine: (name: string) => `Engine: ${name}`,
  tryIt: 'Try it in a list of its own',
  tryAgain: 'Try it again',
  tryThis: 'Try the sentence yourself',
  stop: 'Stop',
  working: 'Working…',
  tasksAfter: 'The list of its own afterwards',
  noTasks: 'Nothing is in it.',
  done: 'done',
  toTasks: 'To your tasks',

  share: 'Share this run',
  shareAbout: 'The link holds these words of yours. Whoever has it can read them; nothing else of your tasks is in it.',
  toolong: 'This run is too long for a link.',
  link: 'Link',
  copy: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'The browser did not let the link be copied. Mark it and copy it by hand.',
};

export type ShareStrings = typeof en;
export const shareStrings: ShareStrings = inLanguage({ en, de });
