import type { Call } from '../../core/call.ts';
import type { CallResult, ExportFormat } from '../../core/plan.ts';
import type { ReadableCall } from '../../core/readable-call.ts';
import type { RunView } from '../../core/run-view.ts';
import { sentences } from '../sentences.ts';
import { strings } from '../strings.ts';

const readingKinds: readonly CallResult['kind'][] = ['listing', 'found', 'summary', 'suggestion', 'exported', 'help'];

/** Whether the run changed tasks, so that its card offers Undo. */
export function hasChanged(run: RunView): boolean {
  return (
    run.phase === 'done' && run.results.some((result) => !readingKinds.includes(result.kind) && !isHistory(result))
  );
}

/** Whether the run took others back or did them again. */
export function hasUndone(run: RunView): boolean {
  return run.phase === 'done' && run.results.some((result) => result.kind === 'undone');
}

function isHistory(result: CallResult): boolean {
  return result.kind === 'undone' || result.kind === 'redone';
}

/** The one line of the card: what was done, or where the run stands. */
export function lineOf(run: RunView): string {
  if (run.final !== null && run.final !== '') return run.final;
  if (run.failure !== null && run.failure.message !== '') return run.failure.message;
  if (run.phase === 'asking' && run.question !== null)
    return sentences.question[run.question.reason](run.question.phrase);
  if (run.phase === 'confirming' && run.judgement?.reason === 'unsure') return strings.run.guess;
  return strings.phase[run.phase];
}

export function isEnded(run: RunView): boolean {
  return run.final !== null || ['done', 'declined', 'stopped', 'failed'].includes(run.phase);
}

/** A call as one line of the contract, for the trace only. */
export function writtenCall(call: Call | ReadableCall): string {
  const args = Object.entries(call.args).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${call.tool}(${args.join(', ')})`;
}

/** The sentence was fine and the model was not, so it is offered to be said again. */
export function canSayAgain({ failure }: RunView): boolean {
  const ofTheModel = ['engine_fell_back', 'engine_failed', 'engine_unavailable', 'model_missing', 'model_corrupt'];
  return failure !== null && [...ofTheModel, 'too_many_rounds', 'unexpected'].includes(failure.code);
}

export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}

export function milliseconds(ms: number, locale: string): string {
  const inSeconds = ms >= 1000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: inSeconds ? 'second' : 'millisecond',
    unitDisplay: 'short',
    maximumFractionDigits: inSeconds ? 1 : 0,
  }).format(inSeconds ? ms / 1000 : ms);
}

function megabytes(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / 1e6);
}

/** "12.3 MB of 24.8 MB, 50%". */
export function progressWords(loadedBytes: number, totalBytes: number, locale: string): string {
  const share = percent(loadedBytes / totalBytes, locale);
  return strings.engine.progress(megabytes(loadedBytes, locale), megabytes(totalBytes, locale), share);
}

export const mediaTypes: { [Format in ExportFormat]: string } = {
  json: 'application/json',
  csv: 'text/csv',
  ics: 'text/calendar',
  md: 'text/markdown',
};
