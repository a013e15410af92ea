import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Finding } from '../lab-event.ts';
import { writeLearningRows, writeNotebook } from './write-files.ts';

const round = { log: '', seconds: 1, score: null, accepted: false };
const rounds: Finding['rounds'] = [
  {
    ...round,
    idea: 'baseline',
    says: 'Every column as it is.',
    code: 'print("première")\n',
    score: 62,
    accepted: true,
    reflection: 'The score to beat: rmse 62.00.',
  },
  {
    ...round,
    idea: 'ratios',
    says: 'Amounts in proportion.',
    code: 'print(1 / 0)\n',
    log: 'Traceback (most recent call last):\nZeroDivisionError: division by zero',
    reflection: 'It did not run to its end.',
  },
  {
    ...round,
    idea: 'linear',
    says: 'A linear model.',
    code: 'print("line")\n',
    score: 57.5,
    accepted: true,
    reflection: 'Kept: rmse 62.00 → 57.50.',
  },
];
const finding: Finding = {
  kind: 'regress',
  subject: 'target',
  metric: 'rmse',
  why: '',
  stopped: false,
  scores: [],
  rounds,
  checks: [],
  passages: [],
  solution: '',
  packages: 'ydf',
  seconds: 1,
  secondsToFirst: 1,
};

it('writes the rows that training/llm reads', () => {
  const fixture = new URL('../../../training/llm/fixtures/lab_rounds.jsonl', import.meta.url);
  expect(writeLearningRows(finding)).toBe(readFileSync(fixture, 'utf8'));
});

it('writes a notebook whose rounds find the rows that they were tried on; a summary has none', () => {
  const codeOf = (kind: Finding['kind']) => {
    const { cells } = JSON.parse(writeNotebook({ ...finding, kind })) as {
      cells: { cell_type: string; source: string[] }[];
    };
    return cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
  };
  expect(codeOf('regress')[0]).toBe('%pip install ydf');
  expect(codeOf('regress')[1]).toContain('zipfile.ZipFile("model.zip")');
  expect(codeOf('regress')[2]).toBe('print("première")\n');
  expect(codeOf('summarize')[1]).toBe('print("première")\n');
});
