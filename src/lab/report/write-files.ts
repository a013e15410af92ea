import JSZip from 'jszip';
import Papa from 'papaparse';
import type { LabResult } from '../lab-event.ts';
import type { Prediction } from '../plan.ts';
import { roles } from '../roles/roles.ts';
import { largest } from '../score.ts';
import { formatScore } from '../sentences.ts';

/** `metrics.json`, in the format of docs/commands.md. */
export function writeMetrics(result: LabResult): string {
  const { task, metric, cv, cvError, holdout, holdoutError, baseline, plain, rounds, seconds, secondsToFirst } = result;
  const metrics = {
    task: task.kind,
    target: task.target,
    metric,
    cv,
    cvError,
    holdout,
    holdoutError,
    baseline,
    plain,
    rounds: rounds.map(({ idea, score, accepted, reflection }) => ({ idea, score, accepted, reflection })),
    checks: result.checks,
    seconds,
    secondsToFirst,
    stopped: result.stopped,
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

export function writeNotebook(result: LabResult): string {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const markdown = (text: string) => ({ cell_type: 'markdown', metadata: {}, source: lines(text) });
  const code = (text: string, output = '') => ({
    cell_type: 'code',
    metadata: {},
    execution_count: null,
    source: lines(text),
    outputs: output === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: lines(output) }],
  });
  const cells = [
    markdown(
      `# ${result.task.target}\n${result.task.why}\n\nHold-out ${result.metric}: ${formatScore(result.holdout)}`,
    ),
    code('%pip install ydf'),
    ...result.rounds.flatMap((round) => [
      markdown(`## ${round.says}\n${round.reflection}`),
      code(round.code, round.log),
    ]),
    markdown('## The solution'),
    code(result.solution),
  ];
  const kernel = { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } };
  return `${JSON.stringify({ cells, metadata: kernel, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Finished rounds as rows to learn from: what was asked, the code that was written, how it did. */
export function writeLearningRows(result: LabResult): string {
  const prompt = roles.find(({ id }) => id === 'coder')?.prompt ?? '';
  const rows = result.rounds.map(({ says, code, score, accepted, reflection, log }) => ({
    instruction: `${prompt}\n\nTarget: ${result.task.target}. Metric: ${result.metric}. Idea: ${says}`,
    code,
    score,
    metric: result.metric,
    accepted,
    reflection,
    ...(score === null ? { error: log } : {}),
  }));
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The trained forests, each in a folder that `ydf.load_model` reads, with the script that makes their columns. */
export async function zipModels(result: LabResult): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const { path, bytes } of result.models) zip.file(path, bytes);
  zip.file('solution.py', result.solution);
  zip.file('metrics.json', writeMetrics(result));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
