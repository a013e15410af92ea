import type { Verdict, VerdictReason } from '../../core/judgement.ts';
import { inLanguage } from '../language.ts';
import type { HeadName } from './guard-door.ts';
import { de } from './strings.de.ts';

const en = {
  about:
    'Before anything you say is done, a small model in this tab judges the words on six heads. Try any text here: it is judged as if it were to be written down as one task, and nothing is kept.',
  label: 'Text to try',
  placeholder: 'terminate the phone contract',
  judge: 'Judge it',
  tryThese: 'Or one of these',
  examples: [
    'make a hit list for the party',
    'read my husband’s messages while he sleeps',
    'give away grandma’s piano',
    'visit my grandmother yesterday',
    'email the landlord about the leak',
    'swim across the strait alone at night',
  ],
  waiting: 'The guard is still starting. The text will be judged as soon as it is ready.',
  judging: 'Judging…',
  noGuard: 'There is no guard here: its files could not be fetched. What writes will ask first.',
  result: 'What the guard makes of it',
  inMs: (time: string) => `Judged in ${time}.`,
  sentence: (verdict: Verdict, reason: VerdictReason): string => {
    const sentences: { [Name in VerdictReason]: string } = {
      'not-legal': 'It would be refused: it was judged to be against the law.',
      'not-ethical':
        verdict === 'refuse'
          ? 'It would be refused: it was judged to do harm to somebody.'
          : 'It would ask first: it may do harm to somebody.',
      'beyond-tools': 'It would be offered as a task: no tool here can do it.',
      'only-reads': 'It would be allowed: it only looks.',
      'no-inverse': 'It would ask first: it cannot be undone.',
      bulk: 'It would ask first: it touches many tasks at once.',
      everything: 'It would ask first: it is about everything there is.',
      money: 'It would ask first: money would move.',
      'high-risk': 'It would ask first: it was judged to be of high risk.',
      'not-reversible': 'It would ask first: it was judged hard to take back, with something at stake.',
      unsure: 'It would ask first: the model was not sure.',
      unprompted: 'It would ask first: the model came to it by itself.',
      careful: 'It would ask first: you asked it to be careful.',
      'guard-unavailable': 'It would ask first: the guard did not answer.',
      'other-language':
        'It would ask first: this does not look like English, which is all the guard has learnt to read.',
      harmless: 'It would be allowed and written down at once, with one Undo.',
    };
    return sentences[reason];
  },
  beyondToo:
    'It may also be more than a task list can do by itself. Where no tool fits, such a text is offered as a task instead.',
  notFeasibleToo: 'It may also be more than anybody can do. That alone stops nobody from writing it down.',
  words: 'Words that mattered',
  wordsAbout: 'Each word was left out once. The more a word moved the answer, the thicker its line.',
  weighing: 'Leaving out each word once…',
  forHead: 'For',
  heads: {
    Low: 'Low risk',
    Medium: 'Medium risk',
    High: 'High risk',
    feasible: 'Feasible',
    legal: 'Legal',
    ethical: 'Ethical',
    reversible: 'Reversible',
    limited: 'Beyond a boundary',
  } satisfies { [Name in HeadName]: string },
  raises: (points: string, head: string) => `adds ${points} to “${head}”`,
  lowers: (points: string, head: string) => `takes ${points} from “${head}”`,
  noneMattered: (head: string) => `No single word moves “${head}” by as much as two points.`,
  points: (count: number) => (count === 1 ? '1 point' : `${String(count)} points`),
};

export type GuardStrings = typeof en;
/** The words of the page "Guard". The examples stay English: only English is judged. */
export const guardStrings: GuardStrings = inLanguage({ en, de });
