import type { Plan } from './plan.ts';
import linear from './python/linear.py?raw';
import solution from './python/solution.py?raw';
import type { Table } from './table.ts';

const marker = /^# part: (\w+)\n/gm;

/** The script's parts by name, as the Python files mark them. */
const parts = new Map<string, string>(
  `${solution}\n${linear}`
    .split(/^(?=# part: )/m)
    .map((text): [string, string] => [/^# part: (\w+)/.exec(text)?.[1] ?? '', text.replace(marker, '').trimEnd()]),
);

function part(name: string): string {
  const text = parts.get(name);
  if (text === undefined) throw new Error(`The script has no part ${name}`);
  return text;
}

/** Steps that stand on another's helpers. */
const needs: { [step: string]: string[] } = { lags: ['date_parts'] };

/** The Python of a plan: only the steps that it takes. `rest` is what is done with them. */
function compose(plan: Plan, heading: string, names: readonly string[], form: object): string {
  const steps = [...new Set(plan.steps.flatMap(([step]) => [...(needs[step] ?? []), step]))];
  const { written = {}, ...rest } = plan;
  const data = JSON.stringify(rest, null, 1);
  return [
    `"""${heading.replace(/["\\]/g, "'")}"""`,
    part('base'),
    // A raw string that no name of a column can end: quotes in JSON strings are escaped as \u0027.
    `PLAN = json.loads(r'''${data.replace(/'/g, '\\u0027')}''')\nFORM = ${pythonOf(form)}`,
    ...steps.map((step) =>
      written[step] === undefined ? part(step) : `${written[step].trim()}\n\n\nstep_${step} = step`,
    ),
    ...(plan.models.some(([kind]) => kind === 'linear') ? [part('linear')] : []),
    part('model'),
    ...names.map(part),
    '',
  ].join('\n\n\n');
}

function pythonOf(form: object): string {
  return JSON.stringify(form);
}

/** One round: predictions of every row by models that have not seen it, into a file. */
export function writeRound(plan: Plan, title: string, table = 'rounds.csv', folds = 'folds.json'): string {
  return `${compose(plan, title, ['validate'], {})}
with open("${folds}") as file:
    FOLDS = json.load(file)
with open("made.json", "w") as file:
    json.dump(validate("${table}", PLAN, FOLDS), file)
`;
}

/** The last run: learns from all training rows, saves the models and predicts what it is given. */
export function writeFinish(plan: Plan, title: string, paths: readonly string[], out: string): string {
  return `${compose(plan, title, ['finish'], {})}
models, made = predict_tables("train.csv", ${JSON.stringify(paths)}, PLAN)
for index, (kind, model) in enumerate(models):
    model.save(f"${out}/{index}_{kind}")
with open("${out}.json", "w") as file:
    json.dump({"made": made, "importances": models[0][1].variable_importances()}, file)
`;
}

/** What a person takes home: runs on any desktop with Python and \`pip install ydf\`. */
export function writeSolution(
  plan: Plan,
  title: string,
  table: Pick<Table, 'delimiter' | 'encoding'>,
  packages: readonly string[] = [],
): string {
  const encoding = table.encoding === 'utf-8' ? 'utf-8-sig' : table.encoding === 'windows-1252' ? 'cp1252' : 'utf-16';
  const usage = `${title}\n\nNeeds: pip install ${['ydf', ...packages].join(' ')}\nRun:   python solution.py train.csv new.csv predictions.csv\n`;
  return compose(plan, usage, ['finish', 'main'], { delimiter: table.delimiter, encoding });
}
