import type { RunId } from '../../core/plan.ts';
import { viewRun, type RunView } from '../../core/run-view.ts';
import type { SavedRun } from '../app.ts';
import { lineOf } from '../run/run-words.ts';

export type HistoryLine = {
  runId: RunId;
  at: string;
  text: string;
  final: string;
  origin: RunView['origin'];
  undone: boolean;
  undoable: boolean;
};

/** How many runs an undo to before the given one takes back; 0 where it has nothing left to take back. */
export function stepsBackTo(runs: readonly Pick<SavedRun, 'runId' | 'undoable' | 'undone'>[], runId: RunId): number {
  const index = runs.findIndex((run) => run.runId === runId);
  const wanted = runs[index];
  if (wanted === undefined || !wanted.undoable || wanted.undone) return 0;
  return runs.slice(0, index + 1).filter(({ undoable, undone }) => undoable && !undone).length;
}

export function summarise(run: SavedRun): HistoryLine {
  const view = viewRun(run.events);
  return {
    runId: run.runId,
    at: run.at,
    text: run.text,
    final: lineOf(view),
    origin: view.origin,
    undone: run.undone,
    undoable: run.undoable,
  };
}
