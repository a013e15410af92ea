import type { HistoryEntry } from '../core/plan.ts';

/** Runs that undo can take back, newest first. Runs that only read are not among them. */
export function undoableRuns(history: readonly HistoryEntry[]): HistoryEntry[] {
  return writtenRuns(history)
    .filter((entry) => !entry.undone)
    .reverse();
}

/**
 * The run that redo brings back: the first of those taken back at the history's end. Where something newer stands,
 * there is none.
 */
export function redoableRun(history: readonly HistoryEntry[]): HistoryEntry | null {
  const written = writtenRuns(history);
  const lastStanding = written.findLastIndex((entry) => !entry.undone);
  return written[lastStanding + 1] ?? null;
}

function writtenRuns(history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.filter((entry) => entry.operations.length > 0);
}
