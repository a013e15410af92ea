/**
 * npm run lab -- --data FILE.csv|.jsonl|.txt --task auto|classify|regress|forecast|tag|summarize [--target COLUMN]
 *   [--time COLUMN --horizon N] [--goal "text"] [--metric accuracy|auc|f1|rmse|log-rmse|mae|r2] --out DIR [--minutes N]
 *   [--engine playbook] [--predict FILE] [--seed N]
 *
 * Runs the Lab of the built app in a headless browser. Progress goes to stderr; report.html, solution.py, notebook.ipynb,
 * model.zip, metrics.json, rounds.jsonl and, with --predict, predictions.csv go to DIR.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LabOrder } from '../src/automation/lab-door.ts';
import type { LabEvent } from '../src/lab/lab-event.ts';
import type { LabKind, Metric } from '../src/lab/plan.ts';
import { openBuiltApp } from './built-app.ts';
import { fail } from './fail.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    csv: { type: 'string' },
    task: { type: 'string', default: 'auto' },
    target: { type: 'string' },
    time: { type: 'string' },
    horizon: { type: 'string' },
    goal: { type: 'string', default: '' },
    metric: { type: 'string' },
    out: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    engine: { type: 'string', default: 'playbook' },
    predict: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const data = values.data ?? values.csv ?? fail('Name the table: --data FILE.csv');
const out = values.out ?? fail('Name a folder for the results: --out DIR');
if (values.engine !== 'playbook') fail(`There is no engine "${values.engine}" for the Lab. There is "playbook".`);
const order: LabOrder = {
  data: fileOf(data),
  predict: values.predict === undefined ? null : fileOf(values.predict),
  request: {
    goal: values.goal,
    task: oneOf<'auto' | LabKind>('task', values.task, ['auto', 'classify', 'regress', 'forecast', 'tag', 'summarize']),
    target: values.target ?? null,
    time: values.time ?? null,
    horizon: values.horizon === undefined ? null : numberOf('horizon', values.horizon),
    metric:
      values.metric === undefined
        ? null
        : oneOf<Metric>('metric', values.metric, ['accuracy', 'auc', 'f1', 'rmse', 'log-rmse', 'mae', 'r2']),
    seed: numberOf('seed', values.seed),
    minutes: numberOf('minutes', values.minutes),
  },
};

const app = await openBuiltApp();
try {
  await app.page.exposeFunction('errandLabEvent', report);
  const outcome = await app.page.evaluate(
    (given) =>
      globalThis.errandAutomation.lab(given, (event) => {
        globalThis.errandLabEvent(event);
      }),
    order,
  );
  if (!outcome.ok) {
    process.stderr.write(`${outcome.message}\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(out, { recursive: true });
    for (const { name, base64 } of outcome.value) writeFileSync(join(out, name), Buffer.from(base64, 'base64'));
    process.stderr.write(`Written to ${out}: ${outcome.value.map(({ name }) => name).join(', ')}\n`);
  }
} finally {
  await app.close();
}

function report(event: LabEvent): void {
  if (event.kind === 'said') process.stderr.write(`[${event.role}] ${event.text}\n`);
  else if (event.kind === 'round_ended') {
    process.stderr.write(`  ${event.round.idea}: ${event.round.reflection} (${event.round.seconds.toFixed(1)} s)\n`);
  }
}

function fileOf(path: string): { name: string; base64: string } {
  return { name: basename(path), base64: readFileSync(path).toString('base64') };
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  return Number.isFinite(number) && number > 0 ? number : fail(`--${name} is a number above 0, not "${text}".`);
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  return found ?? fail(`--${name} is one of ${choices.join(', ')}, not "${text}".`);
}

declare global {
  var errandLabEvent: (event: LabEvent) => void;
}
