import { invertOperations, operationsFit } from '../core/operation.ts';
import { failure, success } from '../core/outcome.ts';
import { defineTool, int } from './define-tool.ts';
import { undoableRuns } from './run-history.ts';

export const undo = defineTool({
  name: 'undo',
  effect: 'history',
  summary: 'Takes back the last run, or the last few.',
  noun: 'an undo',
  examples: ['never mind that', 'roll back the last three'],
  args: { steps: int(1, 20) },
  run: ({ steps = 1 }, { state, history }) => {
    const runs = undoableRuns(history).slice(0, steps);
    if (runs.length === 0) return failure('nothing_to_undo', 'There is nothing to undo.');
    const operations = runs.flatMap((run) => invertOperations(run.operations));
    if (!operationsFit(state, operations)) {
      return failure('invalid_change', 'That can no longer be undone: something it needs has changed or is gone.');
    }
    return success({
      operations,
      marks: runs.map(({ runId }) => ({ runId, undone: true })),
      result: { kind: 'undone', runs: runs.length, texts: runs.map((run) => run.text) },
    });
  },
});
