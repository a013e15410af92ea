/**
 * npm run score -- --rows FILE.jsonl --answers FILE.jsonl [--failures FILE.jsonl]
 *
 * Scores the output of `npm run ask` against rows in the evaluation format (docs/commands.md), with the one metrics
 * module. Prints figures only; failures go to a file if one is named, which is not done for a held-out set.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { answerRowSchema, evaluationRowSchema } from '../src/proof/evaluation-row.ts';
import { riskCoverage, thresholdFor } from '../src/proof/risk-coverage.ts';
import { scoreRow, summarizeScores, type AgentScore, type TurnScore } from '../src/proof/score-agent.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string' }, answers: { type: 'string' }, failures: { type: 'string' } },
});
if (values.rows === undefined || values.answers === undefined)
  throw new Error('--rows FILE and --answers FILE are needed.');

const rows = readLines(values.rows).map((line) => v.parse(evaluationRowSchema, line));
const answers = new Map(
  readLines(values.answers)
    .map((line) => v.parse(answerRowSchema, line))
    .map((answer) => [answer.id, answer]),
);
const scores = rows.flatMap((row) => scoreRow(row, answers.get(row.id)));

print('all', summarizeScores(scores));
for (const kind of [...new Set(scores.map((score) => score.kind))].sort()) {
  print(kind, summarizeScores(scores.filter((score) => score.kind === kind)));
}
process.stdout.write(
  '\nrisk and coverage (threshold, share kept, wrong among them; the same without turns in which the app asked back)\n',
);
for (const point of riskCoverage(scores, [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99])) {
  process.stdout.write(
    `  ${point.threshold.toFixed(2)}  ${percent(point.coverage)}  ${percent(point.risk)}  ${percent(point.acted.coverage)}  ${percent(point.acted.risk)}\n`,
  );
}
process.stdout.write(`lowest threshold with at most 2 % wrong: ${String(thresholdFor(scores, 0.02) ?? 'none')}\n`);
if (values.failures !== undefined)
  writeFailures(
    values.failures,
    scores.filter((score) => !score.exact),
  );

function readLines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

function print(name: string, score: AgentScore): void {
  const figures = [
    `format ${percent(score.formatValidity)}`,
    `tools ${percent(score.toolSelection)}`,
    `title ${percent(score.titleMatch)}`,
    `due ${percent(score.dueMatch)}`,
    `exact ${percent(score.exactTurn)}`,
    `none P ${percent(score.nonePrecision)} R ${percent(score.noneRecall)}`,
  ];
  process.stdout.write(`${name.padEnd(12)} ${String(score.turns).padStart(5)} turns  ${figures.join('  ')}\n`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}

function writeFailures(file: string, failed: readonly TurnScore[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = failed.map(({ id, turn, kind, tools, confidence }) => {
    const row = byId.get(id);
    const output = answers.get(id)?.turns[turn];
    return JSON.stringify({
      id,
      kind,
      tools,
      confidence,
      turns: row?.turns.slice(0, turn + 1),
      expect: row?.expect[turn],
      got: output?.proposed ?? output?.resolved,
      asks: output?.asks,
      error: output?.error?.code,
      raw: output?.raw,
    });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
}
