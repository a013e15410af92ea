import type { YesNoHead } from '../../core/judgement.ts';
import { inLanguage } from '../language.ts';
import type { Answer } from './disagreements.ts';
import { de } from './strings.de.ts';

const en = {
  about:
    'What the guard and the agent have learnt from: a sample of their training rows, what you have put right, and the labels that you set yourself. All of it stays in this browser; the export is a file that training takes in.',
  loading: 'Reading the sample…',
  sets: { label: 'Rows', guard: 'Guard’s training', agent: 'Agent’s training', own: 'Labelled by you' },
  count: (count: number) => (count === 1 ? '1 row' : `${String(count)} rows`),
  noOwn: 'You have labelled nothing yet. Open any row, or write a text of your own, set its heads and keep it.',
  write: 'Label a text of your own',
  licence: (licence: string) => `The sample is ${licence} as a whole. Sources:`,
  credits: 'Licences and credits',
  credit: (name: string, licence: string, credit: string) => `${name}: ${licence}, ${credit}`,

  balance: 'Balance',
  byCategory: 'By category',
  bySource: 'By source',
  head: 'Head',
  answer: { yes: 'Yes', no: 'No', open: 'Not said' },
  rest: (count: number, rows: number) => `${String(count)} more, ${String(rows)} rows`,

  check: 'Against the model',
  checkAbout:
    'The guard in this tab judges the rows: where it disagrees with the label, one of the two is wrong. Its sentence vectors show rows that say nearly the same.',
  judge: (count: number) => `Judge ${String(count)} rows`,
  judgeMore: (count: number) => `Judge ${String(count)} more`,
  stop: 'Stop',
  judged: (count: number, all: number) => `${String(count)} of ${String(all)} rows judged`,
  noGuard: 'There is no guard here: its files could not be fetched.',
  disagree: (count: number) => `Disagreements: ${String(count)}`,
  flagged: (count: number) => `Would be asked about or refused: ${String(count)}`,
  agrees: 'Label and model agree on every row that was judged.',
  said: (head: string, said: string, found: string) => `${head}: label ${said}, model ${found}`,
  duplicates: (count: number) => `Near-duplicates: ${String(count)} pairs`,
  lookFor: 'Look for near-duplicates',
  looking: 'Comparing…',
  likeness: 'As near as',
  noPairs: 'No two of the judged rows are that near.',
  more: (count: number) => `Show ${String(count)} more`,

  rows: 'All rows',
  find: 'Find in the rows',
  none: 'No row fits.',

  row: 'One row',
  text: 'Text: change a word and see the heads move',
  from: (source: string, category: string, labelSource: string) => `${source} · ${category} · label: ${labelSource}`,
  before: 'As it was',
  now: 'Now',
  label: 'Your label',
  risk: 'Risk',
  answers: { yes: 'yes', no: 'no', Low: 'Low', Medium: 'Medium', High: 'High' } satisfies { [Name in Answer]: string },
  heads: {
    feasible: 'Feasible',
    legal: 'Legal',
    ethical: 'Ethical',
    reversible: 'Reversible',
    limited: 'Beyond a boundary',
  } satisfies { [Head in YesNoHead]: string },
  keep: 'Keep this label',
  kept: 'Kept. It is among the rows labelled by you.',
  remove: 'Remove this label',
  exportOwn: 'Export as JSONL',
  exportAbout: 'Training takes the file in with “python -m training.guard.prepare --own FILE.jsonl”.',
  fileName: 'errand-labels.jsonl',
  category: 'own',
};

export type DataStrings = typeof en;
/** The words of the page "Data". Rows, their groups and their sources are shown as the sample has them. */
export const dataStrings: DataStrings = inLanguage({ en, de });
