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
  packages: {
    title: 'numpy, pandas and scikit-learn',
    about:
      'Never needed. Where a language model writes the steps, its Python may import what is fetched here; the rules do without.',
    purpose: (name: string): string =>
      ({
        numpy: 'arrays and fast arithmetic on them',
        pandas: 'tables: grouping, joining, dates',
        'scikit-learn': 'models, clusters and ways to prepare columns',
      })[name] ?? '',
    brings: (names: string) => `brings ${names}`,
    comesFrom: (pyodide: string, host: string) =>
      `From Pyodide’s own distribution, version ${pyodide}, at ${host}. Each file is checked against the hash that is part of this app, kept in this browser and works offline from then on.`,
    allowAbout: (host: string) =>
      `To fetch them, this page must be allowed to connect to ${host}. That host will see your address on the network, and nothing of your data. Nothing has been asked of it yet.`,
    offline: 'You are offline. They can be fetched when you are online again.',
    none: 'Choose at least one.',
    kept: 'Kept',
    missing: (name: string) => `The run used ${name}, which is not kept here any more. Fetch it again and go on.`,
  },
  packageTrouble: (_code: string, message: string) => message,
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
