import JSZip from 'jszip';
import Papa from 'papaparse';
import { findingOf, type Finding, type LabEvent, type LabResult, type NamedScore } from '../lab-event.ts';
import type { LabFile } from '../lab-session.ts';
import type { Prediction } from '../plan.ts';
import { roles } from '../roles/roles.ts';
import { largest } from '../score.ts';
import { scoreText } from '../sentences.ts';
import type { Drawing } from './plots.ts';
import { scoreWords, words } from './words.ts';

/** What every run leaves: the report, the script, the notebook, the metrics and the rows to learn from. */
export async function writeFiles(
  finding: Finding,
  events: readonly LabEvent[],
  drawings: readonly Drawing[],
  notes: readonly string[],
): Promise<LabFile[]> {
  const { writeReport } = await import('./write-report.ts');
  return [
    { name: 'report.html', type: 'text/html', content: writeReport(finding, events, drawings, notes) },
    { name: 'solution.py', type: 'text/x-python', content: finding.solution },
    { name: 'notebook.ipynb', type: 'application/json', content: writeNotebook(finding) },
    { name: 'metrics.json', type: 'application/json', content: writeMetrics(finding) },
    { name: 'rounds.jsonl', type: 'application/jsonl', content: writeLearningRows(finding) },
  ];
}

/** `metrics.json`, in the format of docs/commands.md. */
export function writeMetrics(finding: Finding): string {
  const { kind, subject, metric, scores, rounds, checks, seconds, secondsToFirst, stopped } = finding;
  const score = (name: NamedScore['name']) => scores.find((one) => one.name === name);
  const metrics = {
    task: kind,
    target: subject,
    metric,
    cv: score('cv')?.value ?? null,
    cvError: score('cv')?.error ?? null,
    holdout: (score('holdout') ?? score('coverage'))?.value ?? null,
    holdoutError: score('holdout')?.error ?? null,
    baseline: (score('guess') ?? score('opening'))?.value ?? null,
    plain: score('plain')?.value ?? null,
    rounds: rounds.map(({ idea, score, accepted, reflection }) => ({ idea, score, accepted, reflection })),
    checks,
    seconds,
    secondsToFirst,
    stopped,
  };
  return `${JSON.stringify(metrics, null, 2)}\n`;
}

/** `predictions.csv`: rows from 0 in the order of the file. */
export function writePredictions({ plan }: LabResult, predictions: readonly Prediction[]): string {
  const isClass = plan.task === 'classify';
  const fields = ['row', 'prediction', ...(isClass ? plan.classes.map((name) => `p_${name}`) : [])];
  const data = predictions.map((prediction, row) =>
    typeof prediction === 'number' ? [row, prediction] : [row, plan.classes[largest(prediction)] ?? '', ...prediction],
  );
  // A class may be any text, so what a spreadsheet would run is quoted.
  return `${Papa.unparse({ fields, data }, { newline: '\n', escapeFormulae: /^[=@\t\r]/ })}\n`;
}

/** `predictions.csv` of a tagger: the tags of each sentence, with spaces between. */
export function writeTags(tags: readonly (readonly string[])[]): string {
  const data = tags.map((each, row) => [row, each.join(' ')]);
  return `${Papa.unparse({ fields: ['row', 'prediction'], data }, { newline: '\n', escapeFormulae: /^[=@\t\r]/ })}\n`;
}

/** The rounds' scripts read the rows that they were tried on, which model.zip holds. */
const unpack = `import zipfile

with zipfile.ZipFile("model.zip") as archive:
    for name in ("rounds.csv", "folds.json", "vectors.json"):
        if name in archive.namelist():
            archive.extract(name)`;

export function writeNotebook(finding: Finding): string {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const markdown = (text: string) => ({ cell_type: 'markdown', metadata: {}, source: lines(text) });
  const code = (text: string, output = '') => ({
    cell_type: 'code',
    metadata: {},
    execution_count: null,
    source: lines(text),
    outputs: output === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: lines(output) }],
  });
  const isTable = finding.kind !== 'tag' && finding.kind !== 'summarize';
  const cells = [
    markdown(
      [
        `# ${finding.subject}`,
        finding.why,
        ...finding.scores.map((score) => `- ${scoreWords[score.name]}: ${finding.metric} ${scoreText(score)}`),
      ].join('\n'),
    ),
    ...(finding.packages === '' ? [] : [code(`%pip install ${finding.packages}`)]),
    ...(isTable ? [markdown(words.unpack), code(unpack)] : []),
    ...finding.rounds.flatMap((round) => [
      markdown(`## ${round.says}\n${round.reflection}`),
      code(round.code, round.log),
    ]),
    markdown('## The solution'),
    code(finding.solution),
  ];
  const kernel = { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } };
  return `${JSON.stringify({ cells, metadata: kernel, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Finished rounds as rows to learn from: what was asked, the code that was written, how it did. */
export function writeLearningRows(finding: Finding): string {
  const prompt = roles.find(({ id }) => id === 'coder')?.prompt ?? '';
  const rows = finding.rounds.map(({ says, code, score, accepted, reflection, log }) => ({
    instruction: `${prompt}\n\nTarget: ${finding.subject}. Metric: ${finding.metric}. Idea: ${says}`,
    code,
    score,
    metric: finding.metric,
    accepted,
    reflection,
    ...(score === null ? { error: log } : {}),
  }));
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Nothing was trained for a summary: the script and what it made. */
export async function zipText(finding: Finding, summary: string): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('summary.txt', summary);
  zip.file('solution.py', finding.solution);
  zip.file('metrics.json', writeMetrics(finding));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The trained forests, each in a folder that `ydf.load_model` reads, with the script that makes their columns. */
export async function zipModels(result: LabResult): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const { path, bytes } of result.models) zip.file(path, bytes);
  zip.file('solution.py', result.solution);
  zip.file('metrics.json', writeMetrics(findingOf(result)));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
