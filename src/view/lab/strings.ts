import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

const en = {
  about:
    'Drop a table and say what you want to know: five roles plan, write Python, run it in this tab, reflect and try again. Tagged sentences become a finder of names; a document gets a summary, with names and contacts masked first. Nothing leaves the page.',
  file: 'Table or text (CSV, JSONL or TXT)',
  dropHere: 'Drop a file here, or choose one.',
  goal: 'What do you want to know?',
  goalHint: 'For example: predict the sale price · which passengers survived? · forecast traffic for the next week',
  target: 'Column to predict',
  targetAuto: 'From the question',
  minutes: 'Minutes to try',
  byModel: (id: string) => `Let ${id} write the steps; what wins is still decided by cross-validation`,
  start: 'Start',
  stop: 'Stop with the best so far',
  starting: 'Starting Python; the first time takes a few seconds.',
  stopping: 'Stopping; the report comes with the best so far.',
  wrapping: 'The last models are being trained; this takes as long as a few rounds.',
  timeLeft: (seconds: number) => `About ${String(Math.ceil(seconds))} seconds left for trying.`,
  rows: (rows: number, columns: number) => `${String(rows)} rows, ${String(columns)} columns`,
  sentences: (sentences: number, types: number) =>
    `${String(sentences)} tagged sentences, ${String(types)} types of entities`,
  document: (words: number) => `A document of ${String(words)} words, to be summarised`,
  brokenOff: 'A run was broken off',
  brokenOffText: (name: string, rounds: number) =>
    `The run on ${name} was broken off after ${String(rounds)} ${rounds === 1 ? 'round' : 'rounds'}.`,
  bestSoFar: (score: string) => `Best so far: ${score}.`,
  goOn: 'Go on with it',
  forget: 'Forget it',
  roles: 'What the roles say',
  rounds: 'Rounds',
  code: 'Code',
  kept: 'Kept',
  rejected: 'Rejected',
  running: 'Running',
  result: 'Result',
  scores: {
    holdout: 'On rows never seen',
    cv: 'In cross-validation',
    plain: 'The first, plain model',
    guess: 'A guess without looking',
    coverage: 'How near the document lies to its summary',
    opening: 'Its first sentences instead',
  },
  checks: 'Checked by the Verifier',
  holds: 'Holds',
  fails: 'Does not hold',
  downloads: 'Take home',
  seconds: (seconds: number) => `${seconds.toFixed(1)} s`,
};

export type LabStrings = typeof en;
/** The words of the Lab's page. What the roles say and the report are in English, as they are written. */
export const labStrings: LabStrings = inLanguage({ en, de });
